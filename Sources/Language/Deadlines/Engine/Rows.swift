/// Lists rows one under the other; each is checked by the compiler on its own.
@resultBuilder
enum Rows {
  static func buildExpression(_ row: Row) -> [Row] { [row] }
  static func buildExpression(_ rows: [Row]) -> [Row] { rows }
  static func buildPartialBlock(first: [Row]) -> [Row] { first }
  static func buildPartialBlock(accumulated: [Row], next: [Row]) -> [Row] { accumulated + next }
}
