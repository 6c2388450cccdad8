import Glibc
import Receivables

/// The system's time zones, read once each.
struct ZoneLibrary {
  private var rules: [String: ZoneRules?] = [:]

  /// Seconds east of UTC in `zone` at `instant`; nil when the system does not know the zone.
  mutating func offset(of zone: String, at instant: Instant) -> Int? {
    if let known = rules[zone] { return known?.offset(at: instant) }
    let read = Self.read(zone)
    rules[zone] = .some(read)
    return read?.offset(at: instant)
  }

  private static func read(_ zone: String) -> ZoneRules? {
    // A zone's name comes from an import: it may not lead out of the folder.
    let isPlain = zone.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || [0x2B, 0x2D, 0x2F, 0x5F].contains($0)
    }
    guard isPlain, !zone.isEmpty, !zone.hasPrefix("/"), let bytes = FileBytes.read("/usr/share/zoneinfo/\(zone)")
    else { return nil }
    return ZoneRules(tzif: bytes)
  }
}
