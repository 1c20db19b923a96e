/// The words by which names of units are known.
extension UnitNames {
  /// Words that begin the name of a group, in any case, folded.
  static let openers: Set<String> = [
    "các", "mọi", "những", "toàn bộ", "toàn thể", "tất cả", "từng", "mỗi", "cả",
  ]

  /// First words of the names of units, folded.
  static let nouns: Set<String> = [
    "sở", "phòng", "ban", "văn phòng", "vp", "chi cục", "cục", "tổng cục", "vụ", "trung tâm", "tt", "công an",
    "thanh tra",
    "ủy ban", "uỷ ban", "ubnd", "hđnd", "hội đồng", "bộ", "viện", "trường", "báo", "đài", "hội", "mặt trận",
    "liên đoàn",
    "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy", "đoàn", "tổ", "đội", "bộ phận", "ngân hàng", "kho bạc", "bảo hiểm",
    "bệnh viện", "công ty", "tổng công ty", "tập đoàn", "quỹ", "thư viện", "bảo tàng", "nhà hát", "nhà văn hóa",
    "giám đốc",
    "phó giám đốc", "chủ tịch", "phó chủ tịch", "chánh văn phòng", "chánh thanh tra", "trưởng phòng", "trưởng ban",
    "thủ trưởng", "lãnh đạo", "cơ quan", "đơn vị", "doanh nghiệp", "tòa án", "viện kiểm sát", "quân khu", "kiểm toán",
    "thành viên", "cán bộ", "công chức", "văn thư", "kế toán", "tổ chức", "ủy viên", "bch", "bộ chỉ huy", "chính phủ",
    "khoa", "hiệu trưởng", "phó hiệu trưởng", "giáo viên", "bí thư", "phó bí thư", "thủ tướng", "quốc hội",
    "thường trực", "hạt", "trạm", "xí nghiệp", "học viện", "thị xã", "thành phố", "huyện",
    "xã",
    "phường", "thị trấn", "địa phương", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quận đoàn", "xã đoàn", "chi đoàn",
    "hợp tác xã", "htx", "liên danh", "cảnh sát", "bưu điện", "nhà trường", "nhà thầu", "chủ đầu tư", "chủ rừng",
    "thẩm phán", "thư ký", "đồn",
    "hải quan", "quản lý thị trường", "kiểm lâm", "bộ đội", "viễn thông", "điện lực", "cảng vụ", "ấp", "thôn",
    "tổ trưởng", "nhóm trưởng", "đội trưởng", "cục trưởng", "vụ trưởng", "viện trưởng", "thủ thư", "thủ quỹ", "bgh",
    "phó chánh văn phòng", "phó trưởng phòng", "phó trưởng ban", "chánh án", "phó chánh án", "gvcn", "gvbm",
    "tổng phụ trách", "hiệp hội", "liên hiệp", "câu lạc bộ", "clb", "nhà xuất bản", "tòa soạn", "chi nhánh", "chi bộ",
    "công đoàn", "nhóm", "the", "office",
    "department", "division", "board", "ministry", "unit", "team", "bureau", "agency",
  ]

  /// Shortened first words, which a full stop shows: *P. KHTH*, *TT. Y tế*.
  static let shortNouns: Set<String> = [
    "p.", "tt.", "tp.", "bv.", "vp.", "ub.", "cn.", "ks.", "q.", "h.", "cty.",
  ]

  static let notNouns: Set<String> = [
    "báo cáo", "xã hội", "tổ chức thực", "bộ máy", "hội nghị", "hội thảo", "đoàn viên", "tổ chức triển", "tổ chức các",
    "tổ chức kiểm", "tổ chức hội", "bộ chỉ số", "bộ tiêu chí", "đội ngũ", "ban hành", "cục bộ",
  ]

  /// Fields of work that are the second in the names of divisions.
  static let fields: Set<String> = [
    "tổ chức", "thanh tra", "kế toán", "văn thư", "kiểm toán", "bảo hiểm", "cán bộ", "công chức",
  ]

  /// Whether *và* joins the two bodies of one office: *Văn phòng HĐND và UBND huyện*, *Văn phòng Đoàn ĐBQH và HĐND tỉnh*.
  static func isAssembly(_ head: ArraySlice<String>, before rest: String) -> Bool {
    let (before, after) = (head.suffix(4).joined(separator: " ").folded, rest.folded)
    guard head.count > 1 else { return false }
    func joins(_ ends: [String], _ beginnings: [String]) -> Bool {
      ends.contains { before.hasSuffix($0) } && beginnings.contains { after.hasPrefix($0) }
    }
    let council = ["hđnd", "hội đồng nhân dân"]
    return joins(council, ["ubnd", "ủy ban nhân dân", "uỷ ban nhân dân"])
      || head.first?.folded == "văn" && joins(["đoàn đbqh", "đại biểu quốc hội"], council)
  }

  /// Whether a dash leads from a part of an office to the office: *Phòng Kế hoạch tổng hợp - Sở Y tế*.
  static func isPart(_ name: String, of rest: ArraySlice<String>) -> Bool {
    let end = rest.firstIndex { $0.last.map { ",;.".contains($0) } == true } ?? rest.endIndex
    let office = rest[..<end].joined(separator: " ").folded
    guard name.split(separator: " ").count > 1, !name.contains(","), !rest.contains("-"), !rest.contains("–"),
      !name.contains(" - "), AssignmentText.Part.duty(in: name) == nil
    else { return false }
    return ["phòng ", "thanh tra ", "chi cục "].contains { name.folded.hasPrefix($0) }
      && ["sở ", "bộ ", "ubnd ", "ủy ban nhân dân ", "trường ", "bệnh viện "].contains { office.hasPrefix($0) }
  }

  /// Whether a comma leads from a person to the post: *Ông Lê Văn Hòa, Phó Hiệu trưởng*.
  static func isPost(_ next: String, behind person: String) -> Bool {
    guard PersonName.isTitled(person), !person.contains(","), !person.contains(" - "), !PersonName.isTitled(next) else {
      return false
    }
    let words = person.split(separator: " ")
    let name = words.dropFirst(words.prefix(2).joined(separator: " ").folded == "đồng chí" ? 2 : 1)
    return PersonName.isBare(name.joined(separator: " "))
      && FootRows.posts.contains { post in
        next.folded == post || next.folded.hasPrefix(post + " ") && !PersonName.isBare(next.dropFirst(post.count))
      }
  }
}
