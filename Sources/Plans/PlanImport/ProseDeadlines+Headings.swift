import Documents

/// What the words before a colon, and those of headings, are.
extension ProseDeadlines {
  /// *Giai đoạn từ tháng 9 đến tháng 11/2027* says no more than the time.
  static func withoutStage(_ label: String) -> String {
    let stage = ["giai đoạn ", "trong giai đoạn ", "đợt ", "thời gian "].first { label.folded.hasPrefix($0) }
    guard let stage else { return label }
    let rest = label.split(separator: " ").dropFirst(stage.split(separator: " ").count).joined(separator: " ")
    return rest.folded.hasPrefix("từ ") || PeriodContext(rest) != nil ? rest : label
  }

  /// *Sau khi kết thúc lễ hội 10 ngày*, which cells of deadlines say too
  func saysAfter(_ label: String) -> Bool {
    label.folded.hasPrefix("sau ") && CellWording.writtenOut(label, years: years).flatMap(deadline) != nil
  }

  /// Whether *các* counts things and not offices: *Các bước tiến hành*, *Những nhiệm vụ trọng tâm*.
  static func isOfThings(_ name: String) -> Bool {
    let words = name.folded.split { " ,".contains($0) }.map(String.init)
    guard let first = words.first, UnitNames.openers.contains(first) || first == "toàn" || first == "tất" else {
      return false
    }
    let rest = words.drop { UnitNames.openers.contains($0) || ["toàn", "tất", "bộ", "thể", "cả"].contains($0) }
    let heads = (1...3).map { rest.prefix($0).joined(separator: " ") }
    let offices = UnitNames.nouns.union([
      "ngành", "cấp", "đoàn thể", "lực lượng", "chủ", "bên", "chuyên viên", "cá nhân", "tập thể", "hộ",
      "đảng viên", "đoàn viên", "hội viên", "viên chức", "người", "học sinh", "sinh viên", "chiến sĩ", "khu", "nhà",
      "thầy",
    ])
    return !heads.contains(where: offices.contains) || heads.contains(where: UnitNames.notNouns.contains)
  }

  /// The places of the titles of tables: the paragraphs right above one that end as no sentence does.
  static func titles(in document: SourceDocument) -> Set<SourcePlace> {
    var places: Set<SourcePlace> = []
    for (block, next) in zip(document.blocks, document.blocks.dropFirst()) {
      guard case .paragraph(let paragraph) = block, case .table = next else { continue }
      let text = paragraph.text.onOneLine.trimmed
      let isItem = text.first.map { "-–+•*".contains($0) } == true
      if !isItem, !text.contains(":"), text.last.map({ ".;".contains($0) }) == false { places.insert(paragraph.place) }
    }
    return places
  }
}
