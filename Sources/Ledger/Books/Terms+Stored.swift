import Receivables

extension Terms {
  /// The form in the ledger file: `"net 30"`, `"net 30 eom"`, `"eom net 30"`.
  var stored: String {
    switch self {
    case .net(let days): "net \(days)"
    case .netThenEndOfMonth(let days): "net \(days) eom"
    case .endOfMonthThenNet(let days): "eom net \(days)"
    }
  }

  /// Terms as stored; nil for a form of a later version.
  init?(stored text: String) {
    let parts = text.split(separator: " ")
    switch parts.count {
    case 2 where parts[0] == "net":
      guard let days = Int(parts[1]) else { return nil }
      self = .net(days)
    case 3 where parts[0] == "net" && parts[2] == "eom":
      guard let days = Int(parts[1]) else { return nil }
      self = .netThenEndOfMonth(days)
    case 3 where parts[0] == "eom" && parts[1] == "net":
      guard let days = Int(parts[2]) else { return nil }
      self = .endOfMonthThenNet(days)
    default:
      return nil
    }
  }
}
