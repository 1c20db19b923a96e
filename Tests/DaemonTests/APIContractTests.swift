import Foundation
import StateFolder
import TestSupport
import Testing

@Suite("The API over the network")
struct APIContractTests {
  @Test("Its description is valid, and its answers are as the description has them")
  func contract() throws {
    let desk = try DaemonDesk([
      "plan.rules": SmallOffice.plan(
        SmallOffice.task("A", "chậm nhất 29/3/2024")
          + SmallOffice.task("B", "hằng quý, trước ngày 17 tháng cuối quý"))
    ])
    let port = try Self.freePort()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try DaemonDesk.program("nhacviecd"))
    process.arguments = [
      "--foreground", "--state", desk.state.path, "--rules", desk.rules, "--config", desk.root + "/nhacviec.toml",
      "--listen", "127.0.0.1:\(port)",
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": desk.root, "NHACVIEC_SHARE": desk.root + "/share"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    #expect(eventually(within: 60) { desk.state.readRoundMark()?.revision == 1 })
    let said = try PythonOracle.run("Tests/DaemonTests/api/check_api.py", ["http://127.0.0.1:\(port)", "15"])
    #expect(said == "right\n")
  }

  /// A port that nobody listens on.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, size) == 0 && getsockname(descriptor, pointer, &size) == 0
      }
    }
    try #require(isBound)
    return UInt16(bigEndian: address.sin_port)
  }
}
