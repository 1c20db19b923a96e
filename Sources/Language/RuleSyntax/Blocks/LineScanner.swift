package import Diagnostics

/// Lines of a source with their indentation.
struct LineScanner {
  enum Indent { case none, field, continuation }

  struct Line {
    var indent: Indent
    /// Whether a tab stands before the content.
    var hasTab: Bool
    /// Without blanks at either end; empty for a blank line.
    var content: Range<Int>
    /// Where the next line begins.
    var next: Int
  }

  let bytes: [UInt8]

  /// The line that begins at `start`; nil at the end of the source.
  func line(at start: Int) -> Line? {
    bytes.withUnsafeBufferPointer { bytes in
      guard start < bytes.count else { return nil }
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var first = start
      var columns = 0
      var hasTab = false
      while first < end {
        if bytes[first] == 0x20 {
          first += 1
        } else if bytes[first] == 0x09 {
          hasTab = true
          first += 1
        } else if bytes[first] == 0xC2, first + 1 < end, bytes[first + 1] == 0xA0 {
          first += 2
        } else {
          break
        }
        columns += 1
      }
      let last = LineScanner.trimmedEnd(bytes, from: first, to: end)
      let indent: Indent = hasTab || columns >= 4 ? .continuation : columns > 0 ? .field : .none
      return Line(indent: indent, hasTab: hasTab, content: first..<last, next: end + 1)
    }
  }

  static func trimmedEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var end = end
    while end > start {
      let byte = bytes[end - 1]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        end -= 1
      } else if byte == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return end
  }

  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      if bytes[start] == 0x20 || bytes[start] == 0x09 || bytes[start] == 0x0D || bytes[start] == 0x0A {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < range.upperBound, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    return start..<trimmedEnd(bytes, from: start, to: range.upperBound)
  }
}

extension SourceText {
  /// `range` without blanks at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    bytes.withUnsafeBufferPointer { LineScanner.trimmed($0, range) }
  }
}
