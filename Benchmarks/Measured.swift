/// Durations of the same thing, measured again and again.
struct Measured {
  private let sorted: [Duration]

  init(_ durations: [Duration]) { sorted = durations.sorted() }

  /// The duration that a share of them does not exceed: `percentile(50)` is the median.
  func percentile(_ share: Int) -> Duration {
    sorted.isEmpty ? .zero : sorted[min(sorted.count * share / 100, sorted.count - 1)]
  }

  /// `"0.42   0.61   0.90"`: median, 95 % and 99 % in milliseconds.
  var text: String { [50, 95, 99].map { percentile($0).milliseconds }.joined(separator: " ") }
}

extension Duration {
  /// In milliseconds with two digits, in eight columns.
  var milliseconds: String {
    let hundredths = Int((self / .microseconds(10)).rounded())
    let text = "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    return String(repeating: " ", count: max(8 - text.count, 0)) + text
  }
}
