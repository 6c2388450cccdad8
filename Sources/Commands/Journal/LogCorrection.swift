import ArgumentParser
import Ledger
import Receivables

extension LogCommand {
  /// The entry that takes the place of an earlier one: what the options leave out stays as it was said.
  func correction(of number: EntryNumber, on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    let corrected = try CorrectedEntry(
      number, in: picture.file, by: options.collector, policy: book.policy)
    let before = try AccountPicture(
      of: corrected.before(picture.file), policy: book.policy, asOf: corrected.day)
    let said = try replacement(of: corrected, on: before, in: book)
    return try corrected.correction(saying: said, because: because ?? "")
  }

  private func replacement(
    of corrected: CorrectedEntry, on picture: AccountPicture, in book: OpenBook
  ) throws -> EntryBody {
    let old = corrected.said
    if let contact = old.first(ContactRecord.self) {
      var said =
        line != nil || result != nil
        ? try body(on: picture, in: book) : try changedCall(old, on: picture, in: book)
      said.sections = said.sections.map { section in
        guard var record = section as? ContactRecord else { return section }
        (record.started, record.ended) = (contact.started, contact.ended)
        return record
      }
      return said
    }
    guard line == nil, result == nil else {
      throw CommandFailure(
        "Nothing was recorded. Entry \(corrected.number.rawValue) is not a call.", .validationFailure)
    }
    if old.first(Remark.self) != nil {
      try refuseOptions(besides: ["note"], of: "A comment")
      return EntryBody(Remark(note ?? old.first(Remark.self)?.text ?? ""))
    }
    if let snooze = old.first(Snooze.self) {
      try refuseOptions(besides: ["date", "reason"], of: "A snooze")
      let until = try day(on: picture, in: book) ?? snooze.until
      guard until > picture.asOf else {
        throw CommandFailure(
          "Nothing was recorded. An account is put off until a day after \(picture.asOf.long).", .badData)
      }
      return EntryBody(Snooze(until: until, reason: reason ?? snooze.reason))
    }
    if let hold = old.first(HoldTerms.self) {
      try refuseOptions(besides: ["date", "reason", "contact", "invoices"], of: "A hold")
      let numbers = invoice.isEmpty ? hold.covers.map(\.number) : invoice
      let invoices =
        numbers.isEmpty ? [] : try picture.named(numbers.joined(separator: " ")).map(\.invoice.id)
      return try picture.hold(
        until: try day(on: picture, in: book) ?? hold.until,
        reason: reason.map { book.policy.holdReason(typed: $0) } ?? hold.reason, by: who ?? hold.person,
        on: invoices)
    }
    throw CommandFailure(
      "Nothing was recorded. Only a call, a comment, a snooze or a hold can be corrected.", .badData)
  }

  /// The call as it was said, with what the options say another way.
  private func changedCall(
    _ old: EntryBody, on picture: AccountPicture, in book: OpenBook
  ) throws -> EntryBody {
    var parts = try old.typed(on: picture, policy: book.policy)
    for (name, text) in texts {
      guard let line = CallLine(rawValue: name) else { continue }
      let isShared = CallLine.shared.contains(line)
      guard isShared || parts.count == 1 else {
        throw CommandFailure(
          "Nothing was recorded. The call has \(parts.count) outcomes; say all of it anew, in one line.",
          .validationFailure)
      }
      guard isShared || TypedCall.lines(of: parts[0].result).contains(name) else {
        try refuseOptions(besides: TypedCall.lines(of: parts[0].result), of: parts[0].result.code)
        continue
      }
      parts[0].texts[line] = text
    }
    return try told(parts, on: picture, in: book)
  }

  private func day(on picture: AccountPicture, in book: OpenBook) throws -> CalendarDay? {
    guard let date else { return nil }
    do {
      return try TypedDay.read(date, today: picture.asOf, rules: book.policy.dayRules)
    } catch {
      throw CallProblem(nil, error.sentence)
    }
  }
}
