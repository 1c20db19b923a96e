import Glibc

/// Runs a program of others on a file from somewhere: in namespaces of its own (bwrap(1)), without network, with nothing
/// of the machine but the programs and fonts in it to read, and nothing to write but a small memory of its own. Time,
/// memory and output are bounded.
package struct Sandbox: Sendable {
  /// What a program may take.
  package struct Limits: Sendable {
    /// On the clock of the wall and on that of the processor.
    package var seconds = 60
    /// The addresses of one process.
    package var memory = 1 << 30
    /// Bytes of the files that it writes, all together.
    package var files = 256 << 20
    /// Bytes that it writes to its standard output.
    package var output = 256 << 20

    package init() {}
  }

  /// What a program left.
  package struct Result: Sendable {
    package var output: [UInt8]
    /// What it wrote to its standard error, cut off.
    package var complaints: String
    package var code: Int32
  }

  /// Why there is no result.
  package enum Failure: Error, Hashable, Sendable {
    /// The program, or bwrap, is not installed.
    case missing(String)
    /// No namespaces can be made here; what bwrap said.
    case noNamespaces(String)
    case tooSlow
    case tooMuchMemory
    case tooMuchOutput
  }

  /// Where the file stands for the program.
  package static let document = "/work/document"

  private let bwrap: String
  private let mostSeconds: Int
  /// When all runs have to be over, in seconds of the monotonic clock.
  private var end = Int.max

  /// - Parameter mostSeconds: a limit of time below those of the programs.
  package init(bwrap: String = "/usr/bin/bwrap", mostSeconds: Int = .max) {
    self.bwrap = bwrap
    self.mostSeconds = mostSeconds
  }

  /// The same, all of whose runs together take no longer than this.
  func within(seconds: Int) -> Sandbox {
    var copy = self
    copy.end = min(end, ChildProcess.now() / 1000 + seconds)
    return copy
  }

  /// Runs the program at `path`, which reads `file` at `Sandbox.document` with `suffix` behind it.
  package func run(
    _ path: String, _ arguments: [String], on file: [UInt8], suffix: String = "", _ limits: Limits = Limits()
  ) throws(Failure) -> Result {
    var limits = limits
    limits.seconds = min(limits.seconds, mostSeconds, end == .max ? .max : end - ChildProcess.now() / 1000)
    guard limits.seconds > 0 else { throw .tooSlow }
    for program in [bwrap, path] where access(program, X_OK) != 0 { throw .missing(program) }
    let words = Self.arguments(limits, document: Self.document + suffix) + [path] + arguments
    guard var child = ChildProcess(bwrap, words, input: file) else { throw .missing(bwrap) }
    switch child.wait(seconds: limits.seconds, output: limits.output) {
    case .tooSlow: throw .tooSlow
    case .tooMuchOutput: throw .tooMuchOutput
    case .ended(let code):
      let result = Result(
        output: child.output, complaints: String(decoding: child.complaints, as: UTF8.self), code: code)
      if code != 0 { try Self.check(result) }
      return result
    }
  }

  private static func check(_ result: Result) throws(Failure) {
    if result.complaints.hasPrefix("bwrap: ") {
      throw .noNamespaces(String(result.complaints.prefix { $0 != "\n" }.prefix(200)))
    }
    // SIGKILL and SIGXCPU, as bwrap reports them.
    if [128 + SIGKILL, 128 + SIGXCPU].contains(result.code) { throw .tooSlow }
    let signs = ["out of memory", "bad_alloc", "cannot allocate", "memory exhausted"]
    let complaints = result.complaints.lowercased()
    if signs.contains(where: complaints.contains) { throw .tooMuchMemory }
  }

  /// The machine as the program sees it, and its limits (prlimit(1)).
  private static func arguments(_ limits: Limits, document: String) -> [String] {
    var words = ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    for (name, value) in [("PATH", "/usr/bin"), ("HOME", "/tmp"), ("LC_ALL", "C.UTF-8"), ("OMP_THREAD_LIMIT", "1")] {
      words += ["--setenv", name, value]
    }
    words += ["--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/bin", "/bin"]
    words += ["--symlink", "usr/lib64", "/lib64"]
    for folder in ["/etc/fonts", "/var/cache/fontconfig", "/etc/libreoffice"] {
      words += ["--ro-bind-try", folder, folder]
    }
    words += ["--proc", "/proc", "--dev", "/dev", "--size", "\(limits.files)", "--tmpfs", "/tmp"]
    words += ["--ro-bind-data", "\(ChildProcess.inputDescriptor)", document, "--chdir", "/work", "--remount-ro", "/"]
    words += ["--", "/usr/bin/prlimit", "--as=\(limits.memory)", "--cpu=\(limits.seconds)", "--fsize=\(limits.files)"]
    return words + ["--core=0", "--"]
  }
}
