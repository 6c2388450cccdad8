import Receivables

/// Whether what the forms save adds up in itself: Σ instalments = covered; the parts of a promise and of a dispute are what
/// was promised and contested.
struct AgreementChecks {
  private(set) var faults: [String] = []

  init(_ file: AccountFile) {
    for entry in file.entries {
      for section in entry.body.sections {
        guard let (kind, said, covers) = Self.agreed(section) else { continue }
        let sum = covers.reduce(0) { $0 + $1.amount.minor }
        guard sum != said else { continue }
        faults.append(
          "\(entry.day.iso), entry \(entry.number.rawValue): a \(kind) of \(said) covers \(sum) in all")
      }
    }
  }

  private static func agreed(_ section: any EntrySection) -> (String, Int64, [CoveredInvoice])? {
    switch section {
    case let terms as PromiseTerms: (PromiseTerms.name, terms.amount.minor, terms.covers)
    case let terms as DisputeTerms: terms.amount.map { (DisputeTerms.name, $0.minor, terms.covers) }
    case let terms as PlanTerms:
      (PlanTerms.name, terms.instalments.reduce(0) { $0 + $1.amount }, terms.covers)
    default: nil
    }
  }
}
