/// The C library's allocator.
enum Allocator {
  /// mallopt(3), which the Glibc module does not have.
  @_silgen_name("mallopt")
  private static func mallopt(_ parameter: CInt, _ value: CInt) -> CInt

  /// One process, one answer: memory grows in steps of 16 MB and is not handed back in between. Page faults were a tenth
  /// of a long list's time.
  static func growInLargeSteps() {
    let (trimThreshold, topPad, mapThreshold): (CInt, CInt, CInt) = (-1, -2, -3)
    _ = mallopt(topPad, 16 << 20)
    _ = mallopt(mapThreshold, 32 << 20)
    _ = mallopt(trimThreshold, 1 << 30)
  }
}
