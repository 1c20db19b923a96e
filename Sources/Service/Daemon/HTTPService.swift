import Diagnostics
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceStatus
import Synchronization

/// Answers HTTP/1.1 requests on sockets that are already open. Bodies of requests are read and discarded, up to a
/// limit.
///
/// The memory that a connection takes is bounded, whatever the client does: only one answer at a time waits to be
/// fetched, and meanwhile nothing is read.
package final class HTTPService: Sendable {
  /// How long a connection may be idle, or take for one request (`idle`), and how long it may last (`whole`).
  struct Patience: Sendable {
    var idle: TimeAmount = .seconds(30)
    var whole: TimeAmount = .minutes(10)
  }

  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let listeners: Mutex<[any Channel]> = Mutex([])
  private let patience: Patience
  private let answer: @Sendable (PageRequest) -> Page

  /// - Parameter answer: makes the answer to a request. It is called on the service's thread, and must not wait.
  package convenience init(answer: @escaping @Sendable (PageRequest) -> Page) {
    self.init(patience: Patience(), answer: answer)
  }

  init(patience: Patience, answer: @escaping @Sendable (PageRequest) -> Page) {
    self.patience = patience
    self.answer = answer
  }

  /// Begins to accept connections. The descriptors are closed with the service.
  package func start(_ sockets: [ListeningSocket]) throws {
    for socket in sockets {
      // Connections are counted for each socket, so that a flood on one leaves the others open.
      let connections = ConnectionCount(limit: 256)
      // One read yields a few hundred requests at most.
      let bootstrap = ServerBootstrap(group: group)
        .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
        .childChannelOption(.maxMessagesPerRead, value: 1)
        .childChannelInitializer { [self] child in serve(child, connections) }
      let listener = try bootstrap.withBoundSocket(socket.descriptor).wait()
      listeners.withLock { $0.append(listener) }
    }
  }

  /// Whether a request over a connection of the daemon's own is answered within `seconds`, however many connections
  /// there are. Blocks.
  package func isAnswering(within seconds: Int) -> Bool {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return false }
    defer { close(ends[0]) }
    _ = ClientBootstrap(group: group).channelInitializer { [self] child in serve(child, nil) }
      .withConnectedSocket(ends[1])
    let request = Array("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    guard write(ends[0], request, request.count) == request.count else { return false }
    var event = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    guard poll(&event, 1, Int32(seconds * 1000)) == 1 else { return false }
    var answer = [UInt8](repeating: 0, count: 64)
    let count = read(ends[0], &answer, answer.count)
    return count > 0 && String(decoding: answer[..<count], as: UTF8.self).hasPrefix("HTTP/1.1 200")
  }

  /// Accepts nothing more, and waits for the answers that are being written. Open connections end with the process,
  /// because the library's own shutdown starts threads of libdispatch, which complain if they may not set their
  /// priority.
  package func stop() {
    for listener in listeners.withLock({ $0 }) { try? listener.close().wait() }
    try? group.next().submit {}.wait()
  }

  /// - Parameter connections: the count that includes the connection; nil for the daemon's own.
  private func serve(_ child: any Channel, _ connections: ConnectionCount?) -> EventLoopFuture<Void> {
    child.eventLoop.makeCompletedFuture {
      if let connections {
        guard connections.enter() else { throw TooManyConnections() }
        child.closeFuture.whenComplete { _ in connections.leave() }
      }
      let end = child.eventLoop.scheduleTask(in: patience.whole) { child.close(promise: nil) }
      child.closeFuture.whenComplete { _ in end.cancel() }
      var limits = NIOHTTPDecoderLimitConfiguration()
      (limits.maxHeaderFieldSize, limits.maxHeaderListSize, limits.maxHeaderFieldCount) = (8 << 10, 16 << 10, 64)
      let pipeline = child.pipeline.syncOperations
      try pipeline.addHandler(IdleStateHandler(allTimeout: patience.idle))
      try pipeline.configureHTTPServerPipeline(
        withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
      try pipeline.addHandler(RequestHandler(patience.idle, answer))
    }
  }
}

private struct TooManyConnections: Error {}

private final class ConnectionCount: Sendable {
  private let limit: Int
  private let count = Mutex(0)

  init(limit: Int) { self.limit = limit }

  /// Counts a connection. Returns false if there are as many as allowed.
  func enter() -> Bool {
    count.withLock {
      guard $0 < limit else { return false }
      $0 += 1
      return true
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}

/// One connection, whose requests are answered one after another.
private final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private static let largestBody = 64 << 10
  /// After so many requests a client has to connect again.
  private static let mostRequests = 1000
  private let patience: TimeAmount
  private let answer: @Sendable (PageRequest) -> Page
  /// Ends a connection whose request does not become complete in time, however steadily it comes.
  private var deadline: Scheduled<Void>?
  private var head: HTTPRequestHead?
  private var bodySize = 0
  private var answered = 0
  private var isLast = false

  init(_ patience: TimeAmount, _ answer: @escaping @Sendable (PageRequest) -> Page) {
    self.patience = patience
    self.answer = answer
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
    case .head(let head): (self.head, bodySize) = (head, 0)
    case .body(let bytes):
      bodySize += bytes.readableBytes
      guard bodySize > Self.largestBody, let head else { return }
      self.head = nil
      reply(
        .problem(413, Bilingual(vi: "yêu cầu quá lớn", en: "the request is too large")), to: head, closing: true,
        context)
    case .end:
      deadline?.cancel()
      guard let head else { return }
      self.head = nil
      let path = head.uri.prefix { $0 != "?" }
      let page = answer(PageRequest(method: head.method.rawValue, target: String(path)))
      reply(page, to: head, closing: !head.isKeepAlive, context)
    }
  }

  private func reply(_ page: Page, to request: HTTPRequestHead, closing: Bool, _ context: ChannelHandlerContext) {
    answered += 1
    isLast = closing || answered >= Self.mostRequests
    var head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: page.status))
    head.headers = [
      "Date": Clock.httpDate(Clock.machine.now()), "Content-Type": page.type,
      "Content-Length": String(page.body.utf8.count),
      "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
    ]
    if let methods = page.allowedMethods { head.headers.add(name: "Allow", value: methods) }
    if isLast { head.headers.add(name: "Connection", value: "close") }
    let body = request.method == .HEAD ? "" : page.body
    context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
    let written = context.writeAndFlush(
      Self.wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: body)))))
    // The end is written after everything before it was sent. Only then does the pipeline hand over the next request
    // and read on.
    written.assumeIsolated().whenComplete { [isLast] _ in
      context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: nil)
      if isLast { context.close(promise: nil) } else { self.awaitRequest(context) }
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
