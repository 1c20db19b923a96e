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

  /// After so many requests a client has to connect again.
  private static let mostRequests = 1000
  private let patience: TimeAmount
  private let answering: Answering
  private let bodies: LargeBodies
  private let socket: HTTPRequest.Socket
  /// Ends a connection whose request does not become complete in time, however steadily it comes.
  private var deadline: Scheduled<Void>?
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  /// The bytes that it may have, once one of the places of large bodies is taken for it.
  private var most: Int?
  /// A request whose body is read to its end without being kept, and what is answered then.
  private var refused: (HTTPRequestHead, HTTPAnswer)?
  private var answered = 0
  private var isLast = false
  /// An answer is being made, which the client waits for in silence.
  private var isAnswering = false
  /// The connection has lasted long enough.
  private var isOver = false

  init(
    _ patience: TimeAmount, _ answering: Answering, _ bodies: LargeBodies, _ socket: HTTPRequest.Socket
  ) {
    (self.patience, self.answering, self.bodies, self.socket) = (patience, answering, bodies, socket)
  }

  func channelActive(context: ChannelHandlerContext) {
    awaitRequest(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    if isWaiting { leavePlace() }
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
    case .head(let head):
      (self.head, body) = (head, [])
      // Who asks first whether a body is wanted waits for this, as web servers do for whom they pass on (RFC 9110, 10.1.1).
      guard head.headers["expect"].contains(where: { $0.lowercased() == "100-continue" }) else { return }
      guard LargeBodies.length(head) <= max(LargeBodies.usual, bodies.most(request(head)) ?? 0) else {
        self.head = nil
        return reply(Self.tooLarge, to: head, closing: true, context)
      }
      context.writeAndFlush(
        Self.wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
    case .body(let bytes):
      guard let head else { return }
      bytes.withUnsafeReadableBytes { body.append(contentsOf: $0) }
      guard body.count > LargeBodies.usual, let refusal = refusal(head) else { return }
      (self.head, body) = (nil, [])
      leavePlace()
      // A web server that still passes a body on when the connection ends does not hear why.
      guard !LargeBodies.isSkipped(head) else {
        refused = (head, refusal)
        return
      }
      reply(refusal, to: head, closing: true, context)
    case .end:
      deadline?.cancel()
      if let (head, refusal) = refused {
        refused = nil
        return reply(refusal, to: head, closing: true, context)
      }
      guard let head else { return }
      self.head = nil
      let request = request(head, body)
      body = []
      if let answer = answering.quick(request) { return reply(answer, to: head, closing: !head.isKeepAlive, context) }
      // Nothing more of this connection is read before the answer is written, so that it has one at work at most.
      let answer = answering.slow(request, on: context.eventLoop)
      isAnswering = true
      answer.assumeIsolated().whenSuccess { answer in
        self.isAnswering = false
        self.leavePlace()
        guard context.channel.isActive else { return answer.end() }
        self.reply(answer.value, to: head, closing: !head.isKeepAlive, context, then: answer.end)
      }
    }
  }

  private func request(_ head: HTTPRequestHead, _ body: [UInt8] = []) -> HTTPRequest {
    HTTPRequest(
      head.method.rawValue, head.uri, fields: head.headers.map { ($0.name, $0.value) }, body: body, socket: socket)
  }

  /// Why no more of a body is read; nil if it is.
  private func refusal(_ head: HTTPRequestHead) -> HTTPAnswer? {
    guard let most = most ?? bodies.most(request(head)), body.count <= most else {
      return Self.tooLarge
    }
    if self.most == nil, bodies.places.enter() { self.most = most }
    return self.most == nil ? .comeAgain : nil
  }

  private static let tooLarge = HTTPAnswer.problem(
    413, Bilingual(vi: "yêu cầu quá lớn", en: "the request is too large"))

  /// Whether a request is still coming.
  private var isWaiting: Bool { head != nil }

  private func leavePlace() {
    if most != nil { bodies.places.leave() }
    most = nil
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

/// Which bodies may be larger than others, and how many of them are read or looked at at a time, so that they take no more memory than
/// a few of them do.
struct LargeBodies: Sendable {
  /// Bytes of others, at most.
  static let usual = 64 << 10

  /// The bytes that a body may have, by what stands above it; nil of others.
  let most: @Sendable (HTTPRequest) -> Int?
  let places = ConnectionCount(limit: 4)

  /// Whether the rest of a body that is too large is waited for.
  static func isSkipped(_ head: HTTPRequestHead) -> Bool { (1...(16 << 20)).contains(length(head)) }

  /// The bytes that a body has, as its head says; 0 where it does not.
  static func length(_ head: HTTPRequestHead) -> Int {
    head.headers["content-length"].first.flatMap { Int($0) } ?? 0
  }
}
