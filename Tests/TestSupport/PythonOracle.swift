import Foundation

/// A Python program of the repository that reads a file and says what is in it: another reader than the project's own.
package enum PythonOracle {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// What the program prints.
  /// - Parameters:
  ///   - program: its path in the repository.
  ///   - isOwn: takes the Python environment of tools/setup; else that of the machine.
  package static func run(_ program: String, _ arguments: [String], isOwn: Bool = true) throws -> String {
    let python = isOwn ? repository.path + "/.venv-tests/bin/python" : "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Failure(description: "\(python) is missing: run tools/setup")
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [repository.path + "/" + program] + arguments
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: "\(program): \(process.terminationStatus)") }
    return String(decoding: bytes, as: UTF8.self)
  }
}
