import Glibc
import Receivables
import Settings

@testable import BankStatements

/// Reads the sample statements that ship, and texts given as such.
enum SampleStatement {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/data/samples/banks/"

  /// Those that can be read.
  static let names =
    [
      "camt053-v8.xml", "camt053-v2.xml", "camt054-v4.xml", "mt940-german.sta", "mt940-dutch.sta", "bai2.txt",
      "ofx1.ofx", "ofx2.ofx",
    ] + csvNames

  static let csvNames = [
    "csv-sparkasse.csv", "csv-dkb.csv", "csv-ing-dutch.csv", "csv-chase.csv", "csv-lloyds.csv",
    "csv-revolut.csv",
    "csv-cic.csv", "csv-swedbank.csv",
  ]

  /// The words that ship; nil would be told by every test of CSV.
  static let words = try? BankColumnsFile.shipped()

  /// CSV as a book in dollars reads it, where nobody says how dates are read.
  static let csv = words.map { words in
    var rules = CSVRules(words: words)
    rules.fallbackCurrency = Currency("USD")
    return rules
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let file = fopen(folder + name, "r") else { throw Refusal(reason: "unexpected: no \(name)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
    }
  }

  static func read(
    _ bytes: [UInt8], years: ClosedRange<Int> = BankStatements.plausibleYears, csv: CSVRules? = csv
  ) throws -> [BankStatement] {
    try bytes.withUnsafeBytes { try BankStatements.read($0, years: years, csv: csv) }
  }

  static func read(_ text: String, csv: CSVRules? = csv) throws -> [BankStatement] {
    try read(Array(text.utf8), csv: csv)
  }

  static func sample(_ name: String) throws -> [BankStatement] { try read(bytes(name)) }

  static func entries(_ name: String) throws -> [BankEntry] { try sample(name).flatMap(\.entries) }

  static func format(_ bytes: [UInt8]) -> BankFormat? {
    bytes.withUnsafeBytes { BankFormat.recognise($0, words: words) }
  }

  /// The refusal of `bytes`; nil when they are read.
  static func refusal(_ bytes: [UInt8]) -> Refusal? {
    do {
      _ = try read(bytes)
      return nil
    } catch let refusal as Refusal {
      return refusal
    } catch {
      return Refusal(reason: "unexpected: \(error)")
    }
  }

  static func refusal(_ text: String) -> Refusal? { refusal(Array(text.utf8)) }
}

/// An entry as one line, so that a table of expected values can be read.
extension BankEntry {
  var told: String {
    let parts: [String?] = [
      "\(line)", booked.iso, valued?.iso ?? "-", "\(amount.text) \(amount.currency)", method ?? "-",
      isReversal ? "reversal" : nil, returned.map { "returned \($0.code ?? "-")" },
      batch.map { "\($0.isWhole ? "whole" : "part") of \($0.count)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  /// Its references, those that there are.
  var named: String {
    let parts = [
      references.endToEnd.map { "e2e \($0)" }, references.bank.map { "bank \($0)" },
      references.instruction.map { "by \($0)" }, references.mandate.map { "mandate \($0)" },
      references.check.map { "check \($0)" },
      references.structured.isEmpty ? nil : "ref \(references.structured.joined(separator: "+"))",
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// Who, and what they wrote.
  var from: String {
    [counterparty.name, counterparty.account, counterparty.ultimate.map { "for \($0)" }, remittance]
      .compactMap { $0 }.joined(separator: " | ")
  }
}
