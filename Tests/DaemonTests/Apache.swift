import Foundation
import TestSupport
import Testing

/// Debian's Apache on a port of this machine, with a shipped example as its configuration and nothing of /etc/apache2.
final class Apache: Sendable {
  /// What each of the examples asks `a2enmod` for, and what Debian enables by itself.
  private static let modules = [
    "mpm_event", "authn_core", "authz_core", "authn_file", "authz_user", "auth_basic", "setenvif", "socache_shmcb",
    "ssl",
    "proxy", "proxy_http", "headers",
  ]

  let port: UInt16
  let folder: ScratchFolder
  private let process: pid_t

  /// Why it cannot be started here; nil if it can.
  static var obstacle: String? {
    let programs = [
      "/usr/sbin/apache2", "/usr/bin/curl", "/usr/bin/openssl", "/usr/lib/apache2/modules/mod_auth_openidc.so",
      "/usr/bin/glewlwyd", "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3",
    ]
    let missing = programs.filter { access($0, R_OK) != 0 }
    return missing.isEmpty
      ? nil : "needs \(missing.joined(separator: ", ")): tools/setup $(cat Tests/apache/packages)"
  }

  /// - Parameters:
  ///   - example: the name of the configuration in config/apache.
  ///   - socket: the daemon's socket file for it.
  ///   - definitions: further ones, with the port and the own folder in the place of PORT and ROOT.
  ///   - modules: further ones.
  ///   - more: lines of the configuration before the example's.
  init(
    _ example: String, socket: String, port: UInt16 = freePort(), definitions: [String: String] = [:],
    modules: [String] = [], more: [String] = []
  ) throws {
    folder = try ScratchFolder(in: "/tmp")
    self.port = port
    let root = folder.path
    chmod(root, 0o755)
    let password = try Self.output("/usr/bin/openssl", ["passwd", "-apr1", "mật khẩu"])
    try folder.write(Array("lan:\(password)".utf8), to: "passwords")
    let secrets = "OIDCClientSecret secret-of-the-client\nOIDCCryptoPassphrase secret-of-the-server\n"
    try folder.write(Array(secrets.utf8), to: "secrets")
    _ = try Self.output(
      "/usr/bin/openssl",
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        + ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
        + ["-keyout", root + "/key.pem", "-out", root + "/certificate.pem"])
    var defined = [
      "SOCKET": socket, "LOGS": root, "PORT": String(port), "NAME": "localhost",
      "CERTIFICATE": root + "/certificate.pem",
      "KEY": root + "/key.pem", "PASSWORDS": root + "/passwords",
    ]
    for (name, value) in definitions {
      defined[name] = value.replacing("PORT", with: String(port)).replacing("ROOT", with: root)
    }
    var lines = defined.sorted { $0.key < $1.key }.map { "Define NHACVIEC_\($0.key) \"\($0.value)\"" }
    lines += ["ServerRoot /usr/lib/apache2", "ServerName localhost", "PidFile \(root)/pid", "Mutex file:\(root)"]
    lines += ["DefaultRuntimeDir \(root)", "ErrorLog \(root)/error.log", "Listen 127.0.0.1:\(port)"]
    lines += (Self.modules + modules).map { "LoadModule \($0)_module modules/mod_\($0).so" }
    if getuid() == 0 {
      // Its children are the web server's user, who is of no group but their own, as on an office's machine.
      lines += ["User www-data", "Group www-data"]
      let server = try #require(getpwnam("www-data")).pointee
      chown(socket, 0, server.pw_gid)
    }
    lines += more.map { $0.replacing("ROOT", with: root) }
    lines.append("Include \(repository.path)/config/apache/\(example)")
    try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "httpd.conf")
    process = try Self.spawn("/usr/sbin/apache2", ["-f", root + "/httpd.conf", "-D", "FOREGROUND"])
    #expect(eventually { (try? Client(port: port)) != nil }, "\(logs)")
  }

  deinit {
    kill(process, SIGTERM)
    waitpid(process, nil, 0)
  }

  /// Starts a server that hears signals, which the threads of tests have blocked.
  static func spawn(_ program: String, _ arguments: [String]) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var environment = [strdup("PATH=/usr/bin:/bin"), nil]
    defer { for word in words + environment { free(word) } }
    var child: pid_t = 0
    try #require(posix_spawn(&child, program, nil, &attributes, &words, &environment) == 0)
    return child
  }

  /// All that it wrote down.
  var logs: String {
    ["error.log", "nhacviec-error.log", "nhacviec-access.log"]
      .map { (try? String(contentsOfFile: "\(folder.path)/\($0)", encoding: .utf8)) ?? "" }.joined()
  }

  static let lan = ["--user", "lan:mật khẩu"]

  /// Asks once over TLS; the path goes as it is.
  func ask(_ path: String, _ options: [String] = []) throws -> ThreeSockets.Answer {
    let text = try Self.output(
      "/usr/bin/curl",
      [
        "--silent", "--include", "--http1.1", "--path-as-is", "--max-time", "20", "--cacert",
        folder.path + "/certificate.pem",
      ]
        + options + ["https://localhost:\(port)\(path)"])
    // What is large curl announces first.
    let said = text.components(separatedBy: "HTTP/1.1 100 Continue\r\n\r\n")
    return ThreeSockets.Answer(text: said.last ?? text)
  }

  private static func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program) \(arguments)")
    return String(decoding: bytes, as: UTF8.self)
  }
}
