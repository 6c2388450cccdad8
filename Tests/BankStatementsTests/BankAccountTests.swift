import Testing

@testable import BankStatements

/// One account, in all the ways in which statements spell it.
struct BankAccountTests {
  @Test(arguments: [
    ("DE50 1005 0055 0001 2345 67", "DE50100500550001234567", true),
    ("10050055/0001234567", "DE50100500550001234567", true),
    ("10050055/1234567EUR", "DE50100500550001234567EUR", true), ("1234567", "DE50100500550001234567", true),
    ("DE50100500550001234567", "DE68200411770007654321", false),
    ("20041177/1234567", "DE50100500550001234567", false),
    ("1234567", "01234567", true), ("1234567", "11234567", false),
    ("234567", "DE50100500550001234567", false),
    ("NL20KEPT0123456789 EUR", "nl20kept0123456789", true), ("NL20KEPT0123456789", "0123456789", true),
    ("KEPTNL2A/NL20KEPT0123456789", "NL20KEPT0123456789", true),
    ("CH0904835000000123456", "4835/123456", true),
    ("CH0904835000000123456", "04835/000000123456", true), ("", "", false), ("000", "0", false),
    ("DE51100500550001234567", "DE50100500550001234567", false), ("98-765/4", "4", true),
  ])
  func spellingsOfOneAccountAreTheSame(_ left: String, _ right: String, _ isSame: Bool) {
    #expect(BankAccount(left).isSame(as: BankAccount(right)) == isSame)
    #expect(BankAccount(right).isSame(as: BankAccount(left)) == isSame)
  }

  @Test func numbersOfTwoBanksAreTwoAccounts() {
    let here = BankAccount("0123456789", bank: "071000505")
    #expect(here.isSame(as: BankAccount("123456789", bank: "71000505")))
    #expect(here.isSame(as: BankAccount("123456789")))
    #expect(!here.isSame(as: BankAccount("123456789", bank: "021000021")))
    // Letters name a bank in other ways: they tell nothing.
    #expect(here.isSame(as: BankAccount("123456789", bank: "HSBKUS33")))
  }
}
