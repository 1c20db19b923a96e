import Diagnostics
import HTTPMessages
import NIOCore
import NIOHTTP1

/// One connection, whose requests are answered one after another.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// Says that the connection has lasted long enough.
  struct End: Sendable {}

  private static let largestBody = 64 << 10
  /// After so many requests a client has to connect again.
  private static let mostRequests = 1000
  private let patience: TimeAmount
  private let answering: Answering
  private let socket: HTTPRequest.Socket
  /// Ends a connection whose request does not become complete in time, however steadily it comes.
  private var deadline: Scheduled<Void>?
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var answered = 0
  private var isLast = false
  /// An answer is being made, which the client waits for in silence.
  private var isAnswering = false
  /// The connection has lasted long enough.
  private var isOver = false

  init(_ patience: TimeAmount, _ answering: Answering, _ socket: HTTPRequest.Socket) {
    (self.patience, self.answering, self.socket) = (patience, answering, socket)
  }

  func channelActive(context: ChannelHandlerContext) {
    awaitRequest(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  private func awaitRequest(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isLast else { return }
    switch unwrapInboundIn(data) {
    case .head(let head): (self.head, body) = (head, [])
    case .body(let bytes):
      guard let head else { return }
      body += bytes.readableBytesView
      guard body.count > Self.largestBody else { return }
      (self.head, body) = (nil, [])
      reply(
        .problem(413, Bilingual(vi: "yêu cầu quá lớn", en: "the request is too large")), to: head, closing: true,
        context)
    case .end:
      deadline?.cancel()
      guard let head else { return }
      self.head = nil
      let request = HTTPRequest(
        head.method.rawValue, head.uri, fields: head.headers.map { ($0.name, $0.value) }, body: body, socket: socket)
      body = []
      if let answer = answering.quick(request) { return reply(answer, to: head, closing: !head.isKeepAlive, context) }
      // Nothing more of this connection is read before the answer is written, so that it has one at work at most.
      let answer = answering.slow(request, on: context.eventLoop)
      isAnswering = true
      answer.assumeIsolated().whenSuccess { answer in
        self.isAnswering = false
        guard context.channel.isActive else { return answer.end() }
        self.reply(answer.value, to: head, closing: !head.isKeepAlive, context, then: answer.end)
      }
    }
  }

  /// - Parameter end: called once the answer is sent, or the connection gone.
  private func reply(
    _ page: HTTPAnswer, to request: HTTPRequestHead, closing: Bool, _ context: ChannelHandlerContext,
    then end: @escaping () -> Void = {}
  ) {
    answered += 1
    // What follows a CONNECT is no request.
    isLast = closing || isOver || request.method == .CONNECT || answered >= Self.mostRequests
    var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: page.status))
    head.headers = ["Date": Clock.httpDate(Clock.machine.now()), "X-Content-Type-Options": "nosniff"]
    // 304 has no body, and no word about one.
    if page.status != 304 { head.headers.add(name: "Content-Length", value: String(page.body.count)) }
    if let type = page.type { head.headers.add(name: "Content-Type", value: type) }
    for field in page.fields { head.headers.add(name: field.name, value: field.value) }
    if page.value(of: "Cache-Control") == nil { head.headers.add(name: "Cache-Control", value: "no-store") }
    if isLast { head.headers.add(name: "Connection", value: "close") }
    let body = request.method == .HEAD ? [] : page.body
    context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
    let written = context.writeAndFlush(
      Self.wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: body)))))
    // The end is written after everything before it was sent. Only then does the pipeline hand over the next request
    // and read on.
    written.assumeIsolated().whenComplete { [isLast] _ in
      end()
      context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
      if isLast { context.close(promise: nil) } else { self.awaitRequest(context) }
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent || event is End {
      // Nobody who waits for an answer is sent away without it.
      if !isAnswering { return context.close(promise: nil) }
      isOver = isOver || event is End
      return
    }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
