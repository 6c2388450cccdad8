import ArgumentParser
import Interchange
import Ledger
import Receivables

/// `kept customers`: who may be in the books twice, and who belongs together.
struct CustomersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "customers",
    abstract: "List customers that may be the same, or that belong together.",
    discussion: """
      Pairs are found by names that are the same or nearly, e-mail addresses, telephone numbers, tax numbers and account \
      numbers. Nothing is merged by itself: 'kept relate' says what a pair is, and it is not listed again.

      With --related those that were merged or joined to groups are listed, with what each account and its group owe.
      """)

  @OptionGroup var options: GlobalOptions

  @Flag(help: "What was said of customers: merged ones, branches and groups.")
  var related = false

  func run() throws {
    let book = try options.openBook()
    try book.begin()
    try book.tellAge()
    if related {
      try RelatedListing(in: book.ledger).write(as: options.format, anchoredIn: book.ledger)
    } else {
      var similar = SimilarCustomers()
      try book.ledger.forEachAccount { file in
        similar.see(file)
        return true
      }
      try SimilarListing(pairs: similar.pairs()).write(as: options.format)
    }
  }
}

/// Pairs of customers that may be the same.
struct SimilarListing: Listing {
  let pairs: [SimilarPair]

  func csv() -> String {
    var writer = CSVWriter(header: ["account", "name", "other", "other_name", "reasons"])
    for pair in pairs {
      for text in [pair.head.number, pair.head.title, pair.other.number, pair.other.title, pair.reason] {
        writer.write(text)
      }
      writer.endRecord()
    }
    return writer.drain()
  }

  func json() -> JSONValue {
    [
      "pairs": .list(
        pairs.map { pair in
          [
            "account": .string(pair.head.number), "name": .string(pair.head.title),
            "other": .string(pair.other.number), "other_name": .string(pair.other.title),
            "reasons": .list(pair.reasons.map { .string($0) }),
          ]
        })
    ]
  }

  func text() -> String {
    guard !pairs.isEmpty else { return "No two customers look like one.\n" }
    var table = TextTable([
      ("ACCOUNT", .left), ("NAME", .left), ("OTHER", .left), ("NAME", .left), ("WHY", .left),
    ])
    for pair in pairs {
      table.add([pair.head.number, pair.head.title, pair.other.number, pair.other.title, pair.reason])
    }
    return table.text
  }
}

/// Accounts that belong together, with what each owes in each currency, and what each group comes to.
struct RelatedListing: Listing {
  /// One customer of a group, or of an account that has several.
  private struct Row {
    let head, customer: AccountName
    /// Nil for the head itself.
    let kind: CustomerRelation.Kind?
    /// None for a customer whose amounts are in its head's.
    let balances: [(owed: Money, toCollect: Money)]
  }

  private var rows: [Row] = []
  /// What all accounts of a head come to, by its number.
  private var sums: [String: [(owed: Money, toCollect: Money)]] = [:]

  /// Throws `LedgerError` and `MoneyError`.
  init(in ledger: LedgerFile) throws {
    let relations = try ledger.relations()
    func account(_ name: AccountName) throws -> AccountID? { try ledger.accountID(number: name.number) }
    var heads: [AccountID] = []
    for relation in relations {
      if let head = try account(relation.head), !heads.contains(head) { heads.append(head) }
    }
    for id in heads {
      let row = try ledger.row(of: id)
      let head = AccountName(number: row.number, title: row.name)
      try add(head, head, nil, id, in: ledger)
      // What is worked with an account that is there already is in its amounts.
      var seen: Set<AccountID> = [id]
      for relation in relations where try account(relation.head) == id {
        let other = try account(relation.other)
        let isNew = other.map { seen.insert($0).inserted } ?? false
        try add(head, relation.other, relation.kind, isNew ? other : nil, in: ledger)
      }
    }
  }

  private mutating func add(
    _ head: AccountName, _ customer: AccountName, _ kind: CustomerRelation.Kind?, _ account: AccountID?,
    in ledger: LedgerFile
  ) throws {
    var balances: [(owed: Money, toCollect: Money)] = []
    if let account {
      balances = try ledger.row(of: account).summary.balances.map {
        (Money(minor: try $0.balance(), $0.currency), Money(minor: $0.toCollect, $0.currency))
      }
    }
    for balance in balances {
      var all = sums[head.number] ?? []
      if let place = all.firstIndex(where: { $0.owed.currency == balance.owed.currency }) {
        all[place] = (
          try all[place].owed.adding(balance.owed), try all[place].toCollect.adding(balance.toCollect)
        )
      } else {
        all.append(balance)
      }
      sums[head.number] = all
    }
    rows.append(Row(head: head, customer: customer, kind: kind, balances: balances))
  }

  func csv() -> String {
    var writer = CSVWriter(header: [
      "head", "head_name", "account", "name", "relation", "currency", "balance", "to_collect",
    ])
    for row in rows {
      for balance in row.balances.isEmpty ? [nil] : row.balances.map(Optional.some) {
        for text in [row.head.number, row.head.title, row.customer.number, row.customer.title] {
          writer.write(text)
        }
        writer.write(row.kind?.rawValue ?? "head")
        writer.write(balance?.owed.currency.code)
        if let balance {
          writer.write(balance.owed)
          writer.write(balance.toCollect)
        } else {
          writer.write(nil as String?)
          writer.write(nil as String?)
        }
        writer.endRecord()
      }
    }
    return writer.drain()
  }

  func json() -> JSONValue {
    func amounts(_ balances: [(owed: Money, toCollect: Money)]) -> JSONValue {
      .list(
        balances.map {
          [
            "currency": .string($0.owed.currency.code), "balance": .amount($0.owed.minor, $0.owed.currency),
            "to_collect": .amount($0.toCollect.minor, $0.toCollect.currency),
          ]
        })
    }
    return [
      "accounts": .list(
        rows.map { row in
          [
            "head": .string(row.head.number), "account": .string(row.customer.number),
            "name": .string(row.customer.title), "relation": .string(row.kind?.rawValue ?? "head"),
            "amounts": amounts(row.balances),
          ]
        }),
      "groups": .object(sums.mapValues { amounts($0) }),
    ]
  }

  func text() -> String {
    guard !rows.isEmpty else { return "Nobody said that two customers belong together.\n" }
    var table = TextTable([
      ("ACCOUNT", .left), ("NAME", .left), ("IS", .left), ("BALANCE", .right), ("TO COLLECT", .right),
    ])
    for (place, row) in rows.enumerated() {
      add(row, to: &table)
      let isLast = place + 1 == rows.count || rows[place + 1].kind == nil
      guard isLast, rows.contains(where: { $0.head == row.head && $0.kind == .group }) else { continue }
      for sum in sums[row.head.number] ?? [] {
        table.add(["", "", "the group", sum.owed.description, sum.toCollect.description])
      }
    }
    return table.text
  }

  private func add(_ row: Row, to table: inout TextTable) {
    let what =
      switch row.kind {
      case nil: "head"
      case .same?: "the same as \(row.head.number)"
      case .branch?: "worked with \(row.head.number)"
      case .group?, .different?: "in the group of \(row.head.number)"
      }
    for (place, balance) in (row.balances.isEmpty ? [nil] : row.balances.map(Optional.some)).enumerated() {
      let isFirst = place == 0
      table.add([
        isFirst ? row.customer.number : "", isFirst ? row.customer.title : "", isFirst ? what : "",
        balance?.owed.description ?? "", balance?.toCollect.description ?? "",
      ])
    }
  }
}
