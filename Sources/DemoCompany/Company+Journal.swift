public import Receivables

extension Company {
  /// What the company's collectors did and heard on an account in the last four months, oldest first. `file`
  /// is the account as its books were imported. Throws `MoneyError` when amounts overflow.
  public func journal(of file: AccountFile, policy: Policy) throws(MoneyError) -> [DemoEntry] {
    guard let index = DemoCustomer.index(ofNumber: file.customer.number) else { return [] }
    var story = CallStory(company: self, customer: customer(index), file: file, policy: policy)
    return try story.tell()
  }
}
