import Receivables
import SampleEntries

extension CallBench {
  /// Two past-due invoices and one not yet due in USD, one past due in CAD, two people with three numbers.
  static func file(
    name: String = "Muster AG", contact: String = "Jane Doe", zone: String? = "America/New_York"
  ) -> AccountFile {
    let id = AccountID(rawValue: 42)
    return AccountFile(
      customer: Customer(id: id, number: "1042", name: name, timeZone: zone),
      contacts: [
        Contact(
          name: contact, role: "accounts payable", email: "ap@muster.example",
          phones: [Phone(number: "+1 555 0100", label: "office"), Phone(number: "+1 555 0101")]),
        Contact(name: "Bob Roe", phones: [Phone(number: "+1 555 0200")]),
      ],
      invoices: [
        invoice(1, "INV-77", due: -45, 100_000, "USD"), invoice(2, "INV-78", due: -10, 20_000, "USD"),
        invoice(3, "CA-5", due: -8, 40_000, "CAD"), invoice(4, "INV-80", due: 12, 50_000, "USD"),
      ], version: 5)
  }

  /// The same account after a voicemail on Friday, with a broken promise.
  static func called() throws -> AccountFile {
    var file = file()
    let usd = currency("USD")
    let calls = [
      (
        -20,
        ProposedCall(
          action: "OUT", result: "PP", contact: "Jane Doe",
          promise: ProposedPromise(
            amount: Money(minor: 100_000, usd), day: today.advanced(by: -12),
            invoices: [DocumentID(rawValue: 1)]))
      ),
      (-3, ProposedCall(action: "OUT", result: "VM", contact: "Jane Doe")),
    ]
    for (index, (days, call)) in calls.enumerated() {
      file.entries.append(
        JournalEntry(
          number: EntryNumber(rawValue: Int64(index + 1)), action: ActionID(rawValue: "\(index)"),
          recorded: now, day: today.advanced(by: days), actor: "om", collector: "omar",
          account: file.customer.id, body: try call.stored(in: file)))
    }
    return file
  }

  /// The same account with sixty invoices, the oldest first.
  static func long() throws -> AccountFile {
    var file = try called()
    for index in 1...56 {
      let number = "L-\(index < 10 ? "00" : "0")\(index)"
      file.invoices.append(invoice(Int64(100 + index), number, due: index - 300, 12_345, "USD"))
    }
    file.invoices.sort { $0.due < $1.due }
    return file
  }

  private static func invoice(
    _ id: Int64, _ number: String, due days: Int, _ minor: Int64, _ code: String
  ) -> Invoice {
    let due = today.advanced(by: days)
    return Invoice(
      id: DocumentID(rawValue: id), number: number, issued: due.advanced(by: -30), due: due,
      original: Money(minor: minor, currency(code)))
  }

  static func currency(_ code: String) -> Currency {
    guard let currency = Currency(code) else { preconditionFailure("\(code) is no currency") }
    return currency
  }
}
