package import Addresses

/// A notification with all its words, in every form that a channel may want.
package struct FinishedNotification: Sendable {
  /// 32 hexadecimal digits, the same for every copy and every attempt.
  package var id: String
  /// The instant at which it is due to go out: seconds since 1970, UTC.
  package var slot: Int
  /// Minutes east of Greenwich where the plan is.
  package var zoneOffset: Int
  /// The unit's title.
  package var recipient: String
  /// The recipient's address, as the rules have it.
  package var address: String
  /// The focal point of the plan, which gets answers; nil if it has no mail address.
  package var focalPoint: Mailbox?
  /// The subject, on one line.
  package var subject: String
  package var text: String
  package var html: String
  /// The head of the log of facts, `COUNT:HASH`, of a message that holds it as evidence; nil for others.
  package var factsHead: String?
  /// The text for chat tools.
  package var chat: String
  /// The content for programs (docs/delivery.md).
  package var json: [UInt8]
  /// A calendar file (iCalendar, `METHOD:PUBLISH`); nil if none is sent along.
  package var calendar: String?

  package init(
    id: String, slot: Int, zoneOffset: Int, recipient: String, address: String, focalPoint: Mailbox?, subject: String,
    text: String, html: String, factsHead: String? = nil, chat: String, json: [UInt8], calendar: String?
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
    self.factsHead = factsHead
    self.chat = chat
    self.json = json
    self.calendar = calendar
  }
}

/// What the journal is told of one notice.
package struct NoticeRecord: Sendable {
  package var message: String
  /// The kind of message, 32 hexadecimal digits.
  package var messageID: String
  /// 0 (emergency) to 7 (debug), as in syslog.
  package var priority: Int
  package var fields: [(name: String, value: String)]

  package init(message: String, messageID: String, priority: Int, fields: [(name: String, value: String)]) {
    self.message = message
    self.messageID = messageID
    self.priority = priority
    self.fields = fields
  }
}

/// The bytes that a channel makes of a notification. They are logged, and sent unchanged at every attempt.
package struct RenderedNotification: Sendable {
  package var body: [UInt8]
  /// The address to which a mail that cannot be delivered comes back; nil for other channels.
  package var returnPath: MailAddress?

  package init(body: [UInt8], returnPath: MailAddress? = nil) {
    self.body = body
    self.returnPath = returnPath
  }
}

/// A logged message that is being sent.
package struct StoredNotification: Sendable {
  package var id: String
  /// As in `FinishedNotification`.
  package var slot: Int
  package var returnPath: String?
  package var body: [UInt8]
  /// What the channels that get copies keep beside the body.
  package var entries: [[UInt8]]

  package init(id: String, slot: Int, returnPath: String?, body: [UInt8], entries: [[UInt8]]) {
    self.id = id
    self.slot = slot
    self.returnPath = returnPath
    self.body = body
    self.entries = entries
  }
}
