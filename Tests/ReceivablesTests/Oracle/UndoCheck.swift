import Receivables
import SampleEntries

/// An entry that is taken back leaves what the account would come to had it never been; the reversal taken back, what it
/// came to before.
struct UndoCheck {
  private(set) var faults: [String] = []

  /// Takes `entry` back on `day`, as the last thing in the journal. `derive` makes the picture of a file on that day.
  init(
    _ entry: EntryNumber, of file: AccountFile, _ day: CalendarDay,
    derive: (AccountFile) throws -> AccountPicture
  ) rethrows {
    var before = file
    before.entries.removeAll { $0.day > day }
    var without = before
    without.entries.removeAll { $0.number == entry }
    let undone = before.adding(.reversal(of: entry, reason: "mistake"), on: day)
    let reversal = undone.entries[undone.entries.count - 1].number
    let redone = undone.adding(.reversal(of: reversal, reason: "no mistake"), on: day)
    let place = "\(day.iso), entry \(entry.rawValue)"
    let never = Derived(try derive(without), without: entry)
    for difference in Derived(try derive(undone), without: entry).differences(from: never) {
      faults.append("\(place) taken back is not as if it had never been: \(difference)")
    }
    let restored = Derived(try derive(redone))
    for difference in restored.differences(from: Derived(try derive(before))) {
      faults.append("\(place) taken back and that too does not restore: \(difference)")
    }
  }
}

/// Every derived value of a picture by its name; the timeline tells what happened and is left out.
struct Derived {
  private var values: [(name: String, value: AnyHashable)]

  /// Without the matters that an entry opened.
  init(_ picture: AccountPicture, without entry: EntryNumber? = nil) {
    values = [
      ("summary", picture.summary), ("invoices", picture.invoices), ("credits", picture.unapplied),
      ("promises", picture.promises.filter { $0.id.entry != entry }), ("plans", picture.plans),
      ("matters", picture.matters.filter { $0.id.entry != entry }), ("steps", picture.candidates),
      ("habits", picture.habits), ("dead numbers", picture.deadNumbers),
    ]
  }

  func differences(from other: Derived) -> [String] {
    zip(values, other.values).filter { $0.value != $1.value }.map {
      "\($0.name) \($0.value), expected \($1.value)"
    }
  }
}

extension AccountFile {
  fileprivate func adding(_ body: EntryBody, on day: CalendarDay) -> AccountFile {
    var file = self
    let number = EntryNumber(rawValue: (entries.last?.number.rawValue ?? 0) + 1)
    file.entries.append(
      JournalEntry(
        number: number, action: ActionID(rawValue: "b"), recorded: Instant(milliseconds: 0), day: day,
        actor: "tester", collector: "tester", account: customer.id, body: body))
    return file
  }
}
