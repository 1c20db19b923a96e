import Diagnostics

/// Why a request has no other answer. Programs know a problem by its code, which stays; its page is `/problems/CODE`.
enum ProblemCode: String, CaseIterable {
  case badAddress = "bad-address"
  case unknownParameter = "unknown-parameter"
  case repeatedParameter = "repeated-parameter"
  case missingParameter = "missing-parameter"
  case badParameter = "bad-parameter"
  case badDay = "bad-day"
  case badNumber = "bad-number"
  case badChoice = "bad-choice"
  case badText = "bad-text"
  case badCursor = "bad-cursor"
  case badRange = "bad-range"
  case unknownName = "unknown-name"
  case notHere = "not-here"
  case signIn = "sign-in"
  case badIdentity = "bad-identity"
  case notFound = "not-found"
  case noSuchForm = "no-such-form"
  case method
  // Of what is sent to be recorded.
  case notYours = "not-yours"
  case fromElsewhere = "from-elsewhere"
  case wrongType = "wrong-type"
  case tooLarge = "too-large"
  case badForm = "bad-form"
  case refused
  case toConfirm = "to-confirm"
  case changedSince = "changed-since"
  case keyReused = "key-reused"
  case tooOften = "too-often"
  case noModel = "no-model"
  case noRules = "no-rules"
  case unreadable
  case wrongFigures = "wrong-figures"
  /// Is answered where requests are taken, before anything else.
  case busy

  /// The HTTP status (RFC 9110).
  var status: Int {
    switch self {
    case .badAddress, .unknownParameter, .repeatedParameter, .missingParameter, .badParameter, .badDay, .badNumber,
      .badChoice, .badText, .badCursor, .badRange, .unknownName, .badIdentity,
      .badForm:
      400
    case .notHere, .signIn, .notYours, .fromElsewhere: 403
    case .notFound, .noSuchForm: 404
    case .method: 405
    case .wrongFigures, .toConfirm, .changedSince: 409
    case .tooLarge: 413
    case .wrongType: 415
    case .refused, .keyReused: 422
    case .tooOften: 429
    case .noModel, .noRules, .unreadable, .busy: 503
    }
  }

  var title: Bilingual {
    switch self {
    case .badAddress: .init(vi: "Địa chỉ không đúng dạng", en: "The address is not in order")
    case .unknownParameter: .init(vi: "Không có tham số này", en: "There is no such parameter")
    case .repeatedParameter: .init(vi: "Tham số ghi nhiều lần", en: "A parameter is there several times")
    case .missingParameter: .init(vi: "Thiếu tham số", en: "A parameter is missing")
    case .badParameter: .init(vi: "Điều được hỏi không đúng", en: "What is asked is not right")
    case .badDay: .init(vi: "Không phải là ngày", en: "That is no day")
    case .badNumber: .init(vi: "Số không đúng", en: "The number is not right")
    case .badChoice: .init(vi: "Không có giá trị này", en: "There is no such value")
    case .badText: .init(vi: "Lời ghi không đúng", en: "The text is not right")
    case .badCursor: .init(vi: "Không biết trang sau bắt đầu ở đâu", en: "The next page begins nowhere")
    case .badRange: .init(vi: "Khoảng ngày không đúng", en: "The range of days is not right")
    case .unknownName: .init(vi: "Không có tên này", en: "There is no such name")
    case .notHere:
      .init(vi: "Địa chỉ này chỉ dùng trên chính máy chủ", en: "This address is only for the machine itself")
    case .signIn: .init(vi: "Máy chủ web không cho biết ai đang hỏi", en: "The web server does not say who asks")
    case .badIdentity:
      .init(vi: "Tên người đăng nhập không đúng dạng", en: "The name of who signed in is not in order")
    case .notFound: .init(vi: "Không có gì ở địa chỉ này", en: "There is nothing at this address")
    case .noSuchForm: .init(vi: "Trang không có dạng này", en: "The page has no such form")
    case .method: .init(vi: "Ở đây chỉ xem được", en: "This can only be read")
    case .notYours: .init(vi: "Không ghi nhận được ở đây", en: "This is not yours to record")
    case .fromElsewhere: .init(vi: "Biểu mẫu gửi từ trang khác", en: "The form was sent by a page of elsewhere")
    case .wrongType: .init(vi: "Dạng nội dung không đúng", en: "The content has another type")
    case .tooLarge: .init(vi: "Nội dung quá dài", en: "The content is too large")
    case .badForm: .init(vi: "Nội dung gửi không đúng", en: "What was sent is not in order")
    case .refused: .init(vi: "Chưa ghi nhận", en: "Nothing was recorded")
    case .toConfirm: .init(vi: "Cần xác nhận lại", en: "It must be confirmed")
    case .changedSince:
      .init(vi: "Điều được trả lời đã khác", en: "What is answered has changed")
    case .keyReused: .init(vi: "Khóa gửi đã dùng cho nội dung khác", en: "The key was used for something else")
    case .tooOften: .init(vi: "Gửi quá nhiều", en: "Too much was sent")
    case .noModel: .init(vi: "Chưa có gì để xem", en: "There is nothing to show yet")
    case .noRules: .init(vi: "Chưa có kế hoạch nào", en: "There is no plan yet")
    case .unreadable: .init(vi: "Chưa đọc được", en: "This cannot be read now")
    case .wrongFigures:
      .init(vi: "Số liệu có thể sai", en: "The figures may be wrong")
    case .busy: .init(vi: "Đang quá nhiều yêu cầu", en: "Too much is asked")
    }
  }

  /// What to do about it.
  var advice: Bilingual {
    switch self {
    case .badAddress:
      .init(
        vi: "Kiểm tra lại địa chỉ: không có “..”, “//”, dấu “%” đứng một mình.",
        en: "Look at the address again: it must have no “..”, no “//” and no lone “%”.")
    case .unknownParameter:
      .init(
        vi: "Bỏ tham số đó, hoặc ghi đúng tên; tham số của API có trong /api/v1/openapi.json.",
        en: "Leave it out, or correct its name; those of the API are in /api/v1/openapi.json.")
    case .repeatedParameter: .init(vi: "Ghi tham số đó một lần.", en: "Name it once.")
    case .missingParameter: .init(vi: "Thêm tham số được nêu.", en: "Add the parameter that is named.")
    case .badParameter: .init(vi: "Sửa giá trị được nêu.", en: "Correct the value that is named.")
    case .badDay: .init(vi: "Ghi ngày như 2024-09-30.", en: "Write the day as 2024-09-30.")
    case .badNumber:
      .init(vi: "Ghi một số nguyên trong khoảng được nêu.", en: "Write a whole number in the range named.")
    case .badChoice: .init(vi: "Chọn một trong các giá trị được nêu.", en: "Take one of the values named.")
    case .badText: .init(vi: "Ghi ngắn hơn, và không để trống.", en: "Write less, but something.")
    case .badCursor:
      .init(
        vi: "Lấy nguyên giá trị “next” của trang trước làm “after”.",
        en: "Take the value of “next” in the page before, as it is, for “after”.")
    case .unknownName:
      .init(
        vi: "Ghi đúng mã hoặc tên trong quy tắc; các tên gần nhất được nêu.",
        en: "Write an id or name of the rules; the nearest are named.")
    case .badRange:
      .init(
        vi: "Ghi ngày đầu trước ngày cuối, không quá số ngày được nêu.",
        en: "Name the first day before the last, and no more days than are named.")
    case .notHere:
      .init(
        vi: "Mở trang trên chính máy chủ, hoặc qua máy chủ web của cơ quan.",
        en: "Open it on the machine itself, or through the office's web server.")
    case .signIn:
      .init(
        vi: "Đăng nhập trên trang web của cơ quan; chương trình khác dùng mã (nhacviec tokens make).",
        en: "Sign in at the office's web server; programs take a token (nhacviec tokens make).")
    case .badIdentity:
      .init(
        vi:
          "Người quản trị máy chủ web: gửi X-Remote-User đúng một lần, một tên, không có dấu phẩy, và xóa trường ấy trong "
          + "yêu cầu từ ngoài.",
        en:
          "To who runs the web server: send X-Remote-User once, one name without commas, and take the field away from "
          + "what comes in.")
    case .notFound:
      .init(
        vi: "Kiểm tra lại địa chỉ; mã có thể đã đổi theo bản quy tắc mới.",
        en: "Look at the address again; an id may have changed with the rules.")
    case .noSuchForm:
      .init(
        vi: "Bỏ phần đuôi của địa chỉ, hoặc dùng một đuôi được nêu.",
        en: "Leave out the ending of the address, or take one that is named.")
    case .method:
      .init(vi: "Dùng phương thức nêu ở trường Allow.", en: "Use a method that the field Allow names.")
    case .notYours:
      .init(
        vi:
          "Đăng nhập bằng tên có vai trò ([roles] trong cấu hình) hoặc bằng hộp thư của đơn vị, và ghi cho bên của mình.",
        en:
          "Sign in as somebody with a role ([roles] of the configuration) or by the unit's mailbox, and record for your own "
          + "side.")
    case .fromElsewhere:
      .init(
        vi: "Mở biểu mẫu từ trang của cơ quan rồi gửi lại.",
        en: "Open the form on the office's page, and send it there.")
    case .wrongType: .init(vi: "Gửi đúng Content-Type được nêu.", en: "Send the Content-Type that is named.")
    case .tooLarge:
      .init(
        vi: "Gửi ngắn hơn: biểu mẫu nhiều nhất 48 KiB, bảng theo dõi 2 MB, chương trình 16 KiB.",
        en: "Send less: a form has at most 48 KiB, a register 2 MB, a program's request 16 KiB.")
    case .badForm:
      .init(vi: "Gửi các trường được nêu, mỗi trường một lần.", en: "Send the fields that are named, each once.")
    case .refused: .init(vi: "Sửa chỗ được nêu rồi gửi lại.", en: "Mend what is named, and send it again.")
    case .toConfirm:
      .init(
        vi: "Nếu đúng như vậy, gửi lại với “yes”: true.", en: "If it is right, send it again with “yes”: true.")
    case .changedSince:
      .init(
        vi: "Xem điều đang chờ rồi gửi lại; “about” là số ghi nhận của điều ấy.",
        en: "Look at what waits now, and send it again; “about” is the number of its fact.")
    case .keyReused:
      .init(vi: "Dùng một Idempotency-Key cho mỗi nội dung.", en: "Use one Idempotency-Key for each content.")
    case .tooOften:
      .init(vi: "Gửi lại sau số giây ở Retry-After.", en: "Send it again after the seconds in Retry-After.")
    case .noModel:
      .init(
        vi: "Thử lại sau số giây ở Retry-After; nếu vẫn vậy, xem nhacviec status.",
        en: "Try again after the seconds in Retry-After; if it stays, see nhacviec status.")
    case .noRules:
      .init(
        vi:
          "Người quản trị: đặt tệp quy tắc (*.rules) của kế hoạch vào thư mục quy tắc (thường là /etc/nhacviec/rules.d), xem bằng nhacviec check, rồi đưa vào hiệu "
          + "lực bằng nhacviec rules promote; trang có ngay sau đó.",
        en:
          "To the administrator: put the plan's rule files (*.rules) into the rule folder (mostly /etc/nhacviec/rules.d), look at them by nhacviec check, and "
          + "put them into force by nhacviec rules promote; the pages are there at once.")
    case .unreadable:
      .init(
        vi: "Thử lại sau số giây ở Retry-After; nếu vẫn vậy, xem nhacviec doctor.",
        en: "Try again after the seconds in Retry-After; if it stays, see nhacviec doctor.")
    case .wrongFigures:
      .init(
        vi: "Có ghi nhận không dùng được; người quản trị xem bằng lệnh nhacviec facts.",
        en: "Some facts could not be applied; the administrator sees them by nhacviec facts.")
    case .busy:
      .init(
        vi: "Thử lại sau số giây ở Retry-After, và hỏi thưa hơn.",
        en: "Try again after the seconds in Retry-After, and ask less often.")
    }
  }
}
