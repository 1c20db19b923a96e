import Testing
import TimeZones

/// Expectations from Python's zoneinfo. They need the system's zone files (Debian: tzdata).
@Suite("Time zones")
struct TimeZoneTests {
  /// Around the changes of 2027 and of 2050, which no table of transitions reaches, and long before.
  @Test(
    "The offset at an instant is Python's",
    arguments: [
      ("Europe/Berlin", [1_799_971_200, 1_806_195_599, 1_806_195_600, 1_824_944_399, 1_824_944_400], [1, 1, 2, 2, 1]),
      ("Europe/Berlin", [-629_942_400, 2_531_955_599, 2_531_955_600, 2_550_704_399, 4_119_292_800], [1, 1, 2, 2, 2]),
      (
        "America/New_York", [-614_304_000, 1_805_007_599, 1_805_007_600, 1_825_567_199, 1_825_567_200],
        [-4, -5, -4, -4, -5]
      ),
      ("America/New_York", [2_530_767_599, 2_530_767_600, 2_551_327_199, 2_551_327_200], [-5, -4, -4, -5]),
      (
        "Australia/Lord_Howe", [174_614_400, 1_806_764_399, 1_806_764_400, 1_822_490_999, 1_822_491_000],
        [10, 11, 10.5, 10.5, 11]
      ),
      ("Australia/Lord_Howe", [2_532_524_399, 2_532_524_400, 2_548_250_999, 4_103_654_400], [11, 10.5, 10.5, 11]),
      ("Asia/Ho_Chi_Minh", [-614_304_000, 158_976_000, 174_614_400, 1_799_971_200, 4_119_292_800], [8, 8, 7, 7, 7]),
      // Winter time as the exception, changes before midnight, and a rule with a name in brackets.
      ("Europe/Dublin", [2_531_955_599, 2_531_955_600, 2_550_704_399, 2_550_704_400], [0, 1, 1, 0]),
      ("America/Nuuk", [2_531_955_599, 2_531_955_600, 2_550_704_399, 2_550_704_400], [-2, -1, -1, -2]),
    ] as [(String, [Int64], [Double])])
  func offsets(name: String, instants: [Int64], hours: [Double]) throws {
    let zone = try TimeZoneFile.named(name)
    #expect(instants.map { Double(zone.offset(at: $0)) / 3600 } == hours)
  }

  @Test("Local mean time before the first transition, in seconds") func meanTime() throws {
    // Paris time of Việt Nam's Phù Liễn observatory, from 1 July 1906: 7:06:30.
    #expect(try TimeZoneFile.named("Asia/Ho_Chi_Minh").offset(at: -2_192_140_800) == 25_590)
    #expect(try TimeZoneFile.named("Europe/Berlin").offset(at: -4_000_000_000) == 3208)
  }

  @Test(
    "What names no zone of this machine is an error",
    arguments: ["Asia/Saigonn", "", "/etc/passwd", "../../../etc/passwd", "Asia", "Asia/", "Asia//Tokyo", "Asia/T\0"])
  func unknown(name: String) {
    #expect(throws: TimeZoneFailure.unknown(name)) { try TimeZoneFile.named(name) }
  }

  /// Version 2: an empty table of version 1, one type, no transition, and a footer.
  private static func file(_ footer: String, transitions: [Int64] = [], types: [UInt8] = [], version: UInt8 = 0x32)
    -> [UInt8]
  {
    func number(_ value: UInt64, _ bytes: Int) -> [UInt8] {
      (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64(bytes - 1 - $0))) }
    }
    func header(_ counts: [Int]) -> [UInt8] {
      Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15) + counts.flatMap { number(UInt64($0), 4) }
    }
    return header([0, 0, 0, 0, 1, 1]) + [UInt8](repeating: 0, count: 7)
      + header([0, 0, 0, transitions.count, 1, 4]) + transitions.flatMap { number(UInt64(bitPattern: $0), 8) } + types
      + number(25_200, 4) + [0, 0] + Array("+07\0".utf8) + Array("\n\(footer)\n".utf8)
  }

  @Test("A file cut anywhere, or with anything wrong in it, is an error and never a crash")
  func damaged() throws {
    let whole = Self.file("<+07>-7", transitions: [0, 10], types: [0, 0])
    #expect(try TimeZoneFile(whole).offset(at: 5) == 25_200)
    for count in whole.indices {
      #expect(throws: TimeZoneFailure.self, "\(count)") { try TimeZoneFile(Array(whole[..<count])) }
    }
    for bytes in [
      Self.file("<+07>-7", version: 0), Self.file("<+07>-7", transitions: [0], types: [1]),
      Self.file("<+07>-7", transitions: [10, 10], types: [0, 0]), Self.file("CET-1CEST"), Self.file("CET-1CEST,M3.5.0"),
      Self.file("CET-1CEST,M13.5.0,M10.5.0"), Self.file("A-1"), Self.file("CET-25"), Self.file("CET-1 "),
      Self.file("<CET-1"), Self.file("CET-1CEST,M3.5.0,M10.5.0/168"), Self.file("CET-1CEST,J366,M10.5.0"),
    ] {
      #expect(throws: TimeZoneFailure.self) { try TimeZoneFile(bytes) }
    }
    // Every byte of a real file changed once: an offset or an error.
    let real = Self.file("CET-1CEST,M3.5.0,M10.5.0/3", transitions: [0, 10], types: [0, 0])
    for index in real.indices {
      var bytes = real
      bytes[index] ^= 0xFF
      _ = try? TimeZoneFile(bytes).offset(at: .max)
      _ = try? TimeZoneFile(bytes).offset(at: .min)
    }
  }

  @Test("Days counted without and with 29 February, and times beyond the day")
  func dayForms() throws {
    // From day 60 (1 March in every year) 2:00 to the zero-based day 300, 26:00 by summer time.
    let zone = try TimeZoneFile(Self.file("AAA0BBB,J60,300/26"))
    // 2024: 1 March 02:00 UTC = 1709258400; day 300 is 27 October, 26:00 is the 28th 02:00 BBB, 01:00 UTC = 1730077200.
    #expect([1_709_258_399, 1_709_258_400, 1_730_077_199, 1_730_077_200].map(zone.offset) == [0, 3600, 3600, 0])
    // 2023: 1 March 02:00 UTC = 1677636000; day 300 is 28 October: the 29th 01:00 UTC = 1698541200.
    #expect([1_677_635_999, 1_677_636_000, 1_698_541_199, 1_698_541_200].map(zone.offset) == [0, 3600, 3600, 0])
  }
}
