/// The gapless number of a journal entry, from 1.
public struct EntryNumber: Hashable, Sendable, RawRepresentable, Comparable {
  /// 1 for the first entry of a ledger.
  public let rawValue: Int64

  /// The entry with that number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// Written earlier is less.
  public static func < (left: EntryNumber, right: EntryNumber) -> Bool { left.rawValue < right.rawValue }
}

/// Names one action of one person: a UUID in its usual text form, made before the first attempt to save.
public struct ActionID: Hashable, Sendable, RawRepresentable {
  /// `"0f8fad5b-d9cb-469f-a165-70867728950e"`.
  public let rawValue: String

  /// The action with that UUID.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A version 4 UUID from 128 random bits.
  public init(random high: UInt64, _ low: UInt64) {
    let bits = [
      (high & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000, (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000,
    ]
    var text = ""
    for (index, digit) in bits.flatMap({ Self.hex($0) }).enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    rawValue = text
  }

  private static func hex(_ value: UInt64) -> [Character] {
    let digits = Array("0123456789abcdef")
    return (0..<16).map { digits[Int(value >> UInt64((15 - $0) * 4) & 0xF)] }
  }
}

/// One thing that a person here did or heard. Never edited, never deleted; a later entry may reverse it.
public struct JournalEntry: Hashable, Sendable {
  /// Its gapless place in the journal.
  public let number: EntryNumber
  /// Made before the first attempt to save, so that a retry is recorded once.
  public let action: ActionID
  /// True UTC of the save.
  public let recorded: Instant
  /// The business date under which it was made; what as-of views go by.
  public let day: CalendarDay
  /// The operating system's user, never typed.
  public let actor: String
  /// The collector as whom they worked.
  public let collector: String
  /// The account; nil for an entry about the whole book.
  public let account: AccountID?
  /// What was done or heard.
  public internal(set) var body: EntryBody
  /// Which numbers the matters that it opens have; nil for 1, 2, 3 in their order.
  var parts: [Int]?

  /// An entry as stored.
  public init(
    number: EntryNumber, action: ActionID, recorded: Instant, day: CalendarDay, actor: String,
    collector: String, account: AccountID?, body: EntryBody
  ) {
    self.number = number
    self.action = action
    self.recorded = recorded
    self.day = day
    self.actor = actor
    self.collector = collector
    self.account = account
    self.body = body
  }
}

/// An entry that is about to be saved.
public struct NewEntry: Hashable, Sendable {
  /// Made before the first attempt, so that a retry is recorded once.
  public var action: ActionID
  /// The account; nil for an entry about the whole book.
  public var account: AccountID?
  /// The business date.
  public var day: CalendarDay
  /// As whom it is made.
  public var collector: String
  /// What was done or heard.
  public var body: EntryBody

  /// An entry to save.
  public init(action: ActionID, account: AccountID?, day: CalendarDay, collector: String, body: EntryBody) {
    self.action = action
    self.account = account
    self.day = day
    self.collector = collector
    self.body = body
  }
}
