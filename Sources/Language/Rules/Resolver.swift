import Addresses
import CivilCalendar
import Deadlines
import Diagnostics
import RuleSyntax

/// Builds a `RuleSet` of the syntax of all files: declares every block, then looks up what they name.
///
/// One resolver is used for one rule book and then thrown away. Each topic is an extension of its own.
final class Resolver {
  var files: [ResolvedFile] = []
  var set = RuleSet()
  var diagnostics: [Diagnostic] = []
  /// The forms by which addresses of units are checked; nil if they are not checked.
  let channels: [AddressForm]?
  let deadlines = DeadlineReader()
  let suggestions = Suggestions()

  var planBlocks: [BlockPlace] = []
  var unitBlocks: [BlockPlace] = []
  var groupBlocks: [BlockPlace] = []
  var eventBlocks: [BlockPlace] = []
  var sectionBlocks: [BlockPlace] = []
  var taskBlocks: [BlockPlace] = []
  var calendarBlocks: [BlockPlace] = []
  var announcementBlocks: [BlockPlace] = []
  var policyBlocks: [BlockPlace] = []
  var testBlocks: [BlockPlace] = []

  /// Readings of deadlines by the bytes of the wording.
  var readings: [ByteString: DeadlineReading] = [:]
  /// What event names of a plan's rows stand for.
  var foundEvents: [PlanText: Result<EventFinder.Found, EventFinder.Problem>] = [:]
  /// Due lines without mistakes, by plan, folder and wording; `span` and `label` are those of the first.
  var dueLines: [PlanText: DueLine] = [:]
  var unitLists: [FolderText: [UnitListReader.Item]] = [:]
  var inlinePolicies: [FolderText: PolicyID?] = [:]
  /// Units by the unit that they are part of; filled when first needed.
  var children: [UnitID: [UnitID]] = [:]
  /// Names already offered as a missing block.
  var offeredBlocks: Set<FoldedName> = []

  init(channels: [AddressForm]? = nil) { self.channels = channels }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  func file(_ place: BlockPlace) -> ResolvedFile { files[place.file] }
  func block(_ place: BlockPlace) -> BlockSyntax { files[place.file].syntax.blocks[place.block] }

  /// The value of the first field `key`, joined to one line.
  func text(_ key: FieldKey, _ place: BlockPlace) -> String? {
    let file = files[place.file]
    return file.syntax.blocks[place.block].field(key).map { file.text($0.value) }
  }

  /// All items of all fields `key`, with their places.
  func items(_ key: FieldKey, _ place: BlockPlace) -> [Range<Int>] {
    let file = files[place.file]
    let fields = file.syntax.blocks[place.block].fields
    var found: [Range<Int>] = []
    for index in fields.indices where fields[index].key == key { found += file.items(fields[index].value) }
    return found
  }

  func texts(_ key: FieldKey, _ place: BlockPlace) -> [String] {
    let items = items(key, place)
    return items.isEmpty ? [] : items.map { files[place.file].syntax.text($0) }
  }

  func badValue(
    _ code: DiagnosticCode = .badValue, _ field: FieldSyntax, _ file: ResolvedFile, expectedVi: String,
    expectedEn: String
  ) {
    let text = Clipped.text(file.text(field.value))
    report(
      Diagnostic(
        code, vi: "không hiểu “\(text)”; ở đây có thể ghi: \(expectedVi)",
        en: "“\(text)” is not understood; what can stand here is: \(expectedEn)", at: file.span(field.value.whole)))
  }

  /// Reads a wording once, however many rows have it.
  func reading(_ text: String) -> DeadlineReading {
    let key = ByteString(text)
    if let known = readings[key] { return known }
    let reading = deadlines.read(text)
    readings[key] = reading
    return reading
  }
}

/// Text compared byte by byte, which is faster than by Unicode equivalence; all rule text is NFC.
struct ByteString: Hashable {
  let bytes: ArraySlice<UInt8>

  init(_ text: String) { bytes = Array(text.utf8)[...] }
  /// A stretch of a source, whose bytes are shared and not copied.
  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  static func == (lhs: ByteString, rhs: ByteString) -> Bool {
    lhs.bytes.count == rhs.bytes.count && lhs.bytes.elementsEqual(rhs.bytes)
  }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

/// A text as seen from a folder.
struct FolderText: Hashable {
  var folder: NameIndex.Folder
  var text: ByteString
}

/// A wording as seen from a folder, for a plan.
struct PlanText: Hashable {
  var plan: PlanID
  var place: FolderText
}

enum Clipped {
  /// The words of a user as messages show them: their first hundred characters.
  static func text(_ text: String) -> String {
    text.utf8.count <= 100 ? text : text.count <= 100 ? text : String(text.prefix(100)) + "…"
  }
}
