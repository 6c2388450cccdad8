import Receivables
import TextScreen

/// A person to call: role, numbers with dead ones marked, mail, when they are there, and what time it is there.
struct ContactLines {
  private let contact: Contact
  private let picture: AccountPicture
  private let sitting: Sitting

  init(_ contact: Contact, _ picture: AccountPicture, _ sitting: Sitting) {
    self.contact = contact
    self.picture = picture
    self.sitting = sitting
  }

  /// Name, role and whether they may be called, then a line for each number, for the mail and for their hours.
  var lines: [TextCell] {
    let language = contact.language.map { ", speaks \($0)" } ?? ""
    let head = TextCell(contact.headline + language, contact.standing == .reachable ? nil : .bad)
    let times = [contact.hours.map { "there \($0)" }, contact.bestTime.map { "best \($0)" }].compactMap { $0 }
    let others = [contact.email, times.isEmpty ? nil : times.joined(separator: ", "), unlisted].compactMap {
      $0
    }
    return [head] + contact.phones.map(line) + others.map { TextCell("  \($0)", .dim) }
  }

  /// Where somebody without a number is known from, when that is not the books.
  private var unlisted: String? { contact.phones.isEmpty ? contact.source.map { "from \($0)" } : nil }

  private func line(_ phone: Phone) -> TextCell {
    let label = phone.note.map { " \($0)" } ?? ""
    if picture.deadNumbers.contains(phone.digits) {
      return TextCell("  \(phone.number)\(label), DEAD", .bad)
    }
    return TextCell(
      "  \(phone.number)\(label)\(picture.clock(of: contact, sitting.moment).map { ", \($0)" } ?? "")")
  }
}

extension Customer {
  /// Number and name, once where the books use the number as the name: `"1042 Muster AG"`.
  var title: String { name == number ? number : "\(number) \(name.shortened(to: 80))" }
}

extension WorklistRow {
  /// The same of an account that was not read.
  var title: String { name == number ? number : "\(number) \(name.shortened(to: 80))" }
}

/// How a customer pays, in sentences with the counts behind them.
struct HabitsWords {
  let lines: [String]

  /// Said where no average is known: money may have come that settled nothing.
  static let nonePaid = "no invoice paid yet"

  init(_ habits: PaymentHabits) {
    var lines: [String] = []
    if let mean = habits.meanDaysLateTenths {
      lines.append("pays \(Self.late(mean)) (\(habits.paidInvoices) paid invoices)")
    } else {
      lines.append(Self.nonePaid)
    }
    if let recent = habits.recentDaysLateTenths, habits.paidInvoices > 6 {
      lines.append("the last 6: \(Self.late(recent))")
    }
    if let drift = habits.driftTenths {
      lines.append("drifting: \(Self.tenths(drift)) days later than before")
    }
    let promises = habits.kept + habits.partlyKept + habits.broken
    if promises > 0 {
      let share = habits.kept * 100 / promises
      lines.append("kept \(habits.kept) of \(promises) promises (\(share) %), \(habits.partlyKept) partly")
    } else {
      lines.append("no promise has come to its end yet")
    }
    if let slip = habits.slipTenths { lines.append("late promises came \(Self.tenths(slip)) days late") }
    if let weekday = habits.usualWeekday { lines.append("usually pays on a \(weekday.title)") }
    self.lines = lines
  }

  private static func late(_ tenths: Int) -> String {
    switch tenths {
    case 0: "on the day"
    case 1...: "\(Self.tenths(tenths)) days late"
    default: "\(Self.tenths(-tenths)) days early"
    }
  }

  private static func tenths(_ value: Int) -> String { "\(value / 10).\(abs(value) % 10)" }
}

/// Why an account stands where it stands, in words and points.
struct WhyWords {
  private let summary: AccountSummary
  private let policy: Policy
  private let today: CalendarDay

  init(_ summary: AccountSummary, _ sitting: Sitting) {
    self.summary = summary
    policy = sitting.policy
    today = sitting.today
  }

  /// All of it in one line.
  var line: String { "Why: " + (told.map(\.description) + [total]).joined(separator: " · ") }

  /// Reason by reason, with the points that it gives.
  var points: [(points: String, text: String)] { told.map { ($0.pointsText, $0.text) } }

  private var told: [ToldReason] { summary.reasons.told(under: policy, on: today) }

  /// `"priority 72 %, band A"`.
  var total: String { "priority \(summary.priority) %, band \(summary.band.rawValue)" }
}
