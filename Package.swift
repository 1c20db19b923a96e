// swift-tools-version: 6.1
import PackageDescription

/// Where Debian has the headers of libxml2, which whoever imports `DocumentFiles` loads with it.
let libxml2 = "-I/usr/include/libxml2"

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
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// Start-up: 4 ms instead of 8, and lists a fifth faster. The libraries are those that the argument parser's Foundation
/// pulls in and does not name itself.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCollections",
      "-l_FoundationCShims", "-lswiftSynchronization",
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
    room("Language/RuleSyntax", ["CivilCalendar"]),
    room("Language/Rules", ["RuleSyntax", "CivilCalendar", "Addresses"]),
    room("Schedule/Expansion", ["Rules", "RuleSyntax", "CivilCalendar"]),
    room("Schedule/Reminders", ["Expansion", "Rules", "RuleSyntax", "CivilCalendar"]),
    room("Answers/Messages", ["Store", "Expansion", "Rules", "RuleSyntax", "CivilCalendar"]),
    room("Language/RuleFiles", ["Rules", "RuleSyntax"]),
    // Libraries that are loaded when first called (Debian: libssl-dev, libcurl4-openssl-dev, libxml2-dev, libzip-dev,
    // libcsv-dev, libcmark-gfm-dev, libcmark-gfm-extensions-dev).
    .target(name: "CLoading", path: library("CLoading")),
    .target(name: "CCrypto", dependencies: ["CLoading"], path: library("CCrypto")),
    .target(
      name: "CDocuments", dependencies: ["CLoading"], path: library("CDocuments"), cSettings: [.unsafeFlags([libxml2])]),
    room("State/StateFolder"),
    room("State/Store", ["CCrypto"]),
    room(
      "State/StoreSQLite",
      [
        "Store", "StateFolder", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room(
      "State/PostStore",
      [
        "StoreSQLite", "Store", "StateFolder", "Reminders", "CivilCalendar",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    room("Core/TimeZones", ["CivilCalendar"]),
    room(
      "State/Revisions",
      [
        "TimeZones", "StateFolder", "Store", "Reminders", "RuleFiles", "Messages", "Expansion", "Rules",
        "RuleSyntax",
        "CivilCalendar",
      ]),
    .target(name: "CCurl", dependencies: ["CLoading"], path: library("CCurl")),
    .systemLibrary(name: "CMemoryFile", path: library("CMemoryFile")),
    .systemLibrary(name: "CClock", path: library("CClock")),
    room("Notify/Transports", ["CCurl", "CCrypto", "CMemoryFile", "Addresses"]),
    room(
      "Notify/Letters", ["Reminders", "Messages", "Expansion", "Rules", "RuleSyntax", "CivilCalendar"]),
    room("Service/ServiceStatus", ["StateFolder", "Revisions", "Messages", "RuleSyntax"]),
    .systemLibrary(name: "CLinuxEvents", path: library("CLinuxEvents")),
    room(
      "Service/Daemon",
      [
        "CLinuxEvents", "ServiceStatus", "StateFolder", "Transports", "Configuration", "Messages",
        "RuleSyntax",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .target(name: "CTOML", path: library("CTOML")),
    room("Service/Configuration", ["CTOML", "Messages", "RuleFiles", "RuleSyntax", "CivilCalendar", "Addresses"]),
    room(
      "Notify/Delivery",
      [
        "CClock", "PostStore", "StateFolder", "Store", "Transports", "Configuration", "Letters",
        "Reminders",
        "Messages",
        "Expansion", "Rules", "RuleSyntax", "CivilCalendar", "Addresses",
      ]),
    room("Plans/Documents", ["RuleSyntax"]),
    room("Plans/DocumentFiles", ["Documents", "RuleSyntax", "CivilCalendar", "CDocuments"]),
    room(
      "Plans/PlanImport", ["Documents", "Messages", "Expansion", "Rules", "RuleSyntax", "CivilCalendar"]),
    .executableTarget(
      name: "nhacviec",
      dependencies: [
        "ServiceStatus", "Delivery", "PostStore", "Transports", "Revisions", "StateFolder", "TimeZones",
        "PlanImport", "DocumentFiles", "Documents", "StoreSQLite", "Store", "Letters",
        "Configuration",
        "Messages", "RuleFiles", "Expansion", "Rules", "RuleSyntax", "CivilCalendar", "Addresses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Programs/nhacviec", swiftSettings: strict,
      linkerSettings: staticRuntime),
    .executableTarget(
      name: "nhacviecd",
      dependencies: [
        "Daemon", "ServiceStatus", "Configuration", "Messages", "RuleFiles", "RuleSyntax",
        "StateFolder", "Transports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Programs/nhacviecd", swiftSettings: strict, linkerSettings: staticRuntime),
    tests("AddressesTests", ["Addresses", "Transports", "Delivery", "Configuration", "Rules", "RuleSyntax"]),
    tests("CivilCalendarTests", ["CivilCalendar"]),
    tests("RuleSyntaxTests", ["RuleSyntax", "CivilCalendar"]),
    tests("RulesTests", ["Rules", "RuleSyntax", "CivilCalendar"]),
    tests("ExpansionTests", ["Expansion", "Rules", "RuleSyntax", "CivilCalendar"]),
    tests("RemindersTests", ["Reminders", "Expansion", "Rules", "RuleSyntax", "CivilCalendar"]),
    tests("MessagesTests", ["Messages", "Expansion", "Rules", "RuleSyntax", "CivilCalendar"]),
    tests("PlanImportTests", ["PlanImport", "Documents", "Rules", "RuleSyntax", "CivilCalendar"]),
    tests("DocumentsTests", ["Documents", "DocumentFiles", "RuleSyntax"]),
    // Writes facts until it is killed, for the tests of the store.
    .executableTarget(
      name: "fact-writer", dependencies: ["StoreSQLite", "Store"], path: "Tests/FactWriter",
      swiftSettings: strict),
    tests(
      "StoreTests",
      [
        "fact-writer", "StoreSQLite", "Store", "StateFolder", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    tests("TimeZonesTests", ["TimeZones"]),
    tests("StateFolderTests", ["StateFolder"]),
    tests(
      "RevisionsTests",
      [
        "Revisions", "StateFolder", "Store", "Reminders", "RuleFiles", "Messages", "Expansion",
        "Rules", "RuleSyntax",
        "CivilCalendar",
      ]),
    tests(
      "DaemonTests",
      [
        "nhacviecd", "nhacviec", "Daemon", "ServiceStatus", "Revisions", "Reminders", "StateFolder", "Transports",
        "CivilCalendar",
        "Messages", "RuleSyntax", .product(name: "NIOCore", package: "swift-nio"),
      ]),
    tests("TransportTests", ["Transports", "Addresses"], exclude: ["peers"]),
    // One round until it is killed, for the tests of delivery.
    .executableTarget(
      name: "round-runner",
      dependencies: [
        "Delivery", "PostStore", "StateFolder", "Letters", "Configuration", "RuleFiles", "Reminders", "Rules",
        "RuleSyntax",
      ], path: "Tests/RoundRunner", swiftSettings: strict),
    tests(
      "DeliveryTests",
      [
        "round-runner", "nhacviec", "Delivery", "PostStore", "StateFolder", "Store", "Letters", "Configuration",
        "RuleFiles", "Reminders", "Rules", "RuleSyntax", "CivilCalendar",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["peers"]),
    tests(
      "LettersTests",
      ["Letters", "Reminders", "Messages", "Expansion", "Rules", "RuleSyntax", "CivilCalendar"],
      exclude: ["golden"]),
    tests("ConfigurationTests", ["Configuration", "Messages", "RuleSyntax", "CivilCalendar", "Addresses"]),
    tests(
      "CommandTests",
      [
        "nhacviec", "Configuration", "ServiceStatus", "StateFolder", "PlanImport", "Documents", "StoreSQLite", "Store",
        "RuleFiles",
        "Messages", "Reminders",
        "Expansion", "Rules",
        "RuleSyntax",
        "CivilCalendar",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["good", "bad"]),
  ]
)
