/// Tunes the C library's allocator.
enum Allocator {
  /// mallopt(3), which the Glibc module does not declare.
  @_silgen_name("mallopt")
  private static func mallopt(_ parameter: CInt, _ value: CInt) -> CInt

  /// Makes memory grow in steps of 16 MB that are not returned before the process ends. Page faults took a tenth of the
  /// time of a long list.
  static func growInLargeSteps() {
    let (trimThreshold, topPad, mapThreshold): (CInt, CInt, CInt) = (-1, -2, -3)
    _ = mallopt(topPad, 16 << 20)
    _ = mallopt(mapThreshold, 32 << 20)
    _ = mallopt(trimThreshold, 1 << 30)
  }
}
