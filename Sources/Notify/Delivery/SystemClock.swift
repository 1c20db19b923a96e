import CClock

/// The kernel's clock.
package enum SystemClock {
  /// Whether a time service synchronises it (adjtimex(2)).
  package static var isSynchronised: Bool { nhacviec_clock_is_synchronised() }
}
