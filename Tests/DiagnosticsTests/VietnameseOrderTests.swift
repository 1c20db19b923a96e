import Diagnostics
import TestSupport
import Testing

/// Orders as dictionaries have them.
@Suite("The order of Vietnamese words")
struct VietnameseOrderTests {
  @Test(
    "Lists in their order",
    arguments: [
      "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m n "
        + "o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x y ỳ ỷ ỹ ý ỵ z",
      "an anh Ánh ăn ăng ân", "dao de đao đe", "ma mà mả mã má mạ man màn mang", "1 10 2 I I.1 IX V",
      "ban bàn bản bán bạn bang bàng",
    ])
  func lists(words: String) {
    let sorted = words.split(separator: " ").map(String.init)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      #expect(sorted.shuffled(using: &random).sorted { VietnameseOrder($0) < VietnameseOrder($1) } == sorted)
    }
  }

  @Test("Letters of the whole come before tones") func levels() {
    let titles = ["Báo cáo tháng", "Bảo đảm", "Báo động", "Bảo vệ", "Cải cách", "Chỉ đạo", "Ghi", "Đào tạo"]
    let expected = ["Báo cáo tháng", "Bảo đảm", "Báo động", "Bảo vệ", "Cải cách", "Chỉ đạo", "Đào tạo", "Ghi"]
    #expect(titles.sorted { VietnameseOrder($0) < VietnameseOrder($1) } == expected)
  }

  @Test(
    "Capitals, the form of Unicode and the place of a tone say nothing", arguments: [("Hòa Ấn", "hoà a\u{302}\u{301}n")]
  )
  func same(one: String, other: String) { #expect(VietnameseOrder(one) == VietnameseOrder(other)) }
}
