import Receivables
import TextScreen

/// Money of a bank statement beside the open invoices of whoever paid: one key takes what is proposed.
struct CashScreen: Screen {
  let name: String
  private(set) var lines: [CashLine]
  private(set) var window: ListWindow
  /// The invoices of the account whose money is selected.
  private(set) var invoices = ListWindow()
  /// Whether the cursor stands on the invoices.
  private(set) var isSplitting = false
  /// The accounts that were read.
  private(set) var pictures: [AccountID: AccountPicture] = [:]
  /// What is being recorded.
  private var taking: (line: Int, action: ActionID)?
  /// What is recorded after it, without being asked for one by one.
  private var waiting: [Int] = []
  private var takenAtOnce = 0
  /// The account to which the selected money is said to belong, until it is read.
  private var said: AccountID?

  init(_ sight: CashSight, _ sitting: Sitting) {
    name = sight.name
    // What is certain first, what nobody knows last; within it as the bank has it.
    let lines = sight.lines.map(CashLine.init)
    let order = lines.indices.sorted { (lines[$0].state, $0) < (lines[$1].state, $1) }
    self.lines = order.map { lines[$0] }
    window = ListWindow(count: lines.count, height: CashAreas(sitting.body).list.size.rows)
  }

  var scope: Scope { isSplitting ? .split : .cash }

  var keyBar: [Command] {
    isSplitting
      ? [.takeMoney, .putAgainst, .partAmount, .shortReason, .back]
      : [.takeMoney, .split, .remittance, .takeCertain, .whoseMoney, .undo, .back]
  }

  var selected: CashLine? { lines.indices.contains(window.selected) ? lines[window.selected] : nil }

  /// The account whose money is selected, as far as it is read.
  var picture: AccountPicture? { selected?.account.flatMap { pictures[$0] } }

  /// The open invoices that the selected money can pay.
  var payable: [OpenItem] {
    guard let line = selected, let picture, line.state != .recorded, line.money.amount.minor > 0 else {
      return []
    }
    let currency = line.money.amount.currency
    return picture.invoices.filter { $0.invoice.original.currency == currency }
  }

  func situation(_ sitting: Sitting) -> Situation {
    var situation = Situation(scope, sitting)
    situation.notTakeable = lacking
    situation.certain = lines.count { $0.state == .certain }
    situation.isOnMoney = selected.map { $0.state != .recorded } ?? false
    situation.isOnInvoice = !payable.isEmpty
    return situation
  }

  private var lacking: String? {
    guard let line = selected else { return "The statement tells of no money that came in." }
    switch line.state {
    case .recorded: return "This money is recorded already."
    case .unknown, .doubtful: return "Say first whose money it is."
    case .certain, .likely: return nil
    }
  }

  func title(_ sitting: Sitting, room: Int) -> String {
    let recorded = lines.count { $0.state == .recorded }
    return "\(name.shortened(to: max(room - 18, 12))) · \(recorded)/\(lines.count) recorded"
  }
}

// MARK: Keys

extension CashScreen {
  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    if isSplitting ? invoices.follow(command) : window.follow(command) {
      return isSplitting ? .none : look()
    }
    switch command {
    case .takeMoney: return take(window.selected, &sitting)
    case .takeCertain: return askForAll()
    case .split:
      isSplitting = !payable.isEmpty
      if isSplitting { invoices = ListWindow(count: payable.count, height: invoices.height) }
      return isSplitting ? .none : .message("There is no open invoice that it could pay.")
    case .putAgainst: change { line, item, picture in line.toggle(item, on: picture) }
    case .partAmount: return payable.isEmpty ? .none : .move(.overlay(Prompt(.amount)))
    case .shortReason: return .move(.overlay(PickOverlay.shortReasons(sitting.policy)))
    case .whoseMoney:
      let matches = selected?.matches ?? []
      return .move(.overlay(PickOverlay.payers(matches)))
    case .remittance:
      return picture == nil
        ? .message("Say first whose money it is.") : .effects(.book(.listRemittances))
    case .back, .leave:
      guard isSplitting else { return .move(.pop) }
      isSplitting = false
    default: break
    }
    return .none
  }

  /// Reads the account of what is selected, unless it is here.
  mutating func look() -> Turn {
    invoices = ListWindow(count: payable.count, height: invoices.height)
    guard let account = selected?.account, pictures[account] == nil else { return .none }
    return .effects(.read(.account(account)))
  }

  private mutating func change(_ body: (inout CashLine, OpenItem, AccountPicture) -> Void) {
    guard let picture, payable.indices.contains(invoices.selected) else { return }
    body(&lines[window.selected], payable[invoices.selected], picture)
  }

  private func askForAll() -> Turn {
    let certain = lines.filter { $0.state == .certain }
    var sums: [Money] = []
    for line in certain { try? sums.add(line.money.amount) }
    let told = sums.map(\.description).joined(separator: " and ")
    let payments = certain.count == 1 ? "1 payment names" : "\(certain.count) payments name"
    return .move(
      .overlay(
        Question(
          "Take all that is certain?", "\(payments) what it pays: \(told). Each becomes an entry of its own.",
          answers: [
            .init("y", "take them", .chosen(.form(.money(.takeCertain)))), .init("n", "leave them"),
          ])))
  }

  mutating func chosen(_ choice: FormChoice, _ sitting: inout Sitting) -> Turn {
    guard case .money(let choice) = choice else { return .none }
    switch choice {
    case .takeCertain:
      waiting = lines.indices.filter { lines[$0].state == .certain }
      takenAtOnce = 0
      return takeNext(&sitting)
    case .short(let short): change { line, item, picture in line.explain(short, of: item, on: picture) }
    case .amount(let text): return put(text, sitting)
    case .payer(let account):
      // Whose it is is known when the account is here.
      said = account
      return .effects(.read(.account(account)))
    case .remittance(let path): return .effects(.book(.readRemittance(path)))
    case .payerNamed(let text): return .effects(.read(.find(text)))
    }
    return .none
  }

  private mutating func take(_ list: RemittanceList) -> Turn {
    guard let picture, let line = selected, line.state != .recorded else { return .none }
    do {
      let read = try list.read(for: line.money, on: picture)
      let wasPut = line.parts != nil
      lines[window.selected].pay(read.parts, on: picture)
      let count = read.parts.count == 1 ? "1 invoice" : "\(read.parts.count) invoices"
      let short = read.short > 0 ? " \(read.short == 1 ? "1 is" : "\(read.short) are") paid short." : ""
      let instead = wasPut ? " What was put before is not any more." : ""
      let strange =
        read.strange.isEmpty
        ? "" : " No open invoice: \(read.strange.prefix(3).joined(separator: "; ").shortened(to: 120))."
      return .message("\(list.name) pays \(count).\(short)\(strange)\(instead)")
    } catch {
      return .message(error.sentence, .failure)
    }
  }

  private mutating func put(_ text: String, _ sitting: Sitting) -> Turn {
    guard let line = selected, payable.indices.contains(invoices.selected) else { return .none }
    do {
      let item = payable[invoices.selected]
      let open = Money(minor: item.open, line.money.amount.currency)
      let amount = text.trimmed == "0" ? Money.zero(open.currency) : try TypedAmount.read(text, full: open)
      guard amount.minor >= 0, amount.minor <= open.minor else {
        return .message("Of invoice \(item.invoice.number) \(open) is open.", .failure)
      }
      change { line, item, picture in line.put(amount.minor, against: item, on: picture) }
      return .none
    } catch {
      return .message(error.sentence, .failure)
    }
  }
}

// MARK: Recording

extension CashScreen {
  private mutating func take(_ place: Int, _ sitting: inout Sitting) -> Turn {
    guard taking == nil, lines.indices.contains(place), let account = lines[place].account else {
      return .none
    }
    guard lines[place].recorded == nil else { return takeNext(&sitting) }
    guard let picture = pictures[account] else {
      waiting.insert(place, at: 0)
      return .effects(.read(.account(account)))
    }
    do {
      let entry = NewEntry(
        action: sitting.newAction(), account: account, day: sitting.today, collector: sitting.collector,
        body: try lines[place].body(on: picture, sitting.policy))
      taking = (place, entry.action)
      return .effects(.write(.record(entry, basedOn: picture.file.version)))
    } catch {
      let isOne = waiting.isEmpty
      let rest = isOne ? .none : takeNext(&sitting)
      return Turn(effects: rest.effects, message: Message(text: error.sentence, kind: .failure))
    }
  }

  private mutating func takeNext(_ sitting: inout Sitting) -> Turn {
    guard !waiting.isEmpty else { return .none }
    return take(waiting.removeFirst(), &sitting)
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .input(.resize):
      let areas = CashAreas(sitting.body)
      window.fit(count: lines.count, height: areas.list.size.rows)
      invoices.fit(count: payable.count, height: CashAreas.invoiceRows(areas.detail))
    case .account(let file):
      keep(file, sitting)
      if said == file.customer.id {
        said = nil
        lines[window.selected].belongs(to: file.customer)
      }
      invoices.fit(count: payable.count, height: CashAreas.invoiceRows(CashAreas(sitting.body).detail))
      if let first = waiting.first, lines[first].account == file.customer.id { return takeNext(&sitting) }
    case .found(let found):
      switch found.count {
      case 0: return .message("No account has these words. Type its number or its name.", .failure)
      case 1:
        said = found[0].account
        return .effects(.read(.account(found[0].account)))
      default: return .move(.overlay(PickOverlay.accounts(found)))
      }
    case .remittances(let offers): return .move(.overlay(PickOverlay.remittances(offers)))
    case .remittance(let list): return take(list)
    case .recorded(let entry, let file): return recorded(entry, file, &sitting)
    case .stale(let entry, let file):
      keep(file, sitting)
      fail(entry.action)
    case .notRecorded(let entry, _): fail(entry.action)
    case .changedElsewhere, .began, .adopted:
      pictures = [:]
      return look()
    default: break
    }
    return .none
  }

  private mutating func fail(_ action: ActionID) {
    if taking?.action == action { (taking, waiting) = (nil, []) }
  }

  private mutating func keep(_ file: AccountFile, _ sitting: Sitting) {
    if pictures.count > 50 { pictures = [:] }
    pictures[file.customer.id] = try? sitting.picture(of: file)
    let known = Set(lines.compactMap(\.recorded?.matter))
    var others = ((try? file.recordedMoney(asOf: sitting.today)) ?? []).filter { !known.contains($0.matter) }
    for place in lines.indices where lines[place].recorded == nil {
      if let index = others.firstIndex(where: { lines[place].isSame(as: $0) }) {
        lines[place].take(others.remove(at: index))
      } else if lines[place].money.amount.minor < 0,
        let match = try? file.receipt(returning: lines[place].money, asOf: sitting.today)
      {
        lines[place].returns(match)
      }
    }
  }

  private mutating func recorded(
    _ entry: JournalEntry, _ file: AccountFile, _ sitting: inout Sitting
  ) -> Turn {
    let isMine = taking?.action == entry.action
    if isMine, let taken = taking {
      // Before others are compared with the journal: the same payment twice is two.
      lines[taken.line].record(entry, on: file.customer)
      taking = nil
    }
    keep(file, sitting)
    if let undone = entry.body.first(Reversal.self)?.entry {
      for place in lines.indices { lines[place].forget(undone) }
    }
    guard isMine else { return .none }
    takenAtOnce += 1
    if !waiting.isEmpty { return takeNext(&sitting) }
    isSplitting = false
    let wasOne = takenAtOnce == 1
    takenAtOnce = 0
    let next = lines.indices.first { $0 > window.selected && lines[$0].state != .recorded }
    if let next = next ?? lines.indices.first(where: { lines[$0].state != .recorded }) { window.select(next) }
    var turn = look()
    if !wasOne {
      let key = sitting.commands.name(of: .undo, in: .cash)
      turn.message = Message(
        text: "What was certain is recorded; \(key) takes it back, one after the other.", kind: .notice)
    }
    return turn
  }

  mutating func resume(_ sitting: inout Sitting) -> Turn { look() }

  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    let areas = CashAreas(body)
    switch event {
    case .wheel(let rows, let position):
      if areas.detail.contains(position) { invoices.scroll(by: rows) } else { window.scroll(by: rows) }
    case .click(let position):
      if let row = window.row(at: position.row - areas.list.origin.row), areas.list.contains(position) {
        isSplitting = false
        window.select(row)
      } else if let row = invoices.row(at: position.row - areas.detail.origin.row - 3), !payable.isEmpty,
        areas.detail.contains(position)
      {
        isSplitting = true
        invoices.select(row)
        change { line, item, picture in line.toggle(item, on: picture) }
        return .none
      }
    default: return .none
    }
    return look()
  }
}
