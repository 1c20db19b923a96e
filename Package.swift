// swift-tools-version: 6.1
import PackageDescription

/// Where Debian has the headers of libxml2, which whoever imports `CDocuments` loads with it.
let libxml2 = "-I/usr/include/libxml2"

/// Where Debian has the headers of GMime and GLib, on either kind of machine; only `CMail` itself sees them.
let gmime =
  ["gmime-3.0", "glib-2.0"].map { "-I/usr/include/\($0)" }
  + ["x86_64", "aarch64"].map { "-I/usr/lib/\($0)-linux-gnu/glib-2.0/include" }

/// The walls of the project: a target sees only what its dependencies name (docs/architecture.md).
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-Xcc", libxml2]),
]

/// - Parameter path: floor and room, as in `Sources`; the room's name is the target's.
func room(_ path: String, _ dependencies: [Target.Dependency] = []) -> Target {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return .target(name: name, dependencies: dependencies, path: "Sources/\(path)", swiftSettings: strict)
}

/// Where the binding of a C library lies.
func library(_ name: String) -> String { "Sources/CLibraries/\(name)" }

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: ["TestSupport"] + dependencies, exclude: exclude, swiftSettings: strict)
}

/// Start-up: 4 ms instead of 8, and lists a fifth faster. The libraries are those that the argument parser's Foundation
/// pulls in and does not name itself. The toolchain's own linker packs the addresses that are relocated at every start
/// (glibc 2.36 reads them), and exports no symbols, which nobody looks up: a program 5 % smaller, and 6 % fewer
/// instructions at start.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCollections",
      "-l_FoundationCShims", "-lswiftSynchronization",
      "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic",
    ],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "nhacviec",
  products: [
    .executable(name: "nhacviec", targets: ["nhacviec"]),
    .executable(name: "nhacviecd", targets: ["nhacviecd"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    room("Core/CivilCalendar"),
    room("Core/Addresses"),
    room("Core/Diagnostics"),
    room("Core/JSON"),
    room("Core/HTTPMessages", ["Addresses"]),
    room("Core/Hashing", ["CCrypto"]),
    room("Core/AnswerLinks", ["Hashing", "Addresses"]),
    room("Core/SettingKeys", ["Diagnostics", "CivilCalendar", "Addresses"]),
    room("Language/Deadlines", ["Diagnostics", "CivilCalendar"]),
    room("Language/RuleSyntax", ["Deadlines", "Diagnostics", "CivilCalendar"]),
    room("Language/Rules", ["RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar", "Addresses"]),
    room("Schedule/Expansion", ["Rules", "RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar"]),
    room(
      "Schedule/Reminders",
      ["Expansion", "Rules", "RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar", "Addresses"]),
    room(
      "Answers/Presentation",
      ["FactLog", "Expansion", "Rules", "RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar"]),
    room("Answers/Templates", ["Presentation", "Diagnostics"]),
    room(
      "Answers/Feeds",
      ["Presentation", "Expansion", "Rules", "RuleSyntax", "Diagnostics", "CivilCalendar", "Addresses"]),
    room("Language/RuleFiles", ["Diagnostics"]),
    // Libraries that are loaded when first called (Debian: libssl-dev, libcurl4-openssl-dev, libsystemd-dev, libxml2-dev,
    // libzip-dev, libcsv-dev, libcmark-gfm-dev, libcmark-gfm-extensions-dev, libxlsxwriter-dev, libgmime-3.0-dev).
    .target(name: "CLoading", path: library("CLoading")),
    .target(name: "CCrypto", dependencies: ["CLoading"], path: library("CCrypto")),
    .target(name: "CSystemd", dependencies: ["CLoading"], path: library("CSystemd")),
    .target(
      name: "CDocuments", dependencies: ["CLoading"], path: library("CDocuments"), cSettings: [.unsafeFlags([libxml2])]),
    .target(name: "CWorkbooks", dependencies: ["CLoading"], path: library("CWorkbooks")),
    .target(
      name: "CMail", dependencies: ["CLoading"], path: library("CMail"), cSettings: [.unsafeFlags(gmime)]),
    room("State/StateFolder", ["Diagnostics"]),
    room("State/FactLog", ["Hashing"]),
    room(
      "State/FactLogSQLite",
      [
        "FactLog", "StateFolder", "Hashing",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room(
      "State/Outbox",
      [
        "FactLogSQLite", "FactLog", "StateFolder", "Reminders", "CivilCalendar", "Diagnostics", "Addresses",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    room(
      "State/Proposals",
      ["FactLogSQLite", "FactLog", "StateFolder", .product(name: "GRDB", package: "GRDB.swift")]),
    room(
      "State/FeedStore",
      [
        "AnswerLinks", "FactLogSQLite", "FactLog", "StateFolder", "Feeds", "Reminders", "Presentation", "Hashing",
        "Diagnostics",
        "CivilCalendar",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    room("Core/TimeZones", ["CivilCalendar"]),
    room(
      "State/Revisions",
      [
        "TimeZones", "StateFolder", "FactLog", "Reminders", "RuleFiles", "Presentation", "Expansion", "Rules",
        "RuleSyntax", "Diagnostics", "Hashing", "CivilCalendar", "Addresses",
      ]),
    .target(name: "CCurl", dependencies: ["CLoading"], path: library("CCurl")),
    .systemLibrary(name: "CClock", path: library("CClock")),
    room("Notify/Channels", ["CCurl", "CSystemd", "JSON", "Hashing", "SettingKeys", "Diagnostics", "Addresses"]),
    room(
      "Notify/Notifications",
      [
        "AnswerLinks", "FactLog", "Reminders", "Templates", "Presentation", "Expansion", "Rules", "RuleSyntax",
        "Diagnostics", "CivilCalendar",
      ]),
    room("Notify/Replies", ["CMail", "Documents", "Deadlines", "Addresses", "Diagnostics", "CivilCalendar"]),
    room("Service/ServiceStatus", ["StateFolder", "Revisions", "Presentation", "Diagnostics"]),
    .systemLibrary(name: "CLinuxEvents", path: library("CLinuxEvents")),
    room(
      "Service/Daemon",
      [
        "CivilCalendar", "CLinuxEvents", "CSystemd", "HTTPMessages", "ServiceStatus", "FeedStore", "FactLog",
        "StateFolder",
        "Channels", "Settings", "Reminders", "Presentation", "Diagnostics",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .target(name: "CTOML", path: library("CTOML")),
    room(
      "Service/Settings",
      [
        "CTOML", "Channels", "SettingKeys", "Presentation", "Reminders", "RuleFiles", "Diagnostics", "CivilCalendar",
        "Addresses",
      ]),
    room(
      "Notify/Delivery",
      [
        "CClock", "Outbox", "StateFolder", "FactLog", "Channels", "Settings", "SettingKeys", "Notifications",
        "Reminders",
        "AnswerLinks", "Hashing", "Presentation", "Expansion", "Rules", "Diagnostics", "CivilCalendar", "Addresses",
      ]),
    room("Plans/Documents", ["Diagnostics", "CivilCalendar", "CDocuments"]),
    room("Service/Converters", ["Documents", "Diagnostics"]),
    room("Answers/OfficeDocuments", ["Documents", "Diagnostics", "CivilCalendar", "CDocuments", "CWorkbooks"]),
    room(
      "Plans/PlanImport",
      ["Documents", "Presentation", "Expansion", "Rules", "RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar"]),
    room(
      "Answers/Web",
      [
        "Operations", "OfficeDocuments", "Feeds", "FeedStore", "StateFolder", "Templates", "Presentation",
        "AnswerLinks", "HTTPMessages", "JSON", "RuleFiles",
        "Reminders", "Outbox", "FactLog", "Proposals",
        "Expansion", "Rules", "RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar", "Hashing", "Settings",
        "Addresses",
      ]),
    room(
      "Service/Operations",
      [
        "ServiceStatus", "FeedStore", "Feeds", "Delivery", "Outbox", "Proposals", "Replies", "Channels", "Revisions",
        "StateFolder", "AnswerLinks",
        "TimeZones", "PlanImport", "Converters", "Documents", "OfficeDocuments", "FactLogSQLite", "FactLog",
        "Notifications",
        "Settings", "Presentation", "RuleFiles", "Reminders", "Expansion", "Rules", "RuleSyntax", "Deadlines",
        "Diagnostics", "JSON", "Hashing",
        "CivilCalendar", "Addresses",
      ]),
    .executableTarget(
      name: "nhacviec",
      dependencies: [
        "Operations", "ServiceStatus", "FeedStore", "Feeds", "Delivery", "Channels", "StateFolder", "PlanImport",
        "Documents", "FactLog", "Settings", "Presentation", "RuleFiles", "Reminders", "RuleSyntax", "Diagnostics",
        "CivilCalendar",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Programs/nhacviec", swiftSettings: strict,
      linkerSettings: staticRuntime),
    .executableTarget(
      name: "nhacviecd",
      dependencies: [
        "Daemon", "Web", "Operations", "HTTPMessages", "Delivery", "Reminders", "ServiceStatus", "Settings",
        "Presentation", "RuleFiles", "RuleSyntax", "StateFolder", "Channels",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Programs/nhacviecd", swiftSettings: strict, linkerSettings: staticRuntime),
    // Reads comments and pages, and no code: it needs no room.
    tests("TrailTests", []),
    // Generators, folders, days and clocks that tests share; no program contains it.
    .target(
      name: "TestSupport", dependencies: ["Deadlines", "Diagnostics", "CivilCalendar"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("AddressesTests", ["Addresses", "Channels", "Delivery", "Settings", "Rules", "Diagnostics"]),
    tests("CivilCalendarTests", ["CivilCalendar"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("DeadlinesTests", ["Deadlines", "CivilCalendar"]),
    tests("HashingTests", ["Hashing"]),
    tests("AnswerLinksTests", ["AnswerLinks", "Hashing"]),
    tests("RuleSyntaxTests", ["RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar"]),
    tests("RulesTests", ["Rules", "Diagnostics", "CivilCalendar", "Addresses"]),
    tests("ExpansionTests", ["Expansion", "Rules", "RuleSyntax", "Deadlines", "Diagnostics", "CivilCalendar"]),
    tests(
      "RemindersTests", ["Reminders", "Expansion", "Rules", "RuleSyntax", "Diagnostics", "CivilCalendar"],
      exclude: ["year.txt"]),
    tests(
      "PresentationTests", ["Presentation", "Expansion", "Rules", "Deadlines", "Diagnostics", "JSON", "CivilCalendar"]),
    tests(
      "FeedsTests",
      [
        "AnswerLinks", "Feeds", "FeedStore", "StateFolder", "FactLog", "Hashing", "Reminders", "Presentation",
        "Expansion",
        "Rules", "Diagnostics", "CivilCalendar",
      ], exclude: ["readers"]),
    tests("PlanImportTests", ["PlanImport", "Documents", "Rules", "RuleSyntax", "Diagnostics"]),
    tests("DocumentsTests", ["Documents"]),
    tests("ConvertersTests", ["Converters", "PlanImport", "Documents"]),
    tests(
      "OfficeDocumentsTests", ["OfficeDocuments", "Documents", "Diagnostics", "CivilCalendar"], exclude: ["oracles"]),
    // Writes facts until it is killed, for the tests of the store.
    .executableTarget(
      name: "fact-writer", dependencies: ["FactLogSQLite", "FactLog"], path: "Tests/FactWriter",
      swiftSettings: strict),
    tests(
      "FactLogTests",
      [
        "fact-writer", "FactLogSQLite", "FactLog", "StateFolder", "Hashing",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    tests("TimeZonesTests", ["TimeZones"]),
    tests("StateFolderTests", ["StateFolder", "Diagnostics"]),
    tests(
      "RevisionsTests",
      [
        "Revisions", "StateFolder", "FactLog", "Reminders", "Expansion", "Rules", "RuleSyntax", "CivilCalendar",
      ]),
    tests(
      "DaemonTests",
      [
        "nhacviecd", "nhacviec", "AnswerLinks", "Hashing", "Daemon", "ServiceStatus", "FeedStore", "Feeds", "Revisions",
        "Reminders",
        "StateFolder", "Channels", "CivilCalendar", "Presentation", "Settings", "JSON", "HTTPMessages",
        .product(name: "NIOCore", package: "swift-nio"),
      ], exclude: ["api"]),
    tests(
      "WebTests",
      [
        "nhacviec", "Web", "AnswerLinks", "Hashing", "JSON", "Operations", "HTTPMessages", "Delivery", "FactLog",
        "FactLogSQLite", "Presentation",
        "Reminders", "RuleFiles", "Settings", "StateFolder", "Diagnostics", "Outbox", "Addresses", "Expansion",
        "CivilCalendar", "Documents", "OfficeDocuments", "Proposals", "Revisions",
      ]),
    // Hands one entry to the journal of its surroundings, for the tests of channels.
    .executableTarget(
      name: "journal-writer", dependencies: ["Channels"], path: "Tests/JournalWriter", swiftSettings: strict),
    tests(
      "ChannelsTests",
      ["journal-writer", "Settings", "Channels", "SettingKeys", "Diagnostics", "Addresses", "Hashing"],
      exclude: ["peers"]),
    // One round until it is killed, for the tests of delivery.
    .executableTarget(
      name: "round-runner",
      dependencies: [
        "Delivery", "Outbox", "StateFolder", "FactLog", "Notifications", "Settings", "RuleFiles", "Reminders", "Rules",
        "Diagnostics",
      ], path: "Tests/RoundRunner", swiftSettings: strict),
    tests(
      "DeliveryTests",
      [
        "round-runner", "nhacviec", "Delivery", "Outbox", "StateFolder", "FactLog", "Notifications", "Settings",
        "AnswerLinks", "Hashing", "Channels", "RuleFiles", "Reminders", "Rules", "Diagnostics", "CivilCalendar",
        "Addresses",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["peers"]),
    tests(
      "NotificationsTests",
      [
        "AnswerLinks", "Notifications", "Templates", "FactLog", "Reminders", "Presentation", "Expansion", "Rules",
        "RuleSyntax",
        "Diagnostics",
        "CivilCalendar", "Addresses",
      ],
      exclude: ["golden", "office"]),
    tests("RepliesTests", ["Replies", "Addresses", "CivilCalendar"], exclude: ["mails"]),
    tests(
      "SettingsTests",
      ["Settings", "Channels", "SettingKeys", "Presentation", "Diagnostics", "CivilCalendar", "Addresses"]),
    tests(
      "CommandTests",
      [
        "Operations", "OfficeDocuments", "Proposals", "Revisions", "nhacviec", "Settings", "Channels", "ServiceStatus",
        "FeedStore", "Feeds",
        "StateFolder",
        "PlanImport",
        "Documents",
        "FactLogSQLite", "FactLog", "RuleFiles", "Presentation", "Reminders", "Expansion", "Rules", "RuleSyntax",
        "Deadlines", "Diagnostics", "JSON", "CivilCalendar", "AnswerLinks", "Hashing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["good", "bad", "oracles"]),
  ]
)
