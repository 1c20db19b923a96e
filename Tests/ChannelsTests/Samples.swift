import Addresses
import Testing

@testable import Channels

func address(_ text: String) throws -> MailAddress { try #require(MailAddress(text)) }

func messageID(_ text: String) throws -> MessageID { try #require(MessageID(text)) }

enum Sample {
  static let subject =
    "Nhắc việc: còn 07 ngày đến hạn báo cáo kết quả thực hiện Kế hoạch chuyển đổi số năm 2024 của Sở Khoa học và Công nghệ"
  static let text = """
    Kính gửi: Văn phòng Sở

    Nhiệm vụ I.5 “Xây dựng kế hoạch tuyên truyền” đến hạn ngày 31/12/2024.
    .dòng bắt đầu bằng dấu chấm
    From đầu dòng; dấu = và khoảng trắng cuối dòng  \n\tTab
    """
  static let html = "<p>Kính gửi: <b>Văn phòng Sở</b></p>\n<p>Đến hạn ngày 31/12/2024.</p>\n"
  static let calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//nhacviec//VI\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n"

  static func envelope(
    _ id: String = "3f2a.1@nhacviec.test", to recipients: [String] = ["vanphong@so.test"]
  ) throws -> Envelope {
    Envelope(
      messageID: try ChannelsTests.messageID(id), date: 1_735_000_000,
      from: Mailbox(name: "Nhắc việc Sở KH&CN", try address("nhacviec@so.test")),
      returnPath: try address("daumoi@so.test"),
      replyTo: Mailbox(name: "Phòng Kế hoạch – Tài chính", try address("daumoi@so.test")),
      recipients: try recipients.map { Mailbox(name: "Văn phòng Sở", try address($0)) },
      subject: subject, text: text)
  }

  static func mail(
    _ id: String = "3f2a.1@nhacviec.test", to recipients: [String] = ["vanphong@so.test"]
  ) throws
    -> MailMessage
  { try MailMessage(rendering: envelope(id, to: recipients)) }
}
