' Edits an exported register as people do in LibreOffice, headless: Edit("in.xlsx", "out.xlsx", "edits.txt") (Tests/register/edit).

Private book As Object, sheet As Object, current As Long

Sub Edit(source As String, target As String, script As String)
  On Error Goto Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue, form(0) As New com.sun.star.beans.PropertyValue
  Dim files As Object, lines As Object, words As String
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = CreateUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(ConvertToURL(script)))
  lines.setEncoding("UTF-8")
  Do While Not lines.isEOF()
    words = lines.readLine()
    If words <> "" Then Apply(Split(words, Chr(9)))
  Loop
  lines.closeInput()
  form(0).Name = "FilterName" : form(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), form())
  book.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  ' Nobody reads a message box.
  Dim told As Integer
  told = FreeFile
  Open target & ".error" For Output As #told
  Print #told, Err, Error$, Erl
  Close #told
  StarDesktop.terminate()
End Sub

' A line of the script: what is done, and to what, with tabs between.
Private Sub Apply(words)
  Select Case words(0)
    Case "set"     ' ID HEAD TEXT
      CellAt(RowOf(words(1)), words(2)).setString(Replace(words(3), "\n", Chr(10)))
    Case "day"     ' ID HEAD YEAR-MONTH-DAY, as a day and not as text
      Dim parts
      parts = Split(words(3), "-")
      CellAt(RowOf(words(1)), words(2)).setValue(CDbl(DateSerial(CInt(parts(0)), CInt(parts(1)), CInt(parts(2)))))
    Case "insert"  ' ID: a row below it, which "put" is about
      current = RowOf(words(1)) + 1
      sheet.Rows.insertByIndex(current, 1)
    Case "put"     ' HEAD TEXT
      CellAt(current, words(1)).setString(words(2))
    Case "delete"  ' ID
      sheet.Rows.removeByIndex(RowOf(words(1)), 1)
    Case "column"  ' HEAD TITLE: a column of one's own before it
      Dim place As Long
      place = ColumnOf(words(1))
      sheet.Columns.insertByIndex(place, 1)
      sheet.getCellByPosition(place, HeadRow()).setString(words(2))
      sheet.getCellByPosition(place, HeadRow() + 2).setString("x")
    Case "sort"    ' HEAD
      Dim fields(0) As New com.sun.star.table.TableSortField, options(1) As New com.sun.star.beans.PropertyValue
      fields(0).Field = ColumnOf(words(1)) : fields(0).IsAscending = True
      options(0).Name = "SortFields" : options(0).Value = fields()
      options(1).Name = "ContainsHeader" : options(1).Value = False
      Below().sort(options())
    Case "filter"  ' HEAD TEXT: rows with other words are hidden
      Dim wanted(0) As New com.sun.star.sheet.TableFilterField, filter As Object, all As Object
      all = sheet.getCellRangeByPosition(0, HeadRow(), LastColumn(), LastRow())
      filter = all.createFilterDescriptor(True)
      wanted(0).Field = ColumnOf(words(1)) : wanted(0).IsNumeric = False
      wanted(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL : wanted(0).StringValue = words(2)
      filter.setFilterFields(wanted())
      filter.ContainsHeader = True
      all.filter(filter)
    Case Else
      Err = 5
  End Select
End Sub

Private Function Below() As Object
  Below = sheet.getCellRangeByPosition(0, HeadRow() + 1, LastColumn(), LastRow())
End Function

Private Function LastRow() As Long
  Dim cursor As Object
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  LastRow = cursor.RangeAddress.EndRow
End Function

Private Function LastColumn() As Long
  Dim cursor As Object
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  LastColumn = cursor.RangeAddress.EndColumn
End Function

Private Function HeadRow() As Long
  HeadRow = Found(0, 0, 20, 0, 1, "STT")
End Function

Private Function ColumnOf(head) As Long
  ColumnOf = Found(0, HeadRow(), LastColumn(), 1, 0, head)
End Function

Private Function RowOf(id) As Long
  RowOf = Found(0, HeadRow() + 1, LastRow(), 0, 1, id)
End Function

' The place of a cell with that text, by steps from another.
Private Function Found(column As Long, row As Long, last As Long, across As Long, down As Long, words) As Long
  Dim place As Long, start As Long
  start = IIf(down = 1, row, column)
  For place = start To last
    Dim one As Object
    one = sheet.getCellByPosition(IIf(across = 1, place, column), IIf(down = 1, place, row))
    If one.String = words Then
      Found = place
      Exit Function
    End If
  Next
  Err = 9
End Function

Private Function CellAt(row As Long, head) As Object
  CellAt = sheet.getCellByPosition(ColumnOf(head), row)
End Function
