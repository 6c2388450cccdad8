import Receivables

extension Company {
  /// The master data as CSV, handed out in pieces: customers, contacts, terms, limits, runs.
  public func writeCustomers(to write: (String) -> Void) {
    write(
      "Customer No,Customer Name,Contact,Role,Phone,Mobile,Email,Language,Time Zone,Terms,Credit Limit,"
        + "Currency,Collector,Payment Run\n")
    for index in 0..<customerCount {
      let customer = customer(index)
      let limit = customer.persona == .slow ? customer.size * 3 : customer.size * 12
      write(
        [
          customer.number, customer.name, customer.contact, customer.role, customer.phone,
          customer.mobile ?? "", customer.email, customer.market.language, customer.market.zone,
          "net \(customer.termsDays)", "\(limit).00", customer.market.currency.code, customer.collector,
          customer.run?.text ?? "",
        ].joined(separator: ",") + "\n")
    }
  }

  /// Invoices and credit notes as CSV, handed out in pieces.
  public func writeInvoices(to write: (String) -> Void) {
    write("Customer No,Type,Invoice No,Invoice Date,Due Date,Amount,Currency,PO Number\n")
    for index in 0..<customerCount {
      let customer = customer(index)
      for invoice in invoices(of: customer) {
        write(
          "\(customer.number),Invoice,\(invoice.number),\(invoice.issued.iso),\(invoice.due.iso),"
            + "\(customer.money(invoice.amount).text),\(customer.market.currency),\(invoice.reference)\n")
      }
    }
  }

  /// Payments and credit notes with the invoices that they settle as CSV, handed out in pieces.
  public func writePayments(to write: (String) -> Void) {
    write("Customer No,Type,Payment No,Payment Date,Amount,Currency,Method,Invoice No,Applied Amount\n")
    for index in 0..<customerCount {
      let customer = customer(index)
      var runs: [CalendarDay: [DemoInvoice]] = [:]
      for invoice in invoices(of: customer) {
        if let payday = invoice.payday, payday <= today, payday >= invoice.issued {
          runs[payday, default: []].append(invoice)
        }
        if let note = invoice.creditNote, note.day <= today {
          let amount = customer.money(note.amount).text
          write(
            "\(customer.number),Credit note,CN\(invoice.number),\(note.day.iso),\(amount),"
              + "\(customer.market.currency),,\(invoice.number),\(amount)\n")
        }
      }
      let method = customer.market.currency.code == "USD" ? (index % 3 == 0 ? "check" : "ach") : "wire"
      for (payday, paid) in runs.sorted(by: { $0.key < $1.key }) {
        let total = paid.reduce(0) { $0 + $1.paid }
        for invoice in paid {
          write(
            "\(customer.number),Payment,P\(customer.index)-\(payday.number),\(payday.iso),"
              + "\(customer.money(total).text),\(customer.market.currency),\(method),\(invoice.number),"
              + "\(customer.money(invoice.paid).text)\n")
        }
      }
      if customer.persona == .overpayer {
        write(
          "\(customer.number),Payment,OA\(customer.index),\(today.advanced(by: -9).iso),"
            + "\(customer.size * 9).00,\(customer.market.currency),\(method),,\n")
      }
    }
  }

  /// All of `writeCustomers` as one text.
  public var customersText: String { text(writeCustomers) }

  /// All of `writeInvoices` as one text.
  public var invoicesText: String { text(writeInvoices) }

  /// All of `writePayments` as one text.
  public var paymentsText: String { text(writePayments) }

  private func text(_ write: ((String) -> Void) -> Void) -> String {
    var text = ""
    write { text += $0 }
    return text
  }
}
