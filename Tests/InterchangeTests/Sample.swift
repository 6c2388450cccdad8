import Receivables
import Settings

@testable import Interchange

/// Reads small exports given as text or bytes, with the words and layouts that ship.
enum Sample {
  struct Outcome {
    var file: ExportFile
    var rows: [IncomingRow]
    /// What the file says of documents that are void, cancelled or a draft.
    var cancelled: [IncomingRow]
    var report: ReadingReport
    /// Why nothing is stored, of the lines alone and of what belongs together.
    var refused: [Refusal]

    var documents: [IncomingDocument] { rows.compactMap(\.document) }
  }

  static func read(_ text: String, _ change: (inout ReadingRules) -> Void = { _ in }) throws -> Outcome {
    try read(Array(text.utf8), change)
  }

  static func read(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, words: [String: WordMeaning] = [:],
    ignored: [String] = [],
    _ change: (inout ReadingRules) -> Void = { _ in }
  ) throws -> Outcome {
    guard let usd = Currency("USD") else { throw Refusal(reason: "no USD") }
    var options = ReadingRules(currency: usd)
    change(&options)
    return try bytes.withUnsafeBytes { bytes in
      let text = try ExportText(bytes, encoding: encoding)
      let names = try ColumnsFile.shipped()
      let layouts = try LayoutsFile.shipped()
      let heading = try Heading.find(in: text, names: names, layouts: layouts)
      var layout = heading.layout(among: layouts)
      if !words.isEmpty || !ignored.isEmpty {
        var explained = layout ?? Layout(name: "", headings: [], columns: [:])
        (explained.words, explained.ignored) = (words, explained.ignored + ignored)
        layout = explained
      }
      let file = try ExportFile(text, heading: heading, names: names, layout: layout, options: options)
      var rows: [IncomingRow] = []
      let report = file.read(progress: { _ in }, { rows.append($0) })
      let cancelled = rows.filter { $0.document?.isCancelled ?? false }
      rows.removeAll { $0.document?.isCancelled ?? false }
      let joined = joined(rows, of: file)
      let refused = report.refused + joined.refused
      return Outcome(
        file: file, rows: refused.isEmpty ? joined.rows : [], cancelled: cancelled, report: report,
        refused: refused)
    }
  }

  /// The rows as an import joins them, customer by customer.
  private static func joined(
    _ rows: [IncomingRow], of file: ExportFile
  ) -> (rows: [IncomingRow], refused: [Refusal]) {
    guard let joining = file.joining else { return (rows, []) }
    var customers: [String] = []
    var joined: [String: JoinedRows] = [:]
    var refused: [Refusal] = []
    for row in rows {
      if joined[row.customer.number] == nil { customers.append(row.customer.number) }
      do throws(Refusal) {
        try joined[row.customer.number, default: JoinedRows(joining, headings: file.headings)].add(row)
      } catch {
        refused.append(error)
      }
    }
    return (customers.flatMap { joined[$0]?.rows ?? [] }, refused)
  }

  /// The sentence with which `bytes` are refused, as a whole or by their first faulty line; nil when they are taken.
  static func refusal(_ bytes: [UInt8], _ change: (inout ReadingRules) -> Void = { _ in }) -> Refusal? {
    do {
      return try read(bytes, change).refused.first
    } catch let refusal as Refusal {
      return refusal
    } catch let problem as ExportProblem {
      return problem.refusal
    } catch {
      return Refusal(reason: "unexpected: \(error)")
    }
  }

  static func refusal(_ text: String, _ change: (inout ReadingRules) -> Void = { _ in }) -> Refusal? {
    refusal(Array(text.utf8), change)
  }
}
