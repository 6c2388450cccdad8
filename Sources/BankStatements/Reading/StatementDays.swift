import Receivables

/// Reads the days of statements. A year of two digits is the one that lies in the years asked for.
struct StatementDays {
  /// The years in which days may lie.
  let years: ClosedRange<Int>

  /// `2026-11-03`, and nothing behind it but a time or a zone. Throws `Refusal`.
  func iso(_ text: String, line: Int) throws(Refusal) -> CalendarDay {
    let rest = text.utf8.dropFirst(10).first
    guard rest.map({ [0x54, 0x5A, 0x2B, 0x2D].contains($0) }) ?? true,
      let day = CalendarDay(iso: String(text.prefix(10)))
    else { throw notADay(text, line) }
    return try checked(day, text, line)
  }

  /// `20261103`, and whatever stands behind it: time and zone of OFX. The day stays as the bank writes it, which is the
  /// one on its paper, whatever day it was elsewhere. Throws `Refusal`.
  func compact(_ text: String, line: Int) throws(Refusal) -> CalendarDay {
    let digits = Array(text.utf8.prefix(8))
    guard digits.count == 8, let number = digits.wholeNumber,
      let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { throw notADay(text, line) }
    return try checked(day, text, line)
  }

  /// `261103`. Throws `Refusal`.
  func short(_ text: String, line: Int) throws(Refusal) -> CalendarDay {
    guard text.utf8.count == 6, let number = text.utf8.wholeNumber else { throw notADay(text, line) }
    // The latest year that ends so: a statement tells what was, and most often lately.
    let year = years.upperBound - ((years.upperBound - number / 10_000) % 100 + 100) % 100
    guard let day = CalendarDay(year: year, month: number / 100 % 100, day: number % 100) else {
      throw notADay(text, line)
    }
    return try checked(day, text, line)
  }

  /// `1103` as the day of that name which is next to `day`: a booking of 2 January valued on 31 December lies in the
  /// new year. Throws `Refusal`.
  func monthAndDay(_ text: String, near day: CalendarDay, line: Int) throws(Refusal) -> CalendarDay {
    guard text.utf8.count == 4, let number = text.utf8.wholeNumber else { throw notADay(text, line) }
    let year = day.components.year
    let days = (year - 1...year + 1).compactMap {
      CalendarDay(year: $0, month: number / 100, day: number % 100)
    }
    guard let nearest = days.min(by: { abs($0.distance(to: day)) < abs($1.distance(to: day)) }) else {
      throw notADay(text, line)
    }
    return nearest
  }

  private func checked(_ day: CalendarDay, _ text: String, _ line: Int) throws(Refusal) -> CalendarDay {
    guard years.contains(day.components.year) else {
      throw Refusal(
        line: line,
        reason:
          "\(Quoted(text)) does not lie in the years \(years.lowerBound) to \(years.upperBound). Fetch the "
          + "statement from the bank again.")
    }
    return day
  }

  private func notADay(_ text: String, _ line: Int) -> Refusal {
    Refusal(
      line: line,
      reason:
        "\(Quoted(text)) is not a day of the calendar. Fetch the statement from the bank again; if it comes "
        + "like this, ask them.")
  }
}
