import Receivables
import TextScreen

/// Where the parts of the screen lie: money above, the account of the selected one below.
struct CashAreas {
  let headings: Rectangle
  let list: Rectangle
  let rule: Rectangle
  let detail: Rectangle

  init(_ body: Rectangle) {
    let rows = body.size.rows
    let below = max(10, rows * 2 / 5)
    func area(_ row: Int, _ height: Int) -> Rectangle {
      Rectangle(
        column: body.origin.column, row: body.origin.row + row, columns: body.size.columns, rows: height)
    }
    headings = area(0, 1)
    list = area(1, rows - below - 2)
    rule = area(rows - below - 1, 1)
    detail = area(rows - below, below)
  }

  /// Rows for invoices below what is said of the money: two lines before them, headings, and what comes of it.
  static func invoiceRows(_ detail: Rectangle) -> Int { max(detail.size.rows - 5, 1) }
}

extension CashScreen {
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let areas = CashAreas(body)
    drawMoney(into: &frame, areas, sitting)
    drawAccount(into: &frame, areas, sitting)
  }

  private func drawMoney(into frame: inout Frame, _ areas: CashAreas, _ sitting: Sitting) {
    let amounts = lines.map { DisplayWidth.of($0.money.amount.description) }.max() ?? 0
    let table = TableLayout(
      [
        .fixed("", 8), .fixed("Booked", 6), .amount("Amount", max(amounts, 6)), .text("Payer", 16...30),
        .text("Customer", 16...36), .text("Pays", 10...60),
      ], width: areas.list.size.columns - 2, gap: 1)
    frame.putHeadings(table, at: areas.headings.origin.moved(2))
    var window = window
    window.fit(count: lines.count, height: areas.list.size.rows)
    guard !lines.isEmpty else {
      frame.put("The statement tells of no money that came in or went back.", at: areas.list.origin.moved(2))
      return
    }
    for (offset, row) in window.visible.enumerated() {
      let line = lines[row]
      let position = Position(column: areas.list.origin.column, row: areas.list.origin.row + offset)
      let isSelected = row == window.selected
      let role: Role = isSelected ? .selected : line.state == .recorded ? .dim : .normal
      frame.put(isSelected ? "> " : "  ", at: position, width: 2, role: role)
      frame.putRow(table, at: position.moved(2), role: role) { column in
        switch column {
        case 0: TextCell(line.state == .recorded ? "✓ entry" : line.state.title, isSelected ? nil : line.role)
        case 1: TextCell(line.money.day.compact(sitting.today))
        case 2: TextCell(line.money.amount.description)
        case 3: TextCell(line.money.payer ?? line.money.text)
        case 4: TextCell(line.customer)
        default: TextCell(line.paid(on: line.account.flatMap { pictures[$0] }))
        }
      }
      if isSelected, !isSplitting { frame.cursor = position }
    }
  }

  private func drawAccount(into frame: inout Frame, _ areas: CashAreas, _ sitting: Sitting) {
    let rule = String(repeating: "─", count: areas.rule.size.columns)
    frame.put(rule, at: areas.rule.origin, role: .dim)
    guard let line = selected else { return }
    let area = areas.detail
    func row(_ offset: Int) -> Position {
      Position(column: area.origin.column + 1, row: area.origin.row + offset)
    }
    let width = area.size.columns - 2
    let wrote = line.money.booking.text.isEmpty ? line.money.text : line.money.booking.text
    let text = wrote.isEmpty ? "" : ": “\(wrote)”"
    frame.put("\(line.money.payer ?? "Somebody")\(text)", at: row(0), width: width, role: .heading)
    frame.put(line.reason.sentence, at: row(1), width: width, role: line.role ?? .normal)
    if let because = line.money.because {
      frame.put("The bank took it back: \(because).", at: row(2), width: width, role: .bad)
    }
    guard let picture else { return }
    let items = payable
    guard !items.isEmpty else {
      frame.put(nothing(for: line, on: picture), at: row(3), width: width, role: .dim)
      return
    }
    let parts = line.parts(on: picture)
    let currency = line.money.amount.currency
    let table = Self.invoiceTable(items, width: width - 2)
    frame.putHeadings(table, at: row(2).moved(2))
    var window = invoices
    window.fit(count: items.count, height: CashAreas.invoiceRows(area))
    for (offset, index) in window.visible.enumerated() {
      let item = items[index]
      let part = parts.first { $0.invoice == item.invoice.id }
      let isSelected = isSplitting && index == window.selected
      let position = row(3 + offset)
      let role: Role = isSelected ? .selected : part == nil ? .dim : .normal
      frame.put(isSelected ? "> " : "  ", at: position, width: 2, role: role)
      frame.putRow(table, at: position.moved(2), role: role) { column in
        switch column {
        case 0: return TextCell(part == nil ? "[ ]" : "[x]")
        case 1: return TextCell(item.invoice.number)
        case 2: return TextCell(item.invoice.due.compact(sitting.today))
        case 3: return TextCell(item.isPastDue ? "\(item.daysPastDue)d" : "")
        case 4: return TextCell(Money(minor: item.open, currency).grouped)
        case 5: return TextCell(part.map { Money(minor: $0.amount, currency).grouped } ?? "")
        default: return TextCell(part.map { Self.rest(of: item, $0, sitting.policy) } ?? "")
        }
      }
      if isSelected { frame.cursor = position }
    }
    frame.put(
      outcome(line, parts, count: items.count, window), at: row(area.size.rows - 1), width: width,
      role: .accent)
  }

  private static func invoiceTable(_ items: [OpenItem], width: Int) -> TableLayout {
    let open = items.map { Money(minor: $0.open, $0.invoice.original.currency).width }.max() ?? 0
    let number = items.map { DisplayWidth.of($0.invoice.number) }.max() ?? 0
    return TableLayout(
      [
        .fixed("", 3), .text("Invoice", 8...min(max(number, 8), 24)), .fixed("Due", 6),
        .fixed("Late", 5, align: .trailing),
        .amount("Open", max(open, 4)), .amount("Pays", max(open, 4)), .text("Rest", 10...60),
      ], width: width, gap: 2)
  }

  /// What becomes of what is not paid of an invoice.
  private static func rest(of item: OpenItem, _ part: ProposedReceipt.Part, _ policy: Policy) -> String {
    let rest = item.open - part.amount
    guard rest > 0 else { return "" }
    let amount = Money(minor: rest, item.invoice.original.currency).grouped
    switch part.short {
    case .granted(let reason): return "\(amount) granted as \(reason.title)"
    case .disputed(let code): return "\(amount) disputed: \(policy.disputeReasons.title(code))"
    case nil: return "\(amount) stays open"
    }
  }

  private func outcome(
    _ line: CashLine, _ parts: [ProposedReceipt.Part], count: Int, _ window: ListWindow
  ) -> String {
    let rest = ProposedReceipt(line.money, parts: parts).rest
    let currency = line.money.amount.currency
    let put = Money(minor: line.money.amount.minor - rest, currency)
    let left = rest > 0 ? "; \(Money(minor: rest, currency)) waits on the account to be applied" : ""
    let shown = window.visible.count < count ? "  \(window.visible.upperBound) of \(count) invoices" : ""
    return
      "\(put) is put against \(parts.count == 1 ? "1 invoice" : "\(parts.count) invoices")\(left).\(shown)"
  }

  private func nothing(for line: CashLine, on picture: AccountPicture) -> String {
    if let recorded = line.recorded {
      let matter = picture.matters.first { $0.id == recorded.matter }
      return matter.map { "\($0.title): \($0.state)." } ?? ""
    }
    guard line.money.amount.minor > 0 else {
      let parts = line.match?.parts ?? []
      let told = parts.map { "\($0.invoice) \(Money(minor: $0.amount, line.money.amount.currency))" }
      return "Open again: \(told.isEmpty ? "nothing that is known" : told.joined(separator: ", "))."
    }
    return "Nothing is open in \(line.money.amount.currency); it waits on the account to be applied."
  }
}

extension CashLine {
  /// Meaning stands in the word beside it.
  fileprivate var role: Role? {
    switch state {
    case .certain: .good
    case .unknown, .doubtful: .warning
    case .likely, .recorded: nil
    }
  }

  fileprivate var customer: String {
    if let recorded { return "\(recorded.customer.number) \(recorded.customer.name)" }
    return matches.map { "\($0.customer.number) \($0.customer.name)" }.joined(separator: " / ")
  }

  /// The invoices that it pays.
  fileprivate func paid(on picture: AccountPicture?) -> String {
    if let recorded { return recorded.terms.covers.map(\.number).joined(separator: " ") }
    guard let picture, money.amount.minor > 0 else {
      return match?.parts.map(\.invoice).joined(separator: " ") ?? ""
    }
    let chosen = Set(parts(on: picture).map(\.invoice))
    return picture.invoices.filter { chosen.contains($0.invoice.id) }.map(\.invoice.number).joined(
      separator: " ")
  }
}

extension String {
  /// With a capital at its beginning and a full stop at its end.
  fileprivate var sentence: String {
    guard let first else { return "" }
    return first.uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}

extension PickOverlay {
  /// What becomes of what is missing of an invoice.
  static func shortReasons(_ policy: Policy) -> PickOverlay {
    let granted = ReceiptTerms.Shortage.Reason.allCases.map {
      Choice(
        Chosen.form(.money(.short(.granted($0)))), "granted: \($0.title)",
        detail: "to be credited, not asked for")
    }
    let disputed = policy.disputeReasons.filter { !$0.isRetired }.map {
      Choice(
        Chosen.form(.money(.short(.disputed($0.code)))), "disputed: \($0.title)",
        detail: "a dispute of the rest")
    }
    return PickOverlay(
      "Why is less paid than open?",
      [Choice(.form(.money(.short(nil))), "stays open", detail: "and is asked for")] + granted + disputed,
      height: 16)
  }

  /// Whose money it is.
  static func payers(_ matches: [PaymentMatch]) -> PickOverlay {
    var overlay = PickOverlay(
      "Whose money is it? Choose, or type a number or a name",
      matches.map {
        Choice(
          .form(.money(.payer($0.account))), "\($0.customer.number) \($0.customer.name)", detail: $0.reason)
      })
    overlay.takeTyped("looks for that customer") { .form(.money(.payerNamed($0))) }
    return overlay
  }

  /// Files that may be the list to a payment.
  static func remittances(_ offers: [ExportOffer]) -> PickOverlay {
    var overlay = PickOverlay(
      "The list to the payment: choose a file, or type its path",
      offers.map { Choice(.form(.money(.remittance($0.path))), $0.path, detail: $0.detail) })
    overlay.takeTyped("reads that file") { .form(.money(.remittance($0))) }
    return overlay
  }

  /// The accounts that a text may mean.
  static func accounts(_ found: [FoundAccount]) -> PickOverlay {
    PickOverlay("Which one?", found.map { Choice(.form(.money(.payer($0.account))), $0.title) }, height: 16)
  }
}
