package import Documents

/// Reads documents in foreign formats through programs of others, each in the sandbox.
package struct DocumentConverter: Sendable {
  private let sandbox: Sandbox
  private let limits: DocumentLimits
  private let recognition: TextRecognition

  /// For all the programs that read a file, except for text recognition.
  private static let mostSeconds = 180

  package init(sandbox: Sandbox = Sandbox(), limits: DocumentLimits = .standard) {
    self.init(sandbox: sandbox, limits: limits, recognition: TextRecognition(sandbox: sandbox))
  }

  init(sandbox: Sandbox, limits: DocumentLimits = .standard, recognition: TextRecognition) {
    self.sandbox = sandbox
    self.limits = limits
    self.recognition = recognition
  }

  /// `name` is the name of the file, for messages.
  package func read(
    _ format: ForeignFormat, _ bytes: [UInt8], name: String
  ) throws(DocumentFileFailure) -> SourceDocument {
    let sandbox = sandbox.within(seconds: Self.mostSeconds)
    do {
      guard format != .pdf else {
        return try PDFReader(sandbox: sandbox, limits: limits, recognition: recognition).read(bytes, name: name)
      }
      return try OfficeConverter(sandbox: sandbox, limits: limits).read(format, bytes, name: name)
    } catch let failure as DocumentFileFailure {
      throw failure
    } catch let excess as DocumentExcess {
      throw DocumentFileFailure(excess)
    } catch let failure as Sandbox.Failure {
      throw failure.reading(format)
    } catch {
      throw .damaged(vi: "không đọc được", en: "it cannot be read")
    }
  }
}
