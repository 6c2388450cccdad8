import Receivables

/// One `TxDtls`: a payment in a booking.
struct CamtDetail {
  let line: Int
  /// What it is in the account's currency, without a sign; nil when it is not told apart.
  private(set) var amount: Money?
  private(set) var isDebit: Bool?
  private(set) var references = PaymentReferences()
  private(set) var debtor = Counterparty()
  private(set) var creditor = Counterparty()
  private(set) var code: CamtCode?
  private(set) var returned: PaymentReturn?
  private(set) var texts: [String] = []
  private(set) var documents: [ReferredDocument] = []
  private(set) var title: String?
  /// In the order in which they are believed.
  private var otherAmounts: [(order: Int, amount: Money)] = []

  /// Reads the details that were entered last. Throws `Refusal`.
  init(_ xml: XMLCursor) throws(Refusal) {
    line = xml.line
    let details = xml.depth
    while let name = try xml.child(of: details) {
      switch name {
      case "Refs": try readReferences(xml)
      case "Amt": amount = try xml.readMoney()
      case "CdtDbtInd": isDebit = try xml.readIsDebit()
      case "AmtDtls": try readAmounts(xml)
      case "BkTxCd": code = try CamtCode(xml)
      case "RltdPties": try readParties(xml)
      case "RmtInf": try readRemittance(xml)
      case "RtrInf": returned = try Self.readReturn(xml)
      case "AddtlTxInf": title = try xml.words()
      default: break
      }
    }
    // The second version has no amount of its own here.
    amount = amount ?? otherAmounts.min { $0.order < $1.order }?.amount
  }

  private mutating func readReferences(_ xml: XMLCursor) throws(Refusal) {
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "EndToEndId": references.endToEnd = try xml.text().reference
      case "AcctSvcrRef": references.bank = try xml.text().reference
      case "InstrId": references.instruction = try xml.text().reference
      case "MndtId": references.mandate = try xml.text().reference
      case "ChqNb": references.check = try xml.text().reference
      default: break
      }
    }
  }

  private mutating func readAmounts(_ xml: XMLCursor) throws(Refusal) {
    let inside = xml.depth
    while let kind = try xml.child(of: inside) {
      guard let order = ["TxAmt", "CntrValAmt", "InstdAmt"].firstIndex(of: kind) else { continue }
      let inside = xml.depth
      while let name = try xml.child(of: inside) {
        if name == "Amt" { otherAmounts.append((order, try xml.readMoney())) }
      }
    }
  }

  private mutating func readParties(_ xml: XMLCursor) throws(Refusal) {
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "Dbtr": debtor.name = try xml.readName()
      case "DbtrAcct": debtor.account = try xml.readAccount()
      case "UltmtDbtr": debtor.ultimate = try xml.readName()
      case "Cdtr": creditor.name = try xml.readName()
      case "CdtrAcct": creditor.account = try xml.readAccount()
      case "UltmtCdtr": creditor.ultimate = try xml.readName()
      default: break
      }
    }
  }

  private mutating func readRemittance(_ xml: XMLCursor) throws(Refusal) {
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "Ustrd": if let text = try xml.words() { texts.append(text) }
      case "Strd": try readStructured(xml)
      default: break
      }
    }
  }

  private mutating func readStructured(_ xml: XMLCursor) throws(Refusal) {
    var referred: [ReferredDocument] = []
    var paid: Money?
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "RfrdDocInf": if let document = try Self.readDocument(xml) { referred.append(document) }
      case "RfrdDocAmt": paid = try Self.readPaid(xml)
      case "CdtrRefInf":
        let reference = xml.depth
        while let name = try xml.child(of: reference) {
          if name == "Ref", let text = try xml.text().reference { references.structured.append(text) }
        }
      case "AddtlRmtInf": if let text = try xml.words() { texts.append(text) }
      default: break
      }
    }
    // One amount beside several documents is of all of them, and nobody says what of each.
    if referred.count == 1 { referred[0].amount = paid }
    documents += referred
  }

  private static func readDocument(_ xml: XMLCursor) throws(Refusal) -> ReferredDocument? {
    var (number, kind): (String?, String?)
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "Nb": number = try xml.text().reference
      case "Tp":
        let type = xml.depth
        while let name = try xml.child(of: type) {
          if name == "CdOrPrtry" || name == "Cd" { kind = try xml.readCode() }
        }
      default: break
      }
    }
    return number.map { ReferredDocument(number: $0, kind: kind) }
  }

  private static func readPaid(_ xml: XMLCursor) throws(Refusal) -> Money? {
    var paid: Money?
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      if name == "RmtdAmt" { paid = try xml.readMoney() }
    }
    return paid
  }

  private static func readReturn(_ xml: XMLCursor) throws(Refusal) -> PaymentReturn {
    var code: String?
    var words: [String] = []
    let inside = xml.depth
    while let name = try xml.child(of: inside) {
      switch name {
      case "Rsn", "RtrRsn": code = try xml.readCode()
      case "AddtlInf", "AddtlRtrRsnInf": if let text = try xml.words() { words.append(text) }
      default: break
      }
    }
    return PaymentReturn(code: code, reason: words.joined(separator: " "))
  }
}
