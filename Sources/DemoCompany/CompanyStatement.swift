import Receivables

extension Company {
  /// How many lines the statement has.
  private static let statementLines = 40

  /// A statement of the company's bank as camt.053 of the day before, handed out in pieces: payments that name their
  /// invoices, payments for several, less a discount, without a word, on account, by strangers, and one that comes back.
  public func writeStatement(to write: (String) -> Void) {
    let day = today.advanced(by: -1).iso
    write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
      <GrpHdr><MsgId>DEMO-\(day)</MsgId><CreDtTm>\(day)T18:00:00</CreDtTm></GrpHdr>
      <Stmt><Id>DEMO-\(day)</Id><CreDtTm>\(day)T18:00:00</CreDtTm>
      <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>USD</Ccy></Acct>

      """)
    for (place, payment) in statementPayments.enumerated() {
      write(payment.entry(place + 1, on: day))
    }
    write("</Stmt></BkToCstmrStmt></Document>\n")
  }

  /// All of `writeStatement` as one text.
  public var statementText: String {
    var text = ""
    writeStatement { text += $0 }
    return text
  }

  private var statementPayments: [StatementPayment] {
    var payments: [StatementPayment] = []
    var back: StatementPayment?
    for index in 0..<customerCount where payments.count < Self.statementLines - 3 {
      let customer = customer(index)
      guard customer.market.currency.code == "USD" else { continue }
      let all = invoices(of: customer).filter { $0.issued <= today && $0.creditNote == nil }
      let open = all.filter { $0.payday.map { $0 > today } ?? true }.sorted {
        ($0.due, $0.number) < ($1.due, $1.number)
      }
      if back == nil,
        let paid = all.last(where: { $0.payday.map { (3...10).contains($0.distance(to: today)) } ?? false }),
        paid.paid == paid.amount
      {
        back = StatementPayment(
          amount: -paid.paid, payer: customer.name, text: "Return of payment for \(paid.number)")
      }
      guard index % 3 == 0, open.count >= 2 else { continue }
      payments.append(payment(payments.count, by: customer.name, open[0], open[1]))
    }
    payments.append(StatementPayment(amount: 12_345, payer: "J. Smith Trading", text: "thank you"))
    payments.append(StatementPayment(amount: 777_700, payer: "Parent Holding", text: ""))
    if let back { payments.append(back) }
    return payments
  }

  private func payment(
    _ place: Int, by payer: String, _ first: DemoInvoice, _ second: DemoInvoice
  ) -> StatementPayment {
    switch place % 13 {
    case 3:
      StatementPayment(
        amount: first.amount + second.amount, payer: payer, text: "\(first.number) \(second.number)")
    case 6:
      StatementPayment(
        amount: first.amount * 98 / 100, payer: payer, text: "\(first.number) less 2 % discount")
    case 9: StatementPayment(amount: first.amount, payer: payer, text: "as agreed")
    case 12: StatementPayment(amount: first.amount / 3, payer: payer, text: "on account")
    default: StatementPayment(amount: first.amount, payer: payer, text: "Invoice \(first.number)")
    }
  }
}

/// Money on the demo statement, minor units; negative for what comes back.
private struct StatementPayment {
  var amount: Int64
  var payer: String
  var text: String

  /// An entry of camt.053.
  func entry(_ number: Int, on day: String) -> String {
    let isBack = amount < 0
    let size = "\(abs(amount) / 100).\(abs(amount) % 100 < 10 ? "0" : "")\(abs(amount) % 100)"
    let family = isBack ? "IRCT" : "RCDT"
    let back =
      isBack ? "<RtrInf><Rsn><Cd>AM04</Cd></Rsn><AddtlInf>not enough money</AddtlInf></RtrInf>" : ""
    return """
      <Ntry><NtryRef>\(number)</NtryRef><Amt Ccy="USD">\(size)</Amt><CdtDbtInd>\(isBack ? "DBIT" : "CRDT")</CdtDbtInd>
      <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>\(day)</Dt></BookgDt><ValDt><Dt>\(day)</Dt></ValDt>
      <AcctSvcrRef>\(day)-\(number)</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>\(family)</Cd>\
      <SubFmlyCd>\(isBack ? "RRTN" : "ESCT")</SubFmlyCd></Fmly></Domn></BkTxCd>
      <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>\(payer.escaped)</Nm></Pty></Dbtr></RltdPties>
      <RmtInf><Ustrd>\(text.escaped)</Ustrd></RmtInf>\(back)</TxDtls></NtryDtls></Ntry>

      """
  }
}

extension String {
  /// As XML has it.
  fileprivate var escaped: String {
    reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.append(character)
      }
    }
  }
}
