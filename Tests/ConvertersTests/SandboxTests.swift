import Documents
import Foundation
import TestSupport
import Testing

@testable import Converters

@Suite("Programs of others run apart, within limits")
struct SandboxTests {
  private func output(_ script: String, _ limits: Sandbox.Limits = .init()) throws -> String {
    let result = try Sandbox().run("/usr/bin/sh", ["-c", script], on: Array("tệp".utf8), limits)
    return String(decoding: result.output, as: UTF8.self)
  }

  @Test("The file is all that comes in, and the output all that comes out") func alone() throws {
    #expect(try output("cat /work/document; ls /work") == "tệpdocument\n")
    #expect(
      try output("ls /").split(separator: "\n").sorted().map(String.init) == [
        "bin", "dev", "etc", "lib", "lib64", "proc", "tmp", "usr", "var", "work",
      ])
    #expect(try output("ls /etc").split(separator: "\n").allSatisfy { ["fonts", "libreoffice"].contains($0) })
    #expect(try output("ls /tmp").isEmpty)
    #expect(
      try output("for f in / /usr /work /work/document; do echo x 2>&- >$f/x || echo no; done") == "no\nno\nno\nno\n")
    #expect(try output("env | cut -d= -f1 | sort | tr '\\n' ' '") == "HOME LC_ALL OMP_THREAD_LIMIT PATH PWD ")
  }

  @Test("No network, no other processes") func noNetwork() throws {
    #expect(try output("grep -c : /proc/net/dev") == "1\n")
    #expect(try output("ls /proc | grep -c '^[0-9]'").trimmingCharacters(in: .newlines).count == 1)
    #expect(try output("echo x > /dev/tcp/127.0.0.1/25 || cat /proc/net/route | wc -l").contains("1"))
  }

  @Test("Time, memory, files and output are bounded") func bounded() throws {
    var limits = Sandbox.Limits()
    limits.seconds = 1
    #expect(throws: Sandbox.Failure.tooSlow) { try output("sleep 100", limits) }
    #expect(throws: Sandbox.Failure.tooSlow) { try output("while :; do :; done", limits) }
    #expect(throws: Sandbox.Failure.tooSlow) { try output("sleep 100 & exec >&- 2>&-; sleep 100", limits) }
    let slow = Sandbox().within(seconds: 2)
    #expect(throws: Sandbox.Failure.tooSlow) { for _ in 0..<9 { _ = try slow.run("/usr/bin/sleep", ["1"], on: []) } }
    limits = .init()
    limits.output = 1000
    #expect(throws: Sandbox.Failure.tooMuchOutput) { try output("yes", limits) }
    limits = .init()
    limits.memory = 64 << 20
    #expect(throws: Sandbox.Failure.tooMuchMemory) { try output("head -c 200m /dev/zero | tail -n 1", limits) }
    limits = .init()
    limits.files = 1 << 20
    #expect(try output("head -c 9m /dev/zero 2>&- > /tmp/x; wc -c < /tmp/x", limits) == "1048576\n")
  }

  @Test("A file larger than any pipe comes in whole, and one that is not read does no harm") func large() throws {
    let file = [UInt8](repeating: 7, count: 20 << 20)
    let result = try Sandbox().run("/usr/bin/wc", ["-c", Sandbox.document], on: file)
    #expect(String(decoding: result.output, as: UTF8.self).hasPrefix("\(file.count) "))
    #expect(try Sandbox(bwrap: "/usr/bin/false").run("/usr/bin/true", [], on: file).code == 1)
  }

  @Test("Without bwrap, or where it makes no namespaces, nothing is read, and the message says so") func refused()
    throws
  {
    let folder = try ScratchFolder([
      "no-namespaces": "#!/bin/sh\necho 'bwrap: No permissions to create new namespace, likely because' >&2\nexit 1\n"
    ])
    let program = folder.path + "/no-namespaces"
    #expect(chmod(program, 0o755) == 0)
    let bytes = try sample("ha-tinh-skhcn-2021.libreoffice.pdf")
    let shut = failure(bytes, "a.pdf", DocumentConverter(sandbox: Sandbox(bwrap: program)))
    #expect(shut?.code == .sandbox)
    #expect(shut?.words.vi.contains("No permissions to create new namespace") == true)
    let missing = failure(bytes, "a.pdf", DocumentConverter(sandbox: Sandbox(bwrap: "/nowhere/bwrap")))
    #expect(missing?.code == .program)
    #expect(missing?.words.en.contains("apt install bubblewrap poppler-utils") == true)
    for format in ForeignFormat.allCases {
      #expect(throws: DocumentFileFailure.self) {
        try DocumentConverter(sandbox: Sandbox(bwrap: "/nowhere/bwrap")).read(format, bytes, name: "a")
      }
      #expect(format.notRead.words.vi.contains("apt install \(format.packages.joined(separator: " "))"))
    }
  }
}
