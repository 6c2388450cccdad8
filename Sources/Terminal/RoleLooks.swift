import TextScreen

/// What changes the look of the text that follows from that of one role to that of another, worked out once each.
struct RoleLooks {
  /// Of each role whether a blank looks like one of ordinary text.
  private let hasPlainBlank: [Bool]
  private let change: (Role, Role) -> [UInt8]
  private var known: [[UInt8]?]

  /// The looks of a theme, with what changes them on the terminal.
  init(_ theme: Theme, change: @escaping (_ from: Role, _ to: Role) -> [UInt8]) {
    hasPlainBlank = Role.allCases.map { role in
      let look = theme[role]
      return look.background == nil && !look.reverse && !look.underline
    }
    self.change = change
    known = Array(repeating: nil, count: Role.allCases.count * Role.allCases.count)
  }

  /// Whether a blank of one role looks like a blank of the other.
  func haveTheSameBlank(_ one: Role, _ other: Role) -> Bool {
    one == other || hasPlainBlank[Int(one.rawValue)] && hasPlainBlank[Int(other.rawValue)]
  }

  /// Adds what changes the look.
  mutating func change(from old: Role, to new: Role, in bytes: inout [UInt8]) {
    let place = Int(old.rawValue) * Role.allCases.count + Int(new.rawValue)
    if let known = known[place] {
      bytes += known
    } else {
      let words = change(old, new)
      known[place] = words
      bytes += words
    }
  }
}
