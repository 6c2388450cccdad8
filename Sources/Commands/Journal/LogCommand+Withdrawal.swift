import Receivables

extension LogCommand {
  /// The entry that takes the promise back which the options name.
  func withdrawal(on picture: AccountPicture, in book: OpenBook) throws -> EntryBody {
    try refuseOptions(besides: ["contact", "note", "date", "amount"], of: "A withdrawal")
    let open = picture.openPromises
    let meant = try open.filter { try isMeant($0.terms, in: book) }
    guard let promise = meant.first, meant.count == 1 else {
      throw CommandFailure(
        "Nothing was recorded. \(problem(open, meant, on: picture, book.policy))", .badData)
    }
    return try picture.withdrawal(of: promise.entry, by: who ?? "", reason: note ?? "")
  }

  private func isMeant(_ terms: PromiseTerms, in book: OpenBook) throws -> Bool {
    if let amount, (try? TypedAmount.read(amount, full: terms.amount)) != terms.amount { return false }
    guard let date else { return true }
    do {
      return try TypedDay.read(date, today: book.today, order: book.policy.dateOrder) == terms.day
    } catch {
      throw CallProblem(nil, error.sentence)
    }
  }

  /// Which promises there are instead of the one to withdraw, the nearest first.
  private func problem(
    _ open: [PromiseStatus], _ meant: [PromiseStatus], on picture: AccountPicture, _ policy: Policy
  ) -> String {
    let account = picture.file.customer.number
    guard !open.isEmpty else { return "\(account) has no open promise to withdraw." }
    let listed = open.map { $0.terms.line(policy: policy) }.joined(separator: "; ")
    let which = meant.isEmpty ? "None of the open promises is meant" : "Several open promises may be meant"
    return "\(which): \(listed). Say which with --date and --amount."
  }
}
