import Diagnostics
import Glibc
package import HTTPMessages
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceStatus
import Synchronization

/// Answers HTTP/1.1 requests on sockets that are already open. Bodies of requests are read and discarded, up to a
/// limit.
///
/// The memory that a connection takes is bounded, whatever the client does: only one answer at a time waits to be
/// fetched, and meanwhile nothing is read. Answers that take time are made on threads of their own, so many at a time;
/// who asks while others wait is told to come again (503).
package final class HTTPService: Sendable {
  /// How long a connection may be idle, or take for one request (`idle`), and how long it may last (`whole`).
  struct Patience: Sendable {
    var idle: TimeAmount = .seconds(30)
    var whole: TimeAmount = .minutes(10)
  }

  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let listeners: Mutex<[any Channel]> = Mutex([])
  private let patience: Patience
  private let answering: Answering
  private let bodies: LargeBodies

  /// - Parameters:
  ///   - quick: makes the answer to a request that needs no time, on the service's thread; nil if it is another.
  ///   - slow: makes the answer to any other request.
  ///   - mostBytes: the bytes that the body of a request may have more than others, by its head; nil of others.
  package convenience init(
    quick: @escaping @Sendable (HTTPRequest) -> HTTPAnswer?, slow: @escaping @Sendable (HTTPRequest) -> HTTPAnswer,
    mostBytes: @escaping @Sendable (HTTPRequest) -> Int? = { _ in nil }
  ) {
    self.init(patience: Patience(), quick: quick, slow: slow, mostBytes: mostBytes)
  }

  init(
    patience: Patience, quick: @escaping @Sendable (HTTPRequest) -> HTTPAnswer?,
    slow: @escaping @Sendable (HTTPRequest) -> HTTPAnswer,
    mostBytes: @escaping @Sendable (HTTPRequest) -> Int? = { _ in nil }
  ) {
    self.patience = patience
    bodies = LargeBodies(most: mostBytes)
    answering = Answering(quick: quick, slow: slow)
  }

  /// Begins to accept connections. The descriptors are closed with the service.
  package func start(_ sockets: [ListeningSocket]) throws {
    answering.start()
    for socket in sockets {
      // Connections are counted for each socket, so that a flood on one leaves the others open.
      let connections = ConnectionCount(limit: 256)
      // One read yields a few hundred requests at most.
      let bootstrap = ServerBootstrap(group: group)
        .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 4096))
        .childChannelOption(.maxMessagesPerRead, value: 1)
        .childChannelInitializer { [self] child in serve(child, connections, socket.kind) }
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
    _ = ClientBootstrap(group: group).channelInitializer { [self] child in serve(child, nil, .group) }
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
  private func serve(
    _ child: any Channel, _ connections: ConnectionCount?, _ socket: HTTPRequest.Socket
  ) -> EventLoopFuture<Void> {
    child.eventLoop.makeCompletedFuture {
      if let connections {
        guard connections.enter() else { throw TooManyConnections() }
        child.closeFuture.whenComplete { _ in connections.leave() }
      }
      let end = child.eventLoop.scheduleTask(in: patience.whole) {
        child.pipeline.fireUserInboundEventTriggered(RequestHandler.End())
      }
      child.closeFuture.whenComplete { _ in end.cancel() }
      var limits = NIOHTTPDecoderLimitConfiguration()
      (limits.maxHeaderFieldSize, limits.maxHeaderListSize, limits.maxHeaderFieldCount) = (8 << 10, 16 << 10, 64)
      let pipeline = child.pipeline.syncOperations
      try pipeline.addHandler(IdleStateHandler(allTimeout: patience.idle))
      try pipeline.configureHTTPServerPipeline(
        withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
      try pipeline.addHandler(RequestHandler(patience.idle, answering, bodies, socket))
    }
  }
}

private struct TooManyConnections: Error {}

final class ConnectionCount: Sendable {
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
