import Foundation
import Testing

/// What the journal and the queue say, read through the program's own machine formats.
extension Book {
  /// One event on an account's timeline.
  struct TimelineItem: Decodable {
    var event: String
    var day: String
    var entry: Int?
    var collector: String?
    var result: String?
    var note: String?
  }

  private struct AccountPage: Decodable {
    var timeline: [TimelineItem]
  }

  /// The journal entries of an account, oldest first.
  func entries(of account: String) throws -> [TimelineItem] {
    let read = try run("account", account, "--format", "json")
    try #require(read.status == 0, "\(read.said)")
    let page = try JSONDecoder().decode(AccountPage.self, from: Data(read.output.utf8))
    return page.timeline.filter { $0.entry != nil }.sorted { ($0.entry ?? 0) < ($1.entry ?? 0) }
  }

  /// Lines of a CSV that a command writes, by the names of the columns. Only for columns without quotes.
  func table(_ arguments: String...) throws -> [[String: String]] {
    let read = try run(arguments + ["--format", "csv"])
    try #require(read.status == 0, "\(read.said)")
    let lines = read.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let names = try #require(lines.first)
    return lines.dropFirst().map { line in
      Dictionary(zip(names, line).map { (String($0), String($1)) }) { first, _ in first }
    }
  }

  /// The accounts of a collector's queue in their order.
  func queue(of collector: String = "alex") throws -> [String] {
    try table("queue", "--collector", collector).compactMap { $0["account"] }
  }
}
