import Addresses

/// Mails to one unit each, handed to the office's mail server.
enum MailChannel {
  static let addresses = AddressForm(
    .mail, expectedVi: "một địa chỉ như vanphong@so.example.vn",
    expectedEn: "one address like office@department.example.vn"
  ) { MailAddress(recipient: $0) != nil }
}
