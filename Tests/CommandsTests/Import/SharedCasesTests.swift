import Glibc
import Testing

/// Small files after public exports and complaints that lie beside the project on machines of people who work on it: what must
/// be true of each.
@Suite(.enabled(if: SharedCases.exist, "needs the cases in ../shared/cases"))
struct SharedCasesTests {
  /// What each customer owes after the import of one file, in the order of the list.
  @Test(
    "comes to what it says",
    arguments: [
      ("01", "USD 400.00"), ("02", "BWP 1000.00"), ("04", "EUR 800.00"),
      ("06", "USD 900.00"), ("07", "USD 100.00"), ("09", "USD 50.00"), ("11", "USD 40.00"),
      ("15", "EUR 309.00; EUR -59.50"), ("22", "USD 1.00; USD 2.00"),
      ("24", "USD 63.00; USD 64.00"), ("25", ""), ("26", "USD 150.00; USD 70.00"),
      ("31", "USD 300.00; USD 105.50"),
      ("32", "EUR 1071.00; EUR 38.00"), ("34", "EUR 1134.56; EUR 10500.00"),
      ("35", "INR 75000.00; INR 11000.00"), ("37", "USD 700.00; USD 60.00"),
      ("39", "USD 580.00"), ("40", "INR 123456.00; INR 2200.00"),
      ("45", "USD 150.00; USD 75.00"), ("47", "USD 100.00; USD 50.00"),
      ("49", "USD 100.00"), ("50", "EUR 60.00"), ("51", "USD 900.00"), ("52", "USD 400.00"),
      ("55", "USD 100.00"), ("58", "USD 5000.00; USD 700.00"),
      ("59", "USD 100200.40; USD 50100.86"), ("60", "GBP 1250.00"),
      ("62", "USD 802.00; EUR 270.00"), ("63", "EUR 1071.00"), ("69", "USD 80.00"),
    ])
  func owed(_ number: String, _ owed: String) throws {
    let home = try Home()
    let run = try ProgramRun(shell: Self.importing(number), in: home)
    #expect(run.status == 0, "\(run.said)\(run.output)")
    let aging = try ProgramRun(shell: "$KEPT aging --format csv --today 2026-11-26", in: home).output
    // The currency and, behind five buckets and the credits, the balance: names may hold commas.
    let told = aging.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",")
      return "\(cells[cells.count - 8]) \(cells[cells.count - 1])"
    }
    #expect(told.joined(separator: "; ") == owed)
  }

  @Test(
    "is refused with what is wrong and where",
    arguments: [
      ("13", "line 1, column \"Outstanding Balance\""), ("41", "line 4: No column tells the customer."),
      ("42", "line 5: No column tells the invoice date or due date."),
      ("43", "line 4: No column tells the invoice date or due date."),
      ("54", "line 11, column \"Terms\": \"1M(8D)\" is not known: 1 line, 1.00 USD."),
      ("56", "line 2, column \"Currency\": \"EUO\" is not the code of a currency"),
    ])
  func refused(_ number: String, _ sentence: String) throws {
    let run = try ProgramRun(shell: Self.importing(number), in: try Home())
    #expect(run.status == 65)
    #expect((run.said + run.output).contains(sentence), "\(run.said)\(run.output)")
  }

  @Test(
    "goes on as it must after what comes later",
    arguments: [
      ("16", "voided"), ("18", "500.00  EUR  0.00  open"), ("20", "received, to be applied"),
      ("28", "The list is of 2027-11-10, which has not come"), ("29", "\"terms\":\"net 45\""),
      ("30", "Payments that waited for their invoices, applied now: 1"), ("65", "350.00"),
    ])
  func later(_ number: String, _ words: String) throws {
    let run = try ProgramRun(
      shell: "K=$KEPT T=$HOME bash \(SharedCases.directory)\(number)-*.sh 2>&1", in: try Home())
    #expect(run.output.contains(words), "\(run.output)")
  }

  private static func importing(_ number: String) -> String {
    let file = "$(ls \(SharedCases.directory)\(number)-* | grep -v '[.]opt$')"
    let options = "$(cat \(SharedCases.directory)\(number)-*.opt 2>/dev/null)"
    return "$KEPT import --today 2026-11-26 \(file) \(options) </dev/null"
  }
}

private enum SharedCases {
  /// `../shared/cases`, seen from the project.
  static let directory =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/../shared/cases/"

  static var exist: Bool { access(directory, R_OK) == 0 }
}
