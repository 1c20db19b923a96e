import Diagnostics

/// Which names are seen from which folder: a folder's own before its parent's, never a sibling's; what is shipped with
/// the program lies around all folders (decisions: names-resolve-upwards, shipped-rules).
package struct NameIndex: Sendable {
  /// Index of a folder; 0 holds what is shipped.
  package typealias Folder = Int

  struct Entry<Value: Sendable>: Sendable {
    var value: Value
    /// As a block spells it.
    var spelling: String
  }

  struct Tables: Sendable {
    var path: String
    var parent: Folder?
    var plans: [FoldedName: Entry<PlanID>] = [:]
    var recipients: [FoldedName: Entry<Recipient>] = [:]
    var events: [FoldedName: Entry<EventID>] = [:]
    var calendars: [FoldedName: Entry<CalendarID>] = [:]
    var policies: [FoldedName: Entry<PolicyID>] = [:]
  }

  private(set) var folders: [Tables] = [Tables(path: "", parent: nil)]
  private var folderByPath: [String: Folder] = [:]
  /// Ids and former ids, by plan.
  var tasks: [[FoldedName: TaskID]] = []
  /// Ids, by plan.
  var sections: [[FoldedName: Int]] = []
  /// Events that tasks declare for themselves, by plan.
  var taskEvents: [PlanID: [FoldedName: [EventID]]] = [:]
  /// The folder that each plan is declared in.
  var folderOfPlan: [Folder] = []

  init() {}

  /// The folder of a file, which is added with its parents if it is new.
  mutating func folder(ofFile path: String) -> Folder {
    var pieces = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }.map(String.init)
    if !pieces.isEmpty { pieces.removeLast() }
    var folder = makeFolder(path.hasPrefix("/") ? "/" : ".", parent: 0)
    var joined = path.hasPrefix("/") ? "" : "."
    for piece in pieces {
      joined += "/" + piece
      folder = makeFolder(joined, parent: folder)
    }
    return folder
  }

  private mutating func makeFolder(_ path: String, parent: Folder) -> Folder {
    if let known = folderByPath[path] { return known }
    folders.append(Tables(path: path, parent: parent))
    folderByPath[path] = folders.count - 1
    return folders.count - 1
  }

  /// The nearest block of that name, looking from `folder` outwards.
  func find<Value>(
    _ name: FoldedName, _ table: KeyPath<Tables, [FoldedName: Entry<Value>]>, from folder: Folder
  ) -> Value? {
    var current: Folder? = folder
    while let index = current {
      if let entry = folders[index][keyPath: table][name] { return entry.value }
      current = folders[index].parent
    }
    return nil
  }

  /// Registers a name. Returns the other block that has it in this folder already; nil if there is none.
  mutating func add<Value: Equatable>(
    _ spelling: String, _ value: Value, _ table: WritableKeyPath<Tables, [FoldedName: Entry<Value>]>,
    in folder: Folder
  ) -> Value? {
    let name = FoldedName(spelling)
    guard !name.isEmpty else { return nil }
    if let known = folders[folder][keyPath: table][name] { return known.value == value ? nil : known.value }
    folders[folder][keyPath: table][name] = Entry(value: value, spelling: spelling)
    return nil
  }

  /// Everything that could have been meant, for "did you mean".
  func candidates<Value>(
    _ table: KeyPath<Tables, [FoldedName: Entry<Value>]>, from folder: Folder
  ) -> [(key: FoldedName, name: String)] {
    var found: [(key: FoldedName, name: String)] = []
    var current: Folder? = folder
    while let index = current {
      found += folders[index][keyPath: table].map { ($0.key, $0.value.spelling) }
      current = folders[index].parent
    }
    return found.sorted { $0.name < $1.name }
  }

  func nearest<Value>(
    to name: FoldedName, _ table: KeyPath<Tables, [FoldedName: Entry<Value>]>, from folder: Folder
  ) -> [String] {
    NearestName.nearest(to: name, among: candidates(table, from: folder))
  }
}
