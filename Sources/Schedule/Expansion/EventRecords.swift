import CivilCalendar

/// The recorded occurrences of one event, in order, each found by its key, reference or name without a walk over the
/// others.
struct EventRecords: Sendable {
  typealias Record = EventLog.Record

  /// What was taken away leaves a gap, so that places stay.
  private var slots: [Record?] = []
  /// The last record of each occurrence that was withdrawn and not recorded again.
  private var withdrawnByName: [String: Record] = [:]
  private var count = 0
  private var byKey: [String: [Int]] = [:]
  private var byReference: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  /// How many without key and reference there are, by the day first recorded.
  private var namelessDays: [CivilDate: Int] = [:]

  var isEmpty: Bool { count == 0 }

  var all: some Sequence<Record> { slots.lazy.compactMap { $0 } }

  /// What was withdrawn and not recorded again, by occurrence. The last of its facts withdrew it.
  var withdrawn: [Record] {
    withdrawnByName.isEmpty ? [] : withdrawnByName.values.sorted { $0.occurrence < $1.occurrence }
  }

  /// What was withdrawn last of all, or of what has this key.
  func lastWithdrawn(key: String? = nil) -> Record? {
    withdrawn.filter { key == nil || $0.key == key || $0.occurrence == key }.max {
      ($0.facts.last ?? 0) < ($1.facts.last ?? 0)
    }
  }

  var last: Record? { slots.last { $0 != nil } ?? nil }

  subscript(place: Int) -> Record? { slots[place] }

  func last(key: String) -> Record? { byKey[key]?.last.flatMap { slots[$0] } }

  func last(named name: String) -> Record? { byName[name]?.last.flatMap { slots[$0] } }

  func nameless(on day: CivilDate) -> Int { namelessDays[day] ?? 0 }

  /// Where those are that have this key and this reference; nil: any.
  func matching(key: String?, reference: String?) -> [Int] {
    if let reference {
      return (byReference[reference] ?? []).filter { key == nil || slots[$0]?.key == key }
    }
    if let key { return byKey[key] ?? [] }
    return slots.indices.filter { slots[$0] != nil }
  }

  mutating func add(_ record: Record) {
    let place = slots.count
    slots.append(record)
    count += 1
    withdrawnByName[record.occurrence] = nil
    if let key = record.key { byKey[key, default: []].append(place) }
    if let reference = record.reference { byReference[reference, default: []].append(place) }
    if record.key == nil, record.reference == nil { namelessDays[record.firstDay, default: 0] += 1 }
    byName[record.occurrence, default: []].append(place)
  }

  /// Takes away what has this key, whatever its reference.
  mutating func remove(key: String) {
    for place in byKey[key] ?? [] { remove(place) }
  }

  /// Takes away what has exactly this key and this reference.
  mutating func remove(key: String?, reference: String?) {
    let places = reference.map { byReference[$0] ?? [] } ?? key.map { byKey[$0] ?? [] } ?? []
    for place in places where slots[place]?.key == key && slots[place]?.reference == reference { remove(place) }
  }

  /// Days change, names do not.
  mutating func change(_ place: Int, _ body: (inout Record) -> Void) {
    guard var record = slots[place] else { return }
    body(&record)
    slots[place] = record
  }

  /// Takes it away, and keeps it as withdrawn.
  /// - Parameter fact: the index of the fact that says so.
  mutating func withdraw(_ place: Int, by fact: Int) {
    guard var record = slots[place] else { return }
    remove(place)
    record.facts.append(fact)
    withdrawnByName[record.occurrence] = record
  }

  private mutating func remove(_ place: Int) {
    guard let record = slots[place] else { return }
    slots[place] = nil
    count -= 1
    if let key = record.key { byKey[key]?.removeAll { $0 == place } }
    if let reference = record.reference { byReference[reference]?.removeAll { $0 == place } }
    if record.key == nil, record.reference == nil { namelessDays[record.firstDay, default: 1] -= 1 }
    byName[record.occurrence]?.removeAll { $0 == place }
  }
}
