/// Marks in brackets behind names that say who leads and who supports: *Sở Y tế (chủ trì); Công an tỉnh (phối hợp)*.
enum RoleMarks {
  /// The text cut behind each mark, with what the mark says of the names before it. Text without marks is one part.
  static func parts(_ text: String) -> [(text: String, role: AssignmentText.Part.Role?)] {
    var parts: [(text: String, role: AssignmentText.Part.Role?)] = []
    var start = text.startIndex
    var index = text.startIndex
    while let open = text[index...].firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
      let mark = text[text.index(after: open)..<close]
      index = text.index(after: close)
      guard let role = role(of: mark.folded.bare) else { continue }
      parts.append((String(text[start..<open]).bare, role))
      start = index
    }
    let rest = String(text[start...])
    if parts.isEmpty || rest.contains(where: \.isLetter) { parts.append((parts.isEmpty ? rest : rest.bare, nil)) }
    return parts
  }

  private static func role(of mark: String) -> AssignmentText.Part.Role? {
    if ["chủ trì", "cơ quan chủ trì", "đơn vị chủ trì", "chính", "đầu mối", "phụ trách chính", "ct"].contains(mark) {
      return .leads
    }
    return ["phối hợp", "cơ quan phối hợp", "đơn vị phối hợp", "hỗ trợ", "ph", "p/h"].contains(mark) ? .supports : nil
  }
}
