import Receivables

/// How an account's credits and applications lie in their tables: most payments pay one invoice and nothing else, and the
/// row of such a payment says so itself. All other applications have a row of their own.
struct CarriedApplications {
  /// A credit, and the application that takes all of it on its day.
  struct Carrier {
    let credit: Credit
    var application: Application?
  }

  /// By row number.
  private(set) var credits: [Carrier]
  /// By row number.
  private(set) var others: [Application] = []

  init(of file: AccountFile) {
    credits = file.credits.sorted { $0.id < $1.id }.map { Carrier(credit: $0) }
    for application in file.applications.sorted(by: { $0.id < $1.id }) {
      guard let place = place(of: application.credit), credits[place].takes(application) else {
        others.append(application)
        continue
      }
      credits[place].application = application
    }
  }

  private func place(of credit: DocumentID?) -> Int? {
    guard let credit else { return nil }
    let place = credits.firstPlace { $0.credit.id >= credit }
    return place < credits.count && credits[place].credit.id == credit ? place : nil
  }
}

extension CarriedApplications.Carrier {
  /// Whether nothing of it is lost when the credit's row carries it.
  fileprivate func takes(_ other: Application) -> Bool {
    application == nil && other.amount == credit.amount.minor && other.dated == credit.dated
      && other.source == credit.kind.source && other.reverses == nil
  }
}

extension Application {
  /// The application that the row of `credit` carries.
  init(_ id: Int64, to invoice: Int64, of credit: Credit) {
    self.init(
      id: id, invoice: DocumentID(rawValue: invoice), credit: credit.id,
      source: credit.kind.source, dated: credit.dated, amount: credit.amount.minor)
  }
}
