// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Without it a member of Foundation is found where a library imports it, and the program carries all of Foundation.
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// For what the tests run much of: optimised in debug builds too, else the random histories take most of a test run.
let optimised = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Forms of exports that are known by their headings: `data/presets`.
let presets = [
  "akaunting", "business-central", "chargebee", "datev", "dolibarr", "erpnext", "freshbooks", "highradius",
  "invoice-ninja", "ledger", "myob", "netsuite", "odoo", "quickbooks", "sage", "sap", "stripe", "tally",
  "wave", "xero", "zoho",
]

/// The arrows of docs/ARCHITECTURE.md. A target sees what it lists here and nothing else.
let package = Package(
  name: "kept",
  products: [.executable(name: "kept", targets: ["kept"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // The pure core: no I/O, no clock.
    .target(name: "Receivables", swiftSettings: optimised),
    .target(name: "TextScreen", swiftSettings: optimised),
    .target(name: "Workbench", dependencies: ["Receivables", "TextScreen"], swiftSettings: optimised),
    .target(name: "Interchange", dependencies: ["Receivables"], swiftSettings: optimised),
    .target(name: "DemoCompany", dependencies: ["Receivables"], swiftSettings: optimised),
    .target(
      name: "BankStatements", dependencies: ["Receivables", "Interchange", "CLibXML"],
      swiftSettings: optimised),

    // The outside world, one target for each part of it.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CNcursesW", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    // Declared by its headers and loaded when it is needed, so that it costs no start.
    .target(name: "CLibXML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    .target(name: "Hashing", dependencies: ["CNettle"], swiftSettings: optimised),
    .target(name: "SQLEngine", dependencies: ["CSQLite"], swiftSettings: optimised),
    .target(name: "Ledger", dependencies: ["Receivables", "Hashing", "SQLEngine"], swiftSettings: optimised),
    .target(name: "Terminal", dependencies: ["CNcursesW", "TextScreen"], swiftSettings: settings),
    .target(
      name: "ShippedData", path: "data", exclude: ["README.md", "samples", "exports"],
      resources: ["policy", "columns", "bank-columns"].map { .embedInCode("\($0).toml") }
        + presets.map { .embedInCode("presets/\($0).toml") },
      swiftSettings: settings),
    .target(
      name: "Settings",
      dependencies: [
        "Receivables", "Hashing", "Interchange", "BankStatements", "ShippedData",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: settings),

    // The program.
    .target(
      name: "Commands",
      dependencies: [
        "Receivables", "TextScreen", "Workbench", "Interchange", "BankStatements", "DemoCompany", "Ledger",
        "Terminal",
        "Settings", "Hashing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "kept", dependencies: ["Commands"], swiftSettings: settings),

    .testTarget(
      name: "ReceivablesTests", dependencies: ["SampleEntries", "Receivables", "Settings"],
      swiftSettings: optimised),
    .testTarget(name: "TextScreenTests", dependencies: ["TextScreen"], swiftSettings: settings),
    .testTarget(
      name: "WorkbenchTests", dependencies: ["SampleEntries", "Workbench", "Settings"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "Settings"], swiftSettings: settings),
    .testTarget(
      name: "BankStatementsTests", dependencies: ["BankStatements", "Settings"], swiftSettings: settings),
    .testTarget(
      name: "DemoCompanyTests", dependencies: ["SampleEntries", "DemoCompany", "Settings"],
      swiftSettings: settings),
    .testTarget(name: "HashingTests", dependencies: ["Hashing"], swiftSettings: settings),
    .testTarget(name: "SQLEngineTests", dependencies: ["SQLEngine"], swiftSettings: settings),
    .testTarget(
      name: "LedgerTests", dependencies: ["SampleEntries", "FaultyDisk", "Hashing", "Ledger", "Settings"],
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "PseudoTerminal", "TerminalProbe"],
      swiftSettings: settings),
    .testTarget(
      name: "SettingsTests", dependencies: ["Settings", "BankStatements", "Interchange"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandsTests",
      dependencies: ["SampleEntries", "Commands", "Ledger", "SQLEngine", "Settings", "kept"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests", dependencies: ["PseudoTerminal", "SQLEngine", "kept"], swiftSettings: settings),

    // Journal entries for the tests, without going through a form.
    .target(
      name: "SampleEntries", dependencies: ["Receivables", "Settings"], path: "Tests/SampleEntries",
      swiftSettings: settings),

    // A disk for the tests that fails when it is told to.
    .target(name: "FaultyDisk", dependencies: ["CSQLite"], path: "Tests/FaultyDisk"),

    // A terminal for the tests: its emulator, and a program that leaves in every way there is.
    .target(
      name: "PseudoTerminal", dependencies: ["CNcursesW"], path: "Tests/PseudoTerminal",
      swiftSettings: settings),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "TextScreen"], path: "Tests/TerminalProbe",
      swiftSettings: settings),

    // What `make bench` runs.
    .executableTarget(
      name: "Bench", dependencies: ["PseudoTerminal"], path: "Benchmarks", swiftSettings: settings),
  ]
)
