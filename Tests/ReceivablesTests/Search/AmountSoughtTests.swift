import Receivables
import Testing

struct AmountSoughtTests {
  @Test(
    "an amount is found in any notation, exactly or by its whole units",
    arguments: [
      ("1564.01", "USD", 156_401, true), ("1 564,01", "USD", 156_401, true),
      ("1,564.01", "EUR", 156_401, true), ("$1564.01", "USD", 156_401, true),
      ("1564.01 usd", "USD", 156_401, true), ("8466", "USD", 846_617, true),
      ("8 466", "USD", 846_617, true), ("8466", "JPY", 8_466, true), ("8466.17", "BHD", 8_466_170, true),
      ("1564.01", "USD", -156_401, true), ("8466.1", "USD", 846_617, true), ("1,564", "USD", 156_400, true),
      ("100.00", "USD", 10_050, false), ("8466", "USD", 84_660, false), ("8466", "USD", 18_466_17, false),
      ("846", "USD", 846_617, false), ("8466", "JPY", 84_661, false), ("0.5", "USD", 50, true),
      ("564.01", "USD", 156_401, false),
    ] as [(String, String, Int64, Bool)])
  func means(_ typed: String, _ code: String, _ minor: Int64, _ isMeant: Bool) throws {
    let amount = Money(minor: minor, try #require(Currency(code)))
    let sought = try #require(AmountSought(typed))
    #expect(sought.means(amount) == isMeant)
    let lines = AmountSought.lines([amount, amount])
    #expect(sought.patterns.contains { lines.contains($0) } == isMeant, "what is stored says the same")
  }

  @Test("what is no amount is none", arguments: ["", "acme", "usd", "INV-7", "+1 555 0100", "1.2.3.4", "."])
  func noAmount(_ typed: String) { #expect(AmountSought(typed) == nil) }
}
