import Receivables
import Testing

@Suite("Money in words")
struct MoneyTextTests {
  @Test(
    "keeps sign, places and thousands",
    arguments: [
      (123_456, "USD", "1234.56", "1 234.56"), (-5, "USD", "-0.05", "-0.05"),
      (4_120_000, "USD", "41200.00", "41 200.00"),
      (0, "JPY", "0", "0"), (1_500, "JPY", "1500", "1 500"), (-1_234_567, "BHD", "-1234.567", "-1 234.567"),
      (Int64.min, "USD", "-92233720368547758.08", "-92 233 720 368 547 758.08"),
    ])
  func texts(minor: Int64, code: String, text: String, grouped: String) throws {
    let money = Money(minor: minor, try #require(Currency(code)))
    #expect(money.text == text)
    #expect(money.grouped == grouped)
    #expect(money.description == "\(grouped) \(code)")
  }

  @Test(
    "in machine form is strict",
    arguments: [
      "", "-", ".", "1.", ".5", "+1", "1,0", "1.234", "1 000", "1.2.3", "١", "1e3", "12abc", "--1", " 1",
    ])
  func strict(text: String) {
    #expect(throws: AmountProblem.notAnAmount) { try Money(plain: text, .usd) }
  }

  @Test(
    "a rough amount rounds to whole units, thousands or millions",
    arguments: [
      (153_074, "USD", "1 531 USD"), (153_049, "USD", "1 530 USD"), (0, "USD", "0 USD"),
      (-4_999, "USD", "-50 USD"),
      (999_999, "USD", "10 000 USD"), (1_000_000, "USD", "10k USD"), (8_759_281, "USD", "88k USD"),
      (999_999_999, "USD", "10 000k USD"), (1_249_999_999, "USD", "12M USD"), (12_500, "JPY", "13k JPY"),
      (8_759_281, "BHD", "8 759 BHD"), (.min, "USD", "-92 233 720 369M USD"),
      (.max, "JPY", "9 223 372 036 855M JPY"),
    ] as [(Int64, String, String)])
  func rough(minor: Int64, code: String, text: String) throws {
    #expect(Money(minor: minor, try #require(Currency(code))).rough == text)
  }
}
