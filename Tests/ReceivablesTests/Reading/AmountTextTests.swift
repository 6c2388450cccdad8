import Receivables
import Testing

@Suite("Amounts as exports write them")
struct AmountTextTests {
  @Test(
    "are read exactly",
    arguments: [
      ("1234.56", "1234.56"), ("1,234.56", "1234.56"), ("1 234.56", "1234.56"), ("1'234.56", "1234.56"),
      ("1\u{A0}234.56", "1234.56"), ("1\u{202F}234\u{202F}567.89", "1234567.89"),
      ("1\u{2019}234.56", "1234.56"),
      ("5,00,000", "500000.00"), ("12,34,56,789.10", "123456789.10"), ("(100.00)", "-100.00"),
      ("100.00-", "-100.00"),
      ("-100", "-100.00"), ("\u{2212}100", "-100.00"), ("+5", "5.00"), ("100.00 Dr", "100.00"),
      ("100.00Cr", "-100.00"),
      ("100.00 CR.", "-100.00"), ("$1,234.56", "1234.56"), ("USD 1,234.56", "1234.56"),
      ("1,234.56 usd", "1234.56"),
      ("-$100.00", "-100.00"), ("$(100.00)", "-100.00"), ("($100.00)", "-100.00"), ("US$5", "5.00"),
      (".5", "0.50"),
      ("5.", "5.00"), ("  7.25 ", "7.25"), ("000000000000000000000000012.00", "12.00"), ("0", "0.00"),
      ("-0.00", "0.00"),
      ("100.000", "100.00"), ("92233720368547758.07", "92233720368547758.07"),
      ("-92233720368547758.08", "-92233720368547758.08"),
    ])
  func reads(cell: String, expected: String) throws {
    let reading = try AmountText.read(cell, currency: .usd, decimal: .point)
    #expect(reading.amount.text == expected)
    #expect(!reading.isRounded)
  }

  @Test(
    "with a decimal comma are read exactly",
    arguments: [
      ("1.234,56", 123_456), ("1 234,56", 123_456), ("1.234.567", 123_456_700), ("12,5", 1_250),
      ("0,07 €", 7),
    ])
  func readsCommas(cell: String, expected: Int64) throws {
    #expect(try AmountText.read(cell, currency: .eur, decimal: .comma).amount.minor == expected)
  }

  @Test(
    "are refused with the reason when they cannot be meant",
    arguments: [
      ("", AmountProblem.empty), ("   ", .empty), ("-", .notAnAmount), ("1e3", .notAnAmount),
      ("12abc", .notAnAmount), ("12ABC", .otherCurrency(expected: .usd)), ("12ab", .notAnAmount),
      ("0x10", .notAnAmount), ("NULL", .notAnAmount), ("=1+1", .notAnAmount), ("1.234,56", .wrongGrouping),
      ("1,23", .wrongGrouping), ("1234,567", .wrongGrouping), ("0,123", .wrongGrouping),
      ("1,234 567", .wrongGrouping),
      ("12 34", .wrongGrouping), ("1.2.3", .wrongGrouping), (",123", .notAnAmount), ("(100", .notAnAmount),
      ("100)", .notAnAmount), ("-100-", .manySigns), ("(100.00)-", .manySigns), ("-100 Cr", .manySigns),
      ("100.-", .notAnAmount), ("€100", .otherCurrency(expected: .usd)),
      ("100 EUR", .otherCurrency(expected: .usd)),
      ("92233720368547758.08", .tooLarge), ("92233720368547758.075", .tooLarge),
      ("99999999999999999999", .tooLarge),
      ("1\u{0}2", .notAnAmount), ("1\n2", .notAnAmount), ("\u{661}\u{662}", .notAnAmount),
    ])
  func refuses(cell: String, problem: AmountProblem) {
    #expect(throws: problem) { try AmountText.read(cell, currency: .usd, decimal: .point) }
  }

  @Test(
    "with too many decimals round half away from zero and say so",
    arguments: [
      ("1.005", 101), ("-1.005", -101), ("1.0049", 100), ("1,000.999999", 100_100), ("(0.005)", -1),
    ])
  func rounds(cell: String, minor: Int64) throws {
    let reading = try AmountText.read(cell, currency: .usd, decimal: .point)
    #expect(reading.amount.minor == minor)
    #expect(reading.isRounded)
  }

  @Test(
    "follow the currency's places",
    arguments: [("JPY", "1500", 1500), ("BHD", "1.234", 1234), ("CLF", "1.5", 15_000)])
  func places(code: String, cell: String, minor: Int64) throws {
    let currency = try #require(Currency(code))
    #expect(try AmountText.read(cell, currency: currency, decimal: .point).amount.minor == minor)
  }

  @Test("are read back from what is shown and written, over the whole range")
  func roundTrip() throws {
    var random = Randomness(seed: 1)
    let extremes: [Int64] = [.min, .min + 1, -1, 0, 1, 99, 100, .max - 1, .max]
    for step in 0..<5_000 {
      let minor =
        step < extremes.count ? extremes[step] : Int64(bitPattern: random.next()) >> Int64(step % 64)
      for code in ["USD", "JPY", "BHD", "CLF"] {
        let money = Money(minor: minor, try #require(Currency(code)))
        #expect(try Money(plain: money.text, money.currency) == money)
        #expect(try AmountText.read(money.text, currency: money.currency, decimal: .point).amount == money)
        #expect(try AmountText.read(money.grouped, currency: money.currency, decimal: .point).amount == money)
        #expect(
          try AmountText.read(money.description, currency: money.currency, decimal: .point).amount == money)
      }
    }
  }

  @Test("never trap and mean one amount at most, whatever the bytes")
  func hostile() throws {
    var random = Randomness(seed: 2)
    let alphabet = Array("0123456789.,-+() '$eExabCrDrUSD\u{A0}\u{2212}\u{202E}\u{0}€9999".utf8)
    for _ in 0..<15_000 {
      let bytes = (0..<random.below(26)).map { _ in alphabet[random.below(alphabet.count)] }
      let text = String(decoding: bytes, as: UTF8.self)
      for decimal in DecimalMark.allCases {
        guard let reading = try? AmountText.read(bytes.span, currency: .usd, decimal: decimal),
          !reading.isRounded
        else {
          continue
        }
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }
        #expect(!digits.isEmpty, "\(text)")
      }
      var evidence = DecimalMarkEvidence()
      evidence.see(bytes.span)
      _ = evidence.verdict
    }
  }
}
