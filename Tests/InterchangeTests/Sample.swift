import Receivables
import Settings

@testable import Interchange

/// Reads small exports given as text or bytes, with the words and layouts that ship.
enum Sample {
  struct Outcome {
    var file: ExportFile
    var rows: [IncomingRow]
    var report: ReadingReport

    var documents: [IncomingDocument] { rows.compactMap(\.document) }
  }

  static func read(_ text: String, _ change: (inout ReadingRules) -> Void = { _ in }) throws -> Outcome {
    try read(Array(text.utf8), change)
  }

  static func read(
    _ bytes: [UInt8], encoding: TextEncoding? = nil, _ change: (inout ReadingRules) -> Void = { _ in }
  ) throws -> Outcome {
    guard let usd = Currency("USD") else { throw Refusal(reason: "no USD") }
    var options = ReadingRules(currency: usd)
    change(&options)
    return try bytes.withUnsafeBytes { bytes in
      let text = try ExportText(bytes, encoding: encoding)
      let names = try ColumnsFile.shipped()
      let layouts = try LayoutsFile.shipped()
      let heading = try Heading.find(in: text, names: names, layouts: layouts)
      let file = try ExportFile(
        text, heading: heading, names: names, layout: heading.layout(among: layouts), options: options)
      var rows: [IncomingRow] = []
      let report = file.read(progress: { _ in }, { rows.append($0) })
      return Outcome(file: file, rows: rows, report: report)
    }
  }

  /// The sentence with which `bytes` are refused, as a whole or by their first faulty line; nil when they are taken.
  static func refusal(_ bytes: [UInt8], _ change: (inout ReadingRules) -> Void = { _ in }) -> Refusal? {
    do {
      return try read(bytes, change).report.refused.first
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
