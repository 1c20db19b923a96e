/// A plan as its file had it: paragraphs and tables in the order of the text. What they mean is not known here.
package struct SourceDocument: Sendable, Equatable {
  package enum Block: Sendable, Equatable {
    case paragraph(Paragraph)
    case table(Table)
  }

  /// The file's name, for messages.
  package var name: String
  package var blocks: [Block]
  /// Texts that stand outside of the text's run: headers, footers and text boxes, where a mark of secrecy may be.
  package var marks: [String]

  package init(name: String, blocks: [Block], marks: [String] = []) {
    self.name = name
    self.blocks = blocks
    self.marks = marks
  }
}

/// A place that a person finds again in the file.
package enum SourcePlace: Hashable, Sendable {
  /// A line of a text file, from 1.
  case line(Int)
  /// A paragraph outside of tables, from 1.
  case paragraph(Int)
  /// A row of a table, both from 1.
  case tableRow(table: Int, row: Int)
  /// A row of a sheet, from 1, as spreadsheet programs number it.
  case sheetRow(sheet: String, row: Int)
}

/// Text between two line ends that its author typed; no markup, no control characters, NFC.
package struct Paragraph: Sendable, Equatable {
  package var text: String
  package var place: SourcePlace

  package init(_ text: String, at place: SourcePlace) {
    self.text = text
    self.place = place
  }
}

/// Rows of cells. Every row has a cell for each column of the table's grid.
package struct Table: Sendable, Equatable {
  package var rows: [Row]

  package init(rows: [Row]) { self.rows = rows }

  package var columnCount: Int { rows.first?.cells.count ?? 0 }

  package struct Row: Sendable, Equatable {
    package var cells: [Cell]
    package var place: SourcePlace
    /// The file marks this row as one of headings, which its program repeats on every page.
    package var isHeading: Bool
    /// A page ended above this row, so that it may go on with the row before it.
    package var startsPage: Bool

    package init(_ cells: [Cell], at place: SourcePlace, isHeading: Bool = false, startsPage: Bool = false) {
      self.cells = cells
      self.place = place
      self.isHeading = isHeading
      self.startsPage = startsPage
    }
  }

  package struct Cell: Sendable, Equatable {
    /// What a merged cell hides at this place of the grid; its text stands in the cell at its upper left corner, which
    /// is found by going left as long as `left` and then up as long as `above` is said.
    package enum Cover: Sendable, Equatable {
      case none
      /// The cell to the left reaches over this one.
      case left
      /// The cell above reaches down to this one.
      case above
    }

    /// The cell's paragraphs, joined by line feeds; blanks at the ends of lines are gone.
    package var text: String
    package var cover: Cover

    package init(_ text: String, cover: Cover = .none) {
      self.text = text
      self.cover = cover
    }
  }
}
