extension AccountSummary {
  /// The summary that `AccountPicture` would show, derived by the same rules without the rest of the picture.
  ///
  /// Throws `MoneyError.overflow` when a sum does not fit 64 bits of minor units.
  public init(of file: AccountFile, policy: Policy, asOf: CalendarDay) throws(MoneyError) {
    let account = try AccountDerivation(of: file, policy, asOf: asOf)
    let needsDrift = policy.rules.contains { $0.measure == .driftDays }
    self = try account.summary(driftTenths: needsDrift ? PaymentLateness(account.books).driftTenths : nil)
  }
}
