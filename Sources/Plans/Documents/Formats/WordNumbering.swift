/// The automatic numbers of the lists of a Word document (ECMA-376, part 1, 17.9).
struct WordNumbering {
  struct Level {
    var start = 1
    var format = NumberText.decimal
    /// For example `%1.%2.`
    var text = ""
    /// Whether nothing follows the number, instead of a tab or blank.
    var endsBare = false
    /// Whether the numbers of all levels are shown as decimals.
    var isLegal = false
    /// Whether the level goes on counting when a level above counts.
    var neverRestarts = false
  }

  struct List {
    var levels: [Int: Level] = [:]
  }

  /// A paragraph's place in a list.
  struct Place: Equatable {
    var list: Int?
    var level: Int?
  }

  private struct Instance {
    var list: Int
    var startOverrides: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private var lists: [Int: List] = [:]
  private var instances: [Int: Instance] = [:]
  private var counters: [Int: [Int?]] = [:]
  private var startedInstances: Set<Int> = []

  init() {}

  /// Reads numbering.xml.
  init(_ xml: XMLPullReader) throws {
    while true {
      switch try xml.next() {
      case .start:
        let level = xml.level
        while let child = try xml.nextChild(of: level) {
          switch child {
          case "w:abstractNum":
            guard let id = xml.number("abstractNumId") else { continue }
            lists[id] = try WordNumbering.list(xml)
          case "w:num":
            guard let id = xml.number("numId") else { continue }
            instances[id] = try WordNumbering.instance(xml)
          default: continue
          }
        }
        return
      case .finish: return
      default: continue
      }
    }
  }

  private static func list(_ xml: XMLPullReader) throws -> List {
    var list = List()
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      if child == "w:lvl", let number = xml.number("ilvl") { list.levels[number] = try self.level(xml) }
    }
    return list
  }

  private static func level(_ xml: XMLPullReader) throws -> Level {
    var result = Level()
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:start": result.start = max(0, min(xml.number("val") ?? 1, 1_000_000))
      case "w:numFmt": result.format = NumberText(word: xml.attribute("val"))
      case "w:lvlText": result.text = String((xml.attribute("val") ?? "").prefix(100))
      case "w:suff": result.endsBare = xml.attribute("val") == "nothing"
      case "w:isLgl": result.isLegal = xml.isOn
      case "w:lvlRestart": result.neverRestarts = xml.number("val") == 0
      default: continue
      }
    }
    return result
  }

  private static func instance(_ xml: XMLPullReader) throws -> Instance {
    var result = Instance(list: -1)
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "w:abstractNumId": result.list = xml.number("val") ?? -1
      case "w:lvlOverride":
        guard let number = xml.number("ilvl") else { continue }
        let override = xml.level
        while let inner = try xml.nextChild(of: override) {
          switch inner {
          case "w:startOverride": result.startOverrides[number] = xml.number("val").map { max(0, min($0, 1_000_000)) }
          case "w:lvl": result.levels[number] = try self.level(xml)
          default: continue
          }
        }
      default: continue
      }
    }
    return result
  }

  /// Counts the next paragraph of a list, and returns what is written before it, with a blank if one follows; nil
  /// outside lists. Bullets are dashes.
  mutating func next(_ place: Place) -> String? {
    guard let id = place.list, id != 0, let instance = instances[id] else { return nil }
    let depth = max(0, min(place.level ?? 0, 8))
    guard let level = level(depth, of: instance) else { return nil }
    var numbers = counters[instance.list] ?? Array(repeating: nil, count: 9)
    if startedInstances.insert(id).inserted {
      for (depth, start) in instance.startOverrides where numbers.indices.contains(depth) { numbers[depth] = start - 1 }
    }
    numbers[depth] = (numbers[depth] ?? level.start - 1) + 1
    for deeper in (depth + 1)..<max(9, depth + 1) where self.level(deeper, of: instance)?.neverRestarts != true {
      numbers[deeper] = nil
    }
    counters[instance.list] = numbers
    if level.format == .bullet { return "- " }
    let text = text(of: level, numbers: numbers, instance: instance)
    return text.isEmpty || level.endsBare ? text : text + " "
  }

  private func level(_ depth: Int, of instance: Instance) -> Level? {
    instance.levels[depth] ?? lists[instance.list]?.levels[depth]
  }

  private func text(of level: Level, numbers: [Int?], instance: Instance) -> String {
    var result = ""
    var isReference = false
    for character in level.text {
      if isReference, let depth = character.wholeNumberValue, (1...9).contains(depth) {
        let shown = self.level(depth - 1, of: instance) ?? Level()
        let format = level.isLegal ? .decimal : shown.format
        result += format.text(numbers[depth - 1] ?? shown.start)
        isReference = false
      } else if character == "%" {
        isReference = true
      } else {
        isReference = false
        result.append(character)
      }
    }
    return result
  }
}
