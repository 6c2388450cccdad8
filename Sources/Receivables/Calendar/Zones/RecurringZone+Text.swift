extension RecurringZone {
  /// Reads a POSIX TZ string: `EST5EDT,M3.2.0,M11.1.0`, `<+03>-3`; nil for any other text.
  init?(_ text: some StringProtocol) {
    var scanner = ZoneTextScanner(text)
    guard scanner.name(), let west = scanner.time(upToHours: 24) else { return nil }
    standard = -west
    guard !scanner.isAtEnd else {
      summer = nil
      return
    }
    guard scanner.name() else { return nil }
    var offset = standard + 3_600
    if !scanner.isNext(",") {
      guard let west = scanner.time(upToHours: 24) else { return nil }
      offset = -west
    }
    guard scanner.take(","), let start = scanner.moment(), scanner.take(","), let end = scanner.moment(),
      scanner.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }
}
