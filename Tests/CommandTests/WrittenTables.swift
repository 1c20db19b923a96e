import Documents
import Foundation

/// The cells of the tables of a report that was written to a file, table by table and row by row.
func writtenTables(_ path: String) throws -> [[[String]]] {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  return try DocumentFileReader().read(bytes, name: path).blocks.compactMap { block in
    if case .table(let table) = block { table.rows.map { $0.cells.map(\.text) } } else { nil }
  }
}
