import Foundation
import StateFolder
import TestSupport
import Testing

@Suite("The daemon in the foreground, without systemd", .serialized)
struct ForegroundTests {
  @Test("Wrong arguments are told in the language of the locale, else of the configuration")
  func arguments() throws {
    let folder = try ScratchFolder(["nhacviec.toml": "language = \"vi\"\n"])
    let config = ["NHACVIEC_CONFIG": folder.path + "/nhacviec.toml"]
    for (variables, start) in [
      (["LANG": "vi_VN.UTF-8"], "lỗi: đối số không dùng được: Unknown option '--bogus'\n"),
      (config, "lỗi: đối số không dùng được: "), (["LANG": "en_US.UTF-8"], "Error: Unknown option '--bogus'"),
    ] {
      let said = try run("nhacviecd", ["--bogus"], environment: variables)
      #expect(said.code == 64 && said.errors.hasPrefix(start), "\(said)")
    }
  }

  @Test(
    "It promotes the folder and does the rounds itself, answers on its sockets, and leaves no socket file",
    arguments: [true, false])
  func whole(hasLibrary: Bool) throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    // Found before the machine's own, an empty file is no library.
    try desk.write("", to: "empty/libsystemd.so.0")
    try desk.write("[daemon]\nquiet-seconds = 1\n[limits]\nsynchronised-clock = false\n", to: "nhacviec.toml")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try DaemonDesk.program("nhacviecd"))
    process.arguments = [
      "--foreground", "--state", desk.state.path, "--rules", desk.rules, "--config", desk.root + "/nhacviec.toml",
    ]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": desk.root, "NHACVIEC_SHARE": desk.root + "/share", "NOTIFY_SOCKET": desk.manager,
    ]
    if !hasLibrary { process.environment?["LD_LIBRARY_PATH"] = desk.root + "/empty" }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    defer { process.terminate() }
    #expect(eventually(within: 60) { desk.state.readRoundMark()?.revision == 1 })
    #expect(try eventually { try desk.get("/ready").hasPrefix("HTTP/1.1 200 ") })
    // Asked by others: no path unit, the daemon sees it itself.
    try desk.spool.drop(.wake)
    #expect(eventually(within: 60) { desk.requests.isEmpty })
    process.terminate()
    process.waitUntilExit()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(access(desk.state.socket, F_OK) != 0)
    #expect(!said.contains("thử lại sau một phút"), "\(said)")
    #expect(said.contains("nhacviecd: đã chạy; chưa có quy tắc\n"), "\(said)")
    if hasLibrary {
      #expect(desk.told { $0.contains("READY=1") })
      #expect(!said.contains("libsystemd"), "\(said)")
    } else {
      #expect(said.components(separatedBy: "máy này không có libsystemd").count == 2, "\(said)")
      #expect(said.components(separatedBy: "this machine has no libsystemd").count == 2, "\(said)")
    }
  }

  @Test(
    "What it sent is moved away, alone or with the whole state: no round makes it anew; put back all goes on",
    arguments: ["", "/post"])
  func moved(part: String) throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    try desk.write("[daemon]\nquiet-seconds = 1\n[limits]\nsynchronised-clock = false\n", to: "nhacviec.toml")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try DaemonDesk.program("nhacviecd"))
    process.arguments = [
      "--foreground", "--state", desk.state.path, "--rules", desk.rules, "--config", desk.root + "/nhacviec.toml",
    ]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": desk.root, "NHACVIEC_SHARE": desk.root + "/share", "NOTIFY_SOCKET": desk.manager,
    ]
    try desk.write("", to: "log")
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: desk.root + "/log"))
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    #expect(eventually(within: 60) { desk.state.readRoundMark()?.revision == 1 })
    #expect(try eventually { try desk.get("/ready").hasPrefix("HTTP/1.1 200 ") })
    #expect(try eventually { try desk.get("/api/v1/revisions").contains("\"number\":1") })
    let (path, away) = (desk.state.path + part, desk.root + "/away")
    #expect(rename(path, away) == 0)
    #expect(eventually { desk.times("không gửi gì: sổ gửi \(desk.state.postDatabase)") == 1 })
    // Asked for a round, for a promotion, and to look at everything anew.
    if part == "/post" { try desk.spool.drop(.wake) }
    try desk.write(DaemonDesk.plan(2), to: "rules/plan.rules")
    // What the first look asks for is begun before the second.
    for _ in 1...2 {
      desk.forgetTold()
      kill(process.processIdentifier, SIGHUP)
      #expect(desk.told { $0.contains("RELOADING=1") })
      desk.forgetTold()
      #expect(desk.told { $0.contains("READY=1") })
    }
    #expect(eventually { Self.children(of: process.processIdentifier).isEmpty })
    #expect(!Folder.isThere(path))
    if part == "/post" {
      #expect(desk.requests == [.wake])
      let ready = try desk.get("/ready")
      #expect(ready.hasPrefix("HTTP/1.1 503 ") && ready.contains("is lost or empty"), "\(ready)")
      for path in ["/api/v1/deliveries", "/api/v1/revisions", "/da-gui", "/api/v1/obligations"] {
        #expect(
          try eventually {
            let answer = try desk.get(path)
            return answer.hasPrefix("HTTP/1.1 503 ") && answer.contains("Retry-After: ")
          }, "\(path)")
      }
    }
    #expect(rename(away, path) == 0)
    #expect(eventually(within: 90) { desk.state.readRoundMark()?.revision == 2 })
    #expect(desk.times("đã có lại sổ gửi") == 1)
    #expect(desk.times("không gửi gì: sổ gửi") == 1)
  }

  /// The processes that one has begun and that have not ended.
  private static func children(of process: pid_t) -> String {
    let tasks = "/proc/\(process)/task"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return names.map { (try? String(contentsOfFile: "\(tasks)/\($0)/children", encoding: .utf8)) ?? "" }.joined()
  }

  @Test("--proxy opens a socket file for a web server, which says who asks; it goes with the daemon")
  func proxy() throws {
    let desk = try DaemonDesk(["plan.rules": DaemonDesk.plan()])
    let path = desk.root + "/proxy.sock"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try DaemonDesk.program("nhacviecd"))
    process.arguments = [
      "--foreground", "--state", desk.state.path, "--rules", desk.rules, "--config", desk.root + "/nhacviec.toml",
      "--proxy", path,
    ]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": desk.root, "NHACVIEC_SHARE": desk.root + "/share"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    #expect(eventually(within: 60) { desk.state.readRoundMark()?.revision == 1 })
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o660)
    func answer(_ field: String) throws -> String {
      try Client(path).answers(to: "GET / HTTP/1.1\r\nHost: x\r\n\(field)Connection: close\r\n\r\n")
    }
    #expect(try answer("").hasPrefix("HTTP/1.1 403 "))
    #expect(try eventually { try answer("X-Remote-User: lan\r\n").hasPrefix("HTTP/1.1 200 ") })
    process.terminate()
    process.waitUntilExit()
    #expect(access(path, F_OK) != 0)
  }

  @Test("Its rounds do not hear of the service manager")
  func environment() throws {
    let desk = try DaemonDesk()
    // The round is the program beside the daemon. Another process copies them, since a file that this one has open for writing
    // may be open in a child of another test too when it is to be run (ETXTBSY).
    let folder = desk.root + "/bin"
    try desk.write(
      "#!/bin/sh\nenv > \(desk.root)/environment.new\nmv \(desk.root)/environment.new \(desk.root)/environment\n",
      to: "round.sh")
    let copies = [desk.root + "/round.sh": "nhacviec", try DaemonDesk.program("nhacviecd"): "nhacviecd"]
    for (file, name) in copies {
      let copy = try Process.run(
        URL(fileURLWithPath: "/usr/bin/install"), arguments: ["-D", "-m", "755", file, folder + "/" + name])
      copy.waitUntilExit()
      #expect(copy.terminationStatus == 0)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: folder + "/nhacviecd")
    process.arguments = [
      "--foreground", "--state", desk.state.path, "--rules", desk.rules, "--config", desk.root + "/nhacviec.toml",
    ]
    process.environment = [
      "PATH": "/usr/bin:/bin", "NHACVIEC_SHARE": desk.root + "/share", "NOTIFY_SOCKET": desk.manager,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { process.terminate() }
    #expect(desk.told { $0.contains("READY=1") })
    #expect(eventually(within: 60) { access(desk.root + "/environment", F_OK) == 0 })
    let variables = try String(contentsOfFile: desk.root + "/environment", encoding: .utf8)
    #expect(variables.contains("NHACVIEC_SHARE=") && !variables.contains("NOTIFY_SOCKET="), "\(variables)")
  }
}
