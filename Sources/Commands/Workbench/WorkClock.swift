import Glibc
import Receivables

/// Where the time comes from: the system, or a fixed moment that a replay moves on.
enum WorkClock {
  case system
  case fixed(Instant)

  var now: Instant {
    switch self {
    case .fixed(let instant): instant
    case .system: Machine.now
    }
  }

  /// Whether the collector's clock is that of the system.
  var isSystem: Bool {
    if case .system = self { return true }
    return false
  }

  /// Seconds east of UTC on the collector's own clock; a replay's collector sits in Greenwich.
  var localOffset: Int {
    switch self {
    case .fixed: 0
    case .system: Machine.localOffset
    }
  }
}

/// The system's time zones, read once each.
struct ZoneLibrary {
  private static let folder = "/usr/share/zoneinfo/"
  private static let systemZone = "/etc/localtime"
  /// Larger than any zone's file.
  private static let longestFile = 65_536
  private var known: [String: ZoneRules?] = [:]
  /// Those of the system's own zone, once they were asked for.
  private var here: ZoneRules??

  /// How clocks go in `zone`; nil when the system does not know it.
  mutating func rules(of zone: String) -> ZoneRules? {
    if let rules = known[zone] { return rules }
    let read = Self.read(zone)
    known[zone] = .some(read)
    return read
  }

  /// How clocks go here: by TZ, else as the system is set; nil when neither can be read.
  mutating func local() -> ZoneRules? {
    if let here { return here }
    let rules = localRules()
    here = .some(rules)
    return rules
  }

  private mutating func localRules() -> ZoneRules? {
    guard let name = Machine.variable("TZ") else { return rules(at: Self.systemZone) }
    return rules(of: name.hasPrefix(":") ? String(name.dropFirst()) : name)
  }

  private mutating func rules(at path: String) -> ZoneRules? {
    if let rules = known[path] { return rules }
    let read = Self.read(at: path)
    known[path] = .some(read)
    return read
  }

  /// Those of every zone of an account's people.
  mutating func rules(of file: AccountFile) -> [String: ZoneRules] {
    var rules: [String: ZoneRules] = [:]
    for zone in file.zones {
      rules[zone] = self.rules(of: zone)
    }
    return rules
  }

  private static func read(_ zone: String) -> ZoneRules? {
    // The name comes from an import: it may not lead out of the folder.
    let letters = zone.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
        || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
    }
    return letters && !zone.isEmpty ? read(at: folder + zone) : nil
  }

  private static func read(at path: String) -> ZoneRules? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: longestFile)
    let count = fread(&bytes, 1, bytes.count, file)
    return ZoneRules(tzif: Array(bytes[..<count]))
  }
}
