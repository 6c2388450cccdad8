extension CallResult {
  /// Whether its record holds a commitment of the customer, and which: PP and PD a promise, PS a claim.
  public var promiseKind: PromiseTerms.Kind? {
    switch nextKind {
    case .checkPromise: .promise
    case .checkPayment: .saysPaid
    default: nil
    }
  }

  /// Whether its record holds a dispute.
  public var holdsDispute: Bool { asks.contains(.disputeReason) }

  /// Whether its record holds a plan.
  public var holdsPlan: Bool { asks.contains(.instalments) }
}
