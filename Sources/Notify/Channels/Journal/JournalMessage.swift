/// The kinds of entry that the daemon and the round write to the journal about themselves: `journalctl MESSAGE_ID=…`
/// finds them, and `journalctl -x` explains them out of systemd/nhacviec.catalog.
package enum JournalMessage: String, CaseIterable, Sendable {
  case daemonStarted = "5f0c7d1b9a3e4c86b2d417e0936f58ac"
  case daemonStopped = "9b64e2a07c5d4f18a3f6d0815be72c94"
  /// The rule folder has errors; the live revision stays.
  case rulesRefused = "c2a81f6e04d74b35975b3ce86d019f7a"
  case rulesPromoted = "e71d3b58f2964a0c8cb05f9ad6274e13"
  /// Rules were promoted, but somebody has to accept them.
  case rulesWaiting = "3d95c0b7e81f42a69e0478da52c6fb61"
  /// The configuration has errors; the one before stays in force.
  case configurationRefused = "a60f4be3175c4d928d2b96c07fe1538d"
  /// A round was asked for.
  case wake = "17e8d46ab3f0452cbc69a1f3750d2e8b"
  /// A round has ended; the entry names the anchored head of the facts.
  case roundEnded = "0b7e52d9c8f14a36917f4c6ad3e2085b"
  /// A round ended with something undone.
  case roundFailed = "d4370c9e6b1a48f5a8e25d17cf90b36e"
  /// A round is held, and sent nothing.
  case roundHeld = "82bf15d7ac4e4903b6f1e85a0d73c924"
  /// Deliveries were given up.
  case deadLetters = "f9a3607b5d2c4e81905cd8b4e16f72ad"
  /// Changes of files cannot be noticed.
  case watchFailed = "68d2e4f19c7b4a50be83170af5d6c93b"
  /// No round can be asked for.
  case wakeFailed = "27c5a90f4e1d4b63a8f0b9d21c6e7384"
  /// A trouble is over.
  case troubleOver = "b41e6d8350f74a9e9c27fa0e5d1b8369"

  /// 32 hexadecimal digits.
  package var id: String { rawValue }
}
