/// Times of the same thing, many times over.
struct Samples: CustomStringConvertible {
  private let sorted: [Duration]

  init(_ times: [Duration]) { sorted = times.sorted() }

  /// `"median 0.31 ms, p99 0.80 ms"`.
  var description: String { "median \(Self.milliseconds(at(0.5))), p99 \(Self.milliseconds(at(0.99)))" }

  private func at(_ share: Double) -> Duration {
    sorted.isEmpty ? .zero : sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
  }

  /// `"12.3 s"`.
  static func seconds(_ time: Duration) -> String { "\(hundredths(time / .milliseconds(10))) s" }

  /// `"1.85"`.
  static func ratio(_ time: Duration, _ base: Duration) -> String { hundredths(time / base * 100) }

  private static func milliseconds(_ time: Duration) -> String {
    "\(hundredths(time / .microseconds(10))) ms"
  }

  private static func hundredths(_ value: Double) -> String {
    let whole = Int(value.rounded())
    let rest = whole % 100
    return "\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
