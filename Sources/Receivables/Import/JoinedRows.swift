/// How the rows of a document belong together that an export lists line by line.
public struct RowJoining: Hashable, Sendable {
  /// Whether the document's amount is the sum of its rows rather than repeated on each.
  public var addsAmounts: Bool

  /// Rows of which each has a part of the amount, or each all of it.
  public init(addsAmounts: Bool) { self.addsAmounts = addsAmounts }
}

/// Joins the rows of one account's documents.
public struct JoinedRows {
  /// One row a document, in the order in which they came first.
  public private(set) var rows: [IncomingRow] = []
  /// Lines that went into an earlier one.
  public private(set) var repeated: [Int] = []
  private let joining: RowJoining
  private let headings: [IncomingPart: String]
  private var places = Places()
  /// What the rows of each payment put against invoices, minor units.
  private var applied: [Int64] = []

  /// Documents of different kinds may have the same number.
  private struct Places {
    private var invoices = DocumentPlaces()
    private var creditNotes = DocumentPlaces()
    private var payments = DocumentPlaces()

    subscript(kind: IncomingDocument.Kind) -> DocumentPlaces {
      _read {
        switch kind {
        case .invoice: yield invoices
        case .creditNote: yield creditNotes
        case .payment: yield payments
        }
      }
      _modify {
        switch kind {
        case .invoice: yield &invoices
        case .creditNote: yield &creditNotes
        case .payment: yield &payments
        }
      }
    }
  }

  /// None yet, and room for so many; `headings` are named in refusals.
  public init(_ joining: RowJoining, headings: [IncomingPart: String], room: Int = 0) {
    self.joining = joining
    self.headings = headings
    rows.reserveCapacity(room)
    applied.reserveCapacity(room)
  }

  /// Throws `Refusal` when the rows of one document contradict each other or apply more than it has.
  public mutating func add(_ row: IncomingRow) throws(Refusal) {
    guard let document = row.document else { return }
    let key = DocumentKey(document.number).text
    // Numbers that restart stand for several documents.
    let known = places[document.kind].place(of: key) { !(rows[$0].document?.isFar(from: document) ?? false) }
    guard let place = known else {
      places[document.kind].add(key, of: key, at: rows.count)
      rows.append(row)
      applied.append(row.applications.first?.amount ?? 0)
      return
    }
    repeated.append(row.line)
    rows[place].applications += row.applications
    guard let first = rows[place].document, first.amount.currency == document.amount.currency else {
      throw contradiction(row, rows[place], document, "currency")
    }
    if !joining.addsAmounts, first.amount != document.amount || first.open != document.open {
      throw contradiction(row, rows[place], document, "amount")
    }
    do throws(MoneyError) {
      if joining.addsAmounts { rows[place].document?.amount = try first.amount.adding(document.amount) }
      applied[place] = try applied[place].addingChecked(row.applications.first?.amount ?? 0)
    } catch {
      throw Refusal(
        line: row.line, column: headings[joining.addsAmounts ? .amount : .appliedAmount],
        reason:
          "The rows of \(document.number) together are larger than can be kept exactly. Correct the export.")
    }
    try rows[place].document?.check(applied: applied[place], line: row.line, column: headings[.appliedAmount])
  }

  private func contradiction(
    _ row: IncomingRow, _ first: IncomingRow, _ document: IncomingDocument, _ what: String
  ) -> Refusal {
    Refusal(
      line: row.line, column: what == "amount" ? headings[.amount] : nil,
      reason: "\(document.number) has another \(what) here than on line \(first.line). Correct the export.")
  }
}

extension IncomingDocument {
  /// Throws `Refusal` when `applied` minor units, what the rows up to `line` put against invoices, are more than the
  /// payment or credit note has. Of one that takes another back both are negative.
  public func check(applied: Int64, line: Int, column: String?) throws(Refusal) {
    guard applied.magnitude > amount.minor.magnitude else { return }
    throw Refusal(
      line: line, column: column,
      reason: "\(kind == .creditNote ? "Credit note" : "Payment") \(number) is \(amount), but "
        + "\(Money(minor: applied, amount.currency)) of it is applied to invoices. Correct the export.")
  }
}
