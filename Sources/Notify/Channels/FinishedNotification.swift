package import Addresses

/// A notification with all its words, in every form that a channel may want.
package struct FinishedNotification: Sendable {
  /// 32 hexadecimal digits, the same for every copy and every attempt.
  package var id: String
  /// The instant that it belongs to: seconds since 1970, UTC.
  package var slot: Int
  /// Minutes east of Greenwich where the plan is.
  package var zoneOffset: Int
  /// The unit's title.
  package var recipient: String
  /// As the rules have it.
  package var address: String
  /// Who answers for the plan, and gets answers.
  package var focalPoint: Mailbox?
  /// One line.
  package var subject: String
  package var text: String
  package var html: String
  /// For chat tools.
  package var chat: String
  /// For programs (docs/delivery.md).
  package var json: [UInt8]
  /// iCalendar, `METHOD:PUBLISH`.
  package var calendar: String?

  package init(
    id: String, slot: Int, zoneOffset: Int, recipient: String, address: String, focalPoint: Mailbox?, subject: String,
    text: String, html: String, chat: String, json: [UInt8], calendar: String?
  ) {
    self.id = id
    self.slot = slot
    self.zoneOffset = zoneOffset
    self.recipient = recipient
    self.address = address
    self.focalPoint = focalPoint
    self.subject = subject
    self.text = text
    self.html = html
    self.chat = chat
    self.json = json
    self.calendar = calendar
  }
}

/// What a log is told of one notice.
package struct NoticeRecord: Sendable {
  package var message: String
  /// The kind of message, 32 hexadecimal digits.
  package var messageID: String
  /// As in syslog.
  package var priority: Int
  package var fields: [(name: String, value: String)]

  package init(message: String, messageID: String, priority: Int, fields: [(name: String, value: String)]) {
    self.message = message
    self.messageID = messageID
    self.priority = priority
    self.fields = fields
  }
}

/// A channel's bytes of a notification: logged, and sent again unchanged.
package struct RenderedNotification: Sendable {
  package var body: [UInt8]
  /// Where a mail that cannot be delivered comes back to.
  package var returnPath: MailAddress?

  package init(body: [UInt8], returnPath: MailAddress? = nil) {
    self.body = body
    self.returnPath = returnPath
  }
}

/// What was logged, on its way out.
package struct StoredNotification: Sendable {
  package var id: String
  package var slot: Int
  package var returnPath: String?
  package var body: [UInt8]
  package var entries: [[UInt8]]

  package init(id: String, slot: Int, returnPath: String?, body: [UInt8], entries: [[UInt8]]) {
    self.id = id
    self.slot = slot
    self.returnPath = returnPath
    self.body = body
    self.entries = entries
  }
}
