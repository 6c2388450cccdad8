extension AccountPicture {
  /// The promises inside date and grace, the nearest first: those that a customer can still take back.
  public var openPromises: [PromiseStatus] {
    promises.filter(\.state.isActive).sorted { ($0.terms.day, $0.entry) < ($1.terms.day, $1.entry) }
  }

  /// What is recorded when `person` takes back the promise that was taken by `entry`; without a name it is who
  /// promised. Throws `CallProblem` when it is not open, or nothing says who and why.
  public func withdrawal(
    of entry: EntryNumber, by person: String, reason: String
  ) throws(CallProblem) -> EntryBody {
    guard let promise = openPromises.first(where: { $0.entry == entry }) else {
      throw CallProblem(nil, "This promise is not open any more.")
    }
    let person = person.isEmpty ? promise.contact ?? "" : person
    guard !person.isEmpty else { throw CallProblem(.who, "Say who withdrew it.") }
    guard !reason.isEmpty else { throw CallProblem(.reason, "Say why it is withdrawn.") }
    return .promiseWithdrawn(entry, by: person, reason: reason)
  }
}
