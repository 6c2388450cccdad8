/// A type code of BAI2: which way money went, and how.
///
/// Source: BAI, "Cash Management Balance Reporting Specifications, Version 2", appendix A.
struct BAI2Code {
  let number: Int

  /// Three digits; nil for anything else.
  init?(_ text: String) {
    guard text.utf8.count == 3, let number = text.utf8.wholeNumber else { return nil }
    self.number = number
  }

  /// Which way money went.
  enum Side {
    case credit, debit
    /// It tells something that is no money: codes of status, and 890.
    case none
    /// A code of loans or of the bank itself that nobody else can know.
    case unknown
  }

  var side: Side {
    switch number {
    case 100...399, 920...959: .credit
    case 400...699, 960...999: .debit
    case 0..<100, 890, 900...919: .none
    default: .unknown
    }
  }

  /// How money moved; nil when the code does not tell.
  var method: String? {
    switch number {
    case 120...123, 142, 143, 145, 155, 156, 162...169, 257, 258, 421...423, 445, 447, 451, 452, 455, 462,
      464...469,
      557, 558:
      "ach"
    case 191, 195, 196, 206, 208, 216, 491, 493, 495, 496, 506, 508: "wire"
    case 115, 116, 175, 176, 184, 186, 187, 221, 222, 255, 395, 415, 474, 475, 484, 487, 555: "check"
    case 147: "card"
    case 295, 353, 366, 595, 666: "cash"
    default: nil
    }
  }

  /// Whether a payment came back: an item returned or refused.
  var isReturn: Bool { [123, 168, 255, 257, 261, 266, 423, 468, 555, 557, 561, 566].contains(number) }

  /// Whether the bank takes back what it had booked.
  var isReversal: Bool { [252, 254, 258, 395, 552, 554, 558].contains(number) }

  /// Whether its reference is the number of a check.
  var isCheckPaid: Bool { [474, 475].contains(number) }

  /// The deposits that an item of this code tells a part of; empty for what stands by itself.
  var deposits: Set<Int> {
    switch number {
    case 116: [115]
    case 136: [131, 135]
    case 143: [142, 145]
    case 156: [155]
    case 345: [342]
    case 452: [445, 447, 451]
    default: []
    }
  }
}
