/// An amount by which an account is found, with what it is of the account.
public struct SearchedAmount: Hashable, Sendable {
  /// What an amount is.
  public enum Kind: Hashable, Sendable {
    /// What is to be collected in its currency.
    case toCollect
    /// What is past due in its currency.
    case pastDue
    /// Everything owed in its currency, less credits.
    case balance
    /// What is open of an invoice.
    case open(invoice: String)
    /// What was billed with an invoice of which something is open.
    case billed(invoice: String)
    /// What was promised, or said to be paid, for a day.
    case promised(CalendarDay)
    /// An instalment of a plan in force, with its day.
    case instalment(CalendarDay)
    /// A payment or a credit note, with its day.
    case credit(Credit.Kind, CalendarDay)
  }

  /// What it is.
  public let kind: Kind
  /// How much.
  public let amount: Money
}

/// What lists go by of one account as of a day: its summary, and the amounts by which it is found.
public struct ListedAccount: Hashable, Sendable {
  /// What the queue shows of it.
  public let summary: AccountSummary
  /// The amounts, those of the whole account first, then those of invoices, promises and payments, the newest payment
  /// first.
  public let amounts: [SearchedAmount]

  /// Derives both. Throws `MoneyError.overflow` when a sum does not fit 64 bits of minor units.
  public init(of file: AccountFile, policy: Policy, asOf: CalendarDay) throws(MoneyError) {
    let account = try AccountDerivation(of: file, policy, asOf: asOf)
    summary = try AccountSummary.derive(account).summary
    amounts = try account.searchedAmounts(file.credits.filter { $0.dated <= asOf })
  }
}

extension AccountDerivation {
  fileprivate func searchedAmounts(_ credits: [Credit]) throws(MoneyError) -> [SearchedAmount] {
    var amounts: [SearchedAmount] = []
    func add(_ kind: SearchedAmount.Kind, _ amount: Money) {
      if amount.minor != 0 { amounts.append(SearchedAmount(kind: kind, amount: amount)) }
    }
    for balance in balances {
      add(.toCollect, Money(minor: balance.toCollect, balance.currency))
      add(.pastDue, Money(minor: balance.pastDue.open, balance.currency))
      add(.balance, Money(minor: try balance.balance(), balance.currency))
    }
    let open = items.items.filter { $0.open > 0 }
    for item in open {
      add(.open(invoice: item.invoice.number), Money(minor: item.open, item.invoice.original.currency))
    }
    for promise in inProgress.promises.reversed() {
      add(.promised(promise.terms.day), promise.terms.amount)
      if promise.standing != promise.terms.amount { add(.promised(promise.terms.day), promise.standing) }
    }
    for plan in inProgress.plans {
      for instalment in plan.instalments {
        add(.instalment(instalment.due), Money(minor: instalment.amount, plan.terms.currency))
      }
    }
    for credit in credits.sorted(by: { $0.dated > $1.dated }) {
      add(.credit(credit.kind, credit.dated), credit.amount)
    }
    for item in open where item.open != item.invoice.original.minor {
      add(.billed(invoice: item.invoice.number), item.invoice.original)
    }
    return amounts
  }
}
