import Receivables
import Testing

@testable import Ledger

/// Rows come back as they were handed in, account by account, however few of them fit into memory.
struct RowSortTests {
  private static let texts = ["", "a", "Müller & Söhne", "0000611365", "Straße 1, \"hinten\"", "\u{1F600}\n"]

  private static func row(_ random: inout Randomness, line: Int) throws -> IncomingRow {
    func some<Value>(_ value: @autoclosure () throws -> Value) rethrows -> Value? {
      Bool.random(using: &random) ? try value() : nil
    }
    func text() -> String { texts.randomElement(using: &random) ?? "" }
    func amount() -> Int64 { [0, 1, -1, 99, -12_345, .max, .min].randomElement(using: &random) ?? 0 }
    let usd = try #require(Currency("USD"))
    let day = { (random: inout Randomness) in
      CalendarDay(number: Int.random(in: -9_000...30_000, using: &random))
    }
    var customer = IncomingCustomer(number: text(), name: some(text()))
    customer.terms = some(Terms(text: "net 30")).flatMap { $0 }
    customer.creditLimit = some(Money(minor: amount(), usd))
    customer.collector = some(text())
    customer.paymentRun = some(PaymentRun(text: "Thu")).flatMap { $0 }
    customer.timeZone = some("Europe/Berlin")
    customer.contact = some(
      Contact(
        name: text(), role: some(text()), email: some(text()),
        phones: [Phone(number: text()), Phone(number: text(), label: some(text()))], language: some("de"),
        timeZone: some(text())))
    var row = IncomingRow(line: line, customer: customer)
    row.applications = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      IncomingApplication(invoice: text(), amount: amount())
    }
    guard Bool.random(using: &random) else { return row }
    var document = IncomingDocument(
      kind: [.invoice, .creditNote, .payment].randomElement(using: &random) ?? .invoice, number: text(),
      issued: day(&random), due: day(&random), amount: Money(minor: amount(), usd), open: some(amount()),
      settled: some(CalendarDay(number: 20_000)), tellsSettled: Bool.random(using: &random),
      reference: some(text()), method: some(text()))
    document.assumed = IncomingDocument.Assumed(rawValue: UInt8.random(in: 0...7, using: &random))
    row.document = document
    return row
  }

  @Test("in one block, and in blocks of a few rows", arguments: [1 << 20, 900, 1], [1, 2, 3] as [UInt64])
  func rowsComeBackByAccount(blockSize: Int, seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let directory = try TemporaryDirectory()
    let sort = RowSort(files: 3, directory: directory.path, blockSize: blockSize)
    var wanted: [Int: [[IncomingRow]]] = [:]
    for file in 0..<3 {
      for line in 0..<80 {
        let (row, account) = (try Self.row(&random, line: line), Int.random(in: 0..<12, using: &random))
        try sort.add(row, account: account, of: Self.texts[account % 6], file: file)
        wanted[account, default: [[], [], []]][file].append(row)
      }
    }
    try sort.finish()
    var found: [Int] = []
    while let (account, rows) = try sort.next({ Self.texts[$0 % 6] }) {
      found.append(account)
      #expect(rows == wanted[account])
    }
    #expect(found == wanted.keys.sorted())
  }

  @Test func whatIsHeldOutsideMemoryHasNoName() throws {
    let directory = try TemporaryDirectory()
    let sort = RowSort(files: 1, directory: directory.path, blockSize: 1)
    for account in 0..<50 { try sort.add(.invoice("I"), account: account % 7, of: "1", file: 0) }
    #expect(try directory.names() == [])
  }

  @Test func aPlaceThatCannotBeWrittenIsTold() throws {
    let sort = RowSort(files: 1, directory: "/nowhere/at/all", blockSize: 1)
    #expect(throws: LedgerError.self) { try sort.add(.invoice("I"), account: 1, of: "1", file: 0) }
  }
}
