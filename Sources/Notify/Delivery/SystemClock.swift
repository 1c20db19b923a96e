import CClock

/// The kernel's clock.
public enum SystemClock {
  /// Whether a time service keeps it (adjtimex(2)).
  public static var isSynchronised: Bool { nhacviec_clock_is_synchronised() }
}
