extension Weekday {
  /// The full name: `"Friday"`.
  public var title: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The day that a word of at least two letters begins or names, in any case: `th`, `Thu`, `thursday`.
  public init?(name: some StringProtocol) {
    let folded = name.lowercased()
    guard folded.utf8.count >= 2,
      let day = Self.allCases.first(where: { $0.title.lowercased().hasPrefix(folded) })
    else { return nil }
    self = day
  }
}
