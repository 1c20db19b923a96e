package import CivilCalendar

/// Sheets of tables and charts that become an Excel file. What they are about is none of this room's business.
package struct Workbook: Sendable {
  package enum Cell: Hashable, Sendable {
    /// Stays text whatever it begins with: nothing in it is computed.
    case text(String)
    case number(Int)
    /// Of so many.
    case share(Int, of: Int)
    case day(CivilDate)
    /// Empty, for a day that somebody may type.
    case noDay
    case empty
  }

  package struct Column: Sendable {
    package var title: String
    /// In characters.
    package var width: Int
    /// It is there for programs, and people do not see it.
    package var isHidden: Bool

    package init(_ title: String, width: Int, isHidden: Bool = false) {
      (self.title, self.width, self.isHidden) = (title, width, isHidden)
    }
  }

  /// A table below some lines of text, and charts of it.
  package struct Sheet: Sendable {
    /// At most 31 characters, without any of `[]:*?/\`.
    package var name: String
    /// Above the table; the first is the sheet's title.
    package var lines: [String]
    package var columns: [Column]
    /// Each with a cell a column.
    package var rows: [[Cell]]
    /// Which rows are sums, or headings of those below: in bold letters.
    package var sums: Set<Int>
    package var charts: [Chart]
    /// Whether rows can be filtered by their cells.
    package var isFiltered: Bool

    package init(
      _ name: String, lines: [String], columns: [Column], rows: [[Cell]], sums: Set<Int> = [], charts: [Chart] = [],
      isFiltered: Bool = false
    ) {
      (self.name, self.lines, self.columns, self.rows) = (name, lines, columns, rows)
      (self.sums, self.charts, self.isFiltered) = (sums, charts, isFiltered)
    }
  }

  /// A picture of some rows of its sheet's table. The names of its parts stand in the first column.
  package struct Chart: Sendable {
    package enum Kind: Sendable {
      /// A piece a row, in these colours, of one column.
      case pie(column: Int, colours: [UInt32])
      /// A bar a row, a piece a column, in these colours.
      case bars(columns: [(column: Int, colour: UInt32)])
    }

    package var kind: Kind
    package var title: String
    package var rows: Range<Int>

    package init(_ kind: Kind, title: String, rows: Range<Int>) {
      (self.kind, self.title, self.rows) = (kind, title, rows)
    }
  }

  package var title: String
  package var sheets: [Sheet]
  /// The day that the file says it was made on: the same workbook is the same bytes.
  package var day: CivilDate

  package init(title: String, day: CivilDate, sheets: [Sheet]) {
    (self.title, self.day, self.sheets) = (title, day, sheets)
  }
}
