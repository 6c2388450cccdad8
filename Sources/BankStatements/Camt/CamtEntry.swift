import Receivables

/// One `Ntry`: a booking, with the payments in it where the bank tells them.
struct CamtEntry {
  let line: Int
  /// `BOOK`, `PDNG` and others.
  private(set) var status: String?
  /// With its sign.
  let amount: Money
  private(set) var booked: CalendarDay?
  private(set) var valued: CalendarDay?
  private(set) var isReversal = false
  private(set) var number: String?
  private(set) var bankReference: String?
  private(set) var title: String?
  private(set) var code = CamtCode()
  private(set) var payments = CamtPayments()

  /// Whether it is booked. Every other state may still change, or is told for information.
  var isBooked: Bool { status == "BOOK" }

  /// Reads the entry that was entered last. Throws `Refusal` for one without amount, side or state.
  init(_ xml: XMLCursor, _ days: StatementDays) throws(Refusal) {
    line = xml.line
    var (money, isDebit): (Money?, Bool?)
    let entry = xml.depth
    while let name = try xml.child(of: entry) {
      switch name {
      case "NtryRef": number = try xml.text().reference
      case "Amt": money = try xml.readMoney()
      case "CdtDbtInd": isDebit = try xml.readIsDebit()
      case "RvslInd": isReversal = try xml.readIsTrue()
      case "Sts": status = try xml.readCode()
      case "BookgDt": booked = try days.iso(try xml.words() ?? "", line: xml.line)
      case "ValDt": valued = try days.iso(try xml.words() ?? "", line: xml.line)
      case "AcctSvcrRef": bankReference = try xml.text().reference
      case "BkTxCd": code = try CamtCode(xml)
      case "AddtlNtryInf": title = try xml.words()
      case "NtryDtls": try payments.read(xml)
      default: break
      }
    }
    guard let money, let isDebit, status != nil else {
      throw Refusal(
        line: line,
        reason:
          "The entry does not say all of how much, which way and whether it is booked. Fetch the statement from "
          + "the bank again.")
    }
    amount = Money(minor: isDebit ? -money.minor : money.minor, money.currency)
  }
}

/// What the `NtryDtls` of a booking say of the payments in it.
struct CamtPayments {
  private(set) var details: [CamtDetail] = []
  /// How many payments the bank says there are, and its name for all of them.
  private(set) var count: Int?
  private(set) var reference: String?

  /// Reads the `NtryDtls` that was entered last.
  mutating func read(_ xml: XMLCursor) throws(Refusal) {
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "TxDtls": details.append(try CamtDetail(xml))
      case "Btch":
        let batch = xml.depth
        while let name = try xml.child(of: batch) {
          switch name {
          case "NbOfTxs": count = try xml.words().flatMap { $0.utf8.wholeNumber }
          case "PmtInfId": reference = try xml.text().reference
          case "MsgId" where reference == nil: reference = try xml.text().reference
          default: break
          }
        }
      default: break
      }
    }
  }
}

/// What kind of payment a bank says it is, by the codes of ISO 20022 or by its own.
struct CamtCode {
  private(set) var family: String?
  private(set) var subfamily: String?
  private(set) var proprietary: String?
  private(set) var issuer: String?

  init() {}

  /// Reads the `BkTxCd` that was entered last.
  init(_ xml: XMLCursor) throws(Refusal) {
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "Domn": try readDomain(xml)
      case "Prtry":
        let own = xml.depth
        while let name = try xml.child(of: own) {
          switch name {
          case "Cd": proprietary = try xml.words()
          case "Issr": issuer = try xml.words()
          default: break
          }
        }
      default: break
      }
    }
  }

  private mutating func readDomain(_ xml: XMLCursor) throws(Refusal) {
    let domain = xml.depth
    while let name = try xml.child(of: domain) {
      guard name == "Fmly" else { continue }
      let inside = xml.depth
      while let name = try xml.child(of: inside) {
        switch name {
        case "Cd": family = try xml.words()
        case "SubFmlyCd": subfamily = try xml.words()
        default: break
        }
      }
    }
  }

  /// How money moved; nil when neither code tells.
  var method: String? {
    switch (family, subfamily) {
    case (_, "ACDT"), (_, "ACOR"): "ach"
    case ("CNTR", "CHKD"): "check"
    case ("RCDT", _), ("ICDT", _), ("RRCT", _), ("IRCT", _): "wire"
    case ("IDDT", _), ("RDDT", _): "direct_debit"
    case ("RCHQ", _), ("ICHQ", _), ("LBOX", _): "check"
    case ("CCRD", _), ("MCRD", _): "card"
    case ("CNTR", _): "cash"
    default: ownMethod
    }
  }

  /// By the bank's own code, where its issuer says which list it is from.
  private var ownMethod: String? {
    guard let proprietary else { return nil }
    switch issuer {
    case "BAI", "BAI2": return BAI2Code(proprietary)?.method
    case "DK", "ZKA": return GermanCode(in: proprietary)?.method
    default: return proprietary.contains("+") ? GermanCode(in: proprietary)?.method : nil
    }
  }
}
