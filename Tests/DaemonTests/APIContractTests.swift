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
    let port = freePort()
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
}
