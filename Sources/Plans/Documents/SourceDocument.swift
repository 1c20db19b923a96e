/// The paragraphs and tables of a plan in the order of its file, without what they mean.
package struct SourceDocument: Sendable, Equatable {
  package enum Block: Sendable, Equatable {
    case paragraph(Paragraph)
    case table(Table)
  }

  /// The file's name, for messages.
  package var name: String
  package var blocks: [Block]
  /// Texts outside the running text: headers, footers and text boxes, which may have a mark of secrecy.
  package var marks: [String]

  package init(name: String, blocks: [Block], marks: [String] = []) {
    self.name = name
    self.blocks = blocks
    self.marks = marks
  }
}

/// A place in the file that a person can find.
package enum SourcePlace: Hashable, Sendable {
  /// A line of a text file, from 1.
  case line(Int)
  /// A paragraph outside of tables, from 1.
  case paragraph(Int)
  /// A row of a table, both from 1.
  case tableRow(table: Int, row: Int)
  /// A row of a sheet, from 1, as spreadsheet programs number it.
  case sheetRow(sheet: String, row: Int)
  /// A line of a page, both from 1.
  case page(Int, line: Int)
  /// The same on a page whose text was recognised in a picture, and may be wrong.
  case recognised(page: Int, line: Int)
}

/// The text between two line ends that its author typed, in NFC, without markup and control characters.
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
  /// Which column of its sheet the first one is, from 0.
  package var firstColumn = 0

  package init(rows: [Row]) { self.rows = rows }

  package var columnCount: Int { rows.first?.cells.count ?? 0 }

  package struct Row: Sendable, Equatable {
    package var cells: [Cell]
    package var place: SourcePlace
    /// Whether the file marks the row as one of headings, which are repeated on every page.
    package var isHeading: Bool
    /// Whether a page ended above the row, so that it may continue the row before it.
    package var startsPage: Bool

    package init(_ cells: [Cell], at place: SourcePlace, isHeading: Bool = false, startsPage: Bool = false) {
      self.cells = cells
      self.place = place
      self.isHeading = isHeading
      self.startsPage = startsPage
    }
  }

  package struct Cell: Sendable, Equatable {
    /// How a merged cell covers this place of the grid. Its text stands in the cell at its upper left corner, which is
    /// found by going left while the cover is `left`, and then up while it is `above`.
    package enum Cover: Sendable, Equatable {
      case none
      /// The cell to the left reaches over this one.
      case left
      /// The cell above reaches down to this one.
      case above
    }

    /// The paragraphs of the cell, joined by line feeds, without blanks at the ends of lines.
    package var text: String
    package var cover: Cover
    /// Whether the file says that it is a day, so that its text has the day before the month for certain.
    package var isDay: Bool

    package init(_ text: String, cover: Cover = .none, isDay: Bool = false) {
      self.text = text
      self.cover = cover
      self.isDay = isDay
    }
  }
}
