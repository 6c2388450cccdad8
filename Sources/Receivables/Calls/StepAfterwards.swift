extension AccountPicture {
  /// The account's next step once `body` is saved today, which need not be the one that it sets: another matter may ask
  /// for something earlier, and an attempt in vain leaves what was due. Nil for none, and where a sum does not fit.
  public func next(after body: EntryBody, by collector: String, _ policy: Policy) -> NextAction? {
    var file = file
    let last = file.entries.map(\.number.rawValue).max() ?? 0
    file.entries.append(
      JournalEntry(
        number: EntryNumber(rawValue: last + 1), action: ActionID(random: 0, 0),
        recorded: Instant(milliseconds: 0), day: asOf, actor: collector, collector: collector,
        account: file.customer.id, body: body))
    return try? AccountSummary(of: file, policy: policy, asOf: asOf).next
  }
}
