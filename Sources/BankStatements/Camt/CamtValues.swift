import Receivables

/// Values of ISO 20022 that occur in many places. Each is read from the element that was entered last.
extension XMLCursor {
  /// An amount with its currency, which has no sign. Throws `Refusal`.
  func readMoney() throws(Refusal) -> Money {
    let line = self.line
    let currency = try readCurrency(attribute("Ccy") ?? "")
    let text = try self.text()
    let minor = try StatementAmount.minor(text, places: currency.exponent, marks: [0x2E], line: line)
    guard minor >= 0 else {
      throw Refusal(
        line: line,
        reason:
          "\(Quoted(text)) has a sign, which amounts of statements do not have. Fetch the statement from the bank "
          + "again.")
    }
    return Money(minor: minor, currency)
  }

  /// The currency that `code` names. Throws `Refusal` for none.
  func readCurrency(_ code: String) throws(Refusal) -> Currency {
    guard let currency = Currency(code) else {
      throw Refusal(
        line: line,
        reason:
          "\(Quoted(code)) is not the code of a currency, such as EUR. Fetch the statement from the bank again."
      )
    }
    return currency
  }

  /// Whether money went out. Throws `Refusal` for anything but `CRDT` and `DBIT`.
  func readIsDebit() throws(Refusal) -> Bool {
    let line = self.line
    let text = try words() ?? ""
    switch text {
    case "CRDT": return false
    case "DBIT": return true
    default:
      throw Refusal(
        line: line,
        reason:
          "\(Quoted(text)) does not say whether money came or went: CRDT and DBIT do. Fetch the statement from "
          + "the bank again.")
    }
  }

  /// Whether the text says yes: `true` or `1`.
  func readIsTrue() throws(Refusal) -> Bool { ["true", "1"].contains(try words()) }

  /// A code, alone or in `Cd`, `Prtry` or `CdOrPrtry`, as versions have it.
  func readCode() throws(Refusal) -> String? { try words() }

  /// `IBAN`, or `Othr/Id`. Also `PrtryAcct/Id` and `BBAN` of old versions.
  func readAccountNumber() throws(Refusal) -> String? {
    var number: String?
    let inside = depth
    while let name = try child(of: inside) {
      switch name {
      case "IBAN": number = try words()
      case "BBAN" where number == nil: number = try words()
      case "Othr", "PrtryAcct":
        let other = depth
        while let name = try child(of: other) {
          if name == "Id", number == nil { number = try words() }
        }
      default: break
      }
    }
    return number
  }

  /// The name of a party, `Nm` or `Pty/Nm`.
  func readName() throws(Refusal) -> String? {
    var name: String?
    let inside = depth
    while let part = try child(of: inside) {
      switch part {
      case "Nm": name = try words()
      case "Pty" where name == nil, "Agt" where name == nil, "FinInstnId" where name == nil:
        name = try readName()
      default: break
      }
    }
    return name
  }

  /// The number of an account, in `Id`.
  func readAccount() throws(Refusal) -> String? {
    var number: String?
    let inside = depth
    while let part = try child(of: inside) {
      if part == "Id" { number = try readAccountNumber() }
    }
    return number
  }
}
