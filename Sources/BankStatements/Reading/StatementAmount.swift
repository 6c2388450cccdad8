import Receivables

/// Reads the amounts of statements, exactly: a sign or none, digits, and at most one decimal mark that the format knows.
enum StatementAmount {
  /// Minor units of the amount in `text`, where `places` decimals make one major unit and `marks` may stand before
  /// them. Zeros behind the last place are nothing. Throws `Refusal` for anything else.
  ///
  /// `minor("1234,5", places: 2, marks: [.comma], line: 7) == 123_450`.
  static func minor(_ text: String, places: Int, marks: [UInt8], line: Int) throws(Refusal) -> Int64 {
    var digits = text.utf8[...].drop(while: \.isBlank)
    while digits.last?.isBlank == true { digits.removeLast() }
    var isNegative = false
    if let sign = digits.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      digits.removeFirst()
    }
    var magnitude: Int64 = 0
    var count = 0
    var decimals: Int?
    for byte in digits {
      if marks.contains(byte), decimals == nil {
        decimals = 0
        continue
      }
      guard byte.isDigit else { throw refusal(text, "is not an amount", line) }
      count += 1
      if let place = decimals {
        guard place < places else {
          guard byte == 0x30 else { throw refusal(text, "has more decimals than its currency", line) }
          continue
        }
        decimals = place + 1
      }
      magnitude = try shifted(magnitude, adding: Int64(byte - 0x30), text, line)
    }
    guard count > 0 else {
      throw refusal(text, digits.isEmpty ? "is empty where an amount is needed" : "is not an amount", line)
    }
    for _ in (decimals ?? 0)..<max(places, decimals ?? 0) {
      magnitude = try shifted(magnitude, adding: 0, text, line)
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The sum, or a refusal of what does not fit.
  static func sum(_ left: Int64, _ right: Int64, line: Int) throws(Refusal) -> Int64 {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard !overflows else {
      throw Refusal(
        line: line,
        reason:
          "The amounts up to here come to more than can be kept exactly. Fetch the statement from the bank "
          + "again.")
    }
    return sum
  }

  private static func shifted(
    _ magnitude: Int64, adding digit: Int64, _ text: String, _ line: Int
  ) throws(Refusal) -> Int64 {
    let (tens, overflows) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, overflowsToo) = tens.addingReportingOverflow(digit)
    guard !overflows, !overflowsToo else { throw refusal(text, "is larger than can be kept exactly", line) }
    return sum
  }

  private static func refusal(_ text: String, _ problem: String, _ line: Int) -> Refusal {
    Refusal(
      line: line,
      reason:
        "\(Quoted(text)) \(problem). Fetch the statement from the bank again; if it comes like this, ask them."
    )
  }
}

/// A piece of a file in a sentence: cut short, between quotation marks.
struct Quoted: CustomStringConvertible {
  private let text: String

  init(_ text: String) { self.text = text }

  var description: String { "\"\(String(text.unicodeScalars.prefix(60)))\"" }
}
