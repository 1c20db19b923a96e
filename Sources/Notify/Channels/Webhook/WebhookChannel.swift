import Addresses

/// Messages that are posted to a web address.
enum WebhookChannel {
  static let addresses = AddressForm(
    .webhook, isSecret: true,
    expectedVi: "một địa chỉ như https://chat.so.example.vn/duong-dan, không có tên đăng nhập và phần sau dấu #",
    expectedEn: "one address like https://chat.department.example.vn/path, without a user name and a part after #"
  ) { WebAddress($0) != nil }
}
