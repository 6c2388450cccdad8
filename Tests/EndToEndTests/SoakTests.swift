import Foundation
import PseudoTerminal
import Testing

/// Eight collectors, and imports, checks and backups of the same book, all at once.
@Suite struct SoakTests {
  /// `make soak` asks for 600.
  private static let seconds = ProcessInfo.processInfo.environment["KEPT_SOAK"].flatMap { Double($0) } ?? 6
  private static let sessions = 8

  /// What one of those at work saw.
  private struct Report: Sendable {
    var name: String
    var times: [Duration] = []
    var faults: [String] = []
    /// Kilobytes of memory after a tenth of the time, and at the end.
    var memory: (early: Int, late: Int)?

    func line() -> String {
      let sorted = times.sorted()
      func at(_ share: Double) -> String {
        guard !sorted.isEmpty else { return "-" }
        let time = sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
        return "\(Int((time / .milliseconds(1)).rounded())) ms"
      }
      let memory = memory.map { ", memory \($0.early) kB to \($0.late) kB" } ?? ""
      return "\(name): \(times.count) times, median \(at(0.5)), 99 % \(at(0.99)), longest \(at(1))\(memory)"
    }
  }

  @Test(.timeLimit(.minutes(20))) func everybodyAtOnce() async throws {
    let book = try Book.demo()
    let accounts = try Self.accounts(of: book)
    let end = ContinuousClock.now + .seconds(Self.seconds)
    let before = try book.run("verify", "--format", "json").output
    #expect(before.contains("\"ok\":true"), "\(before)")
    let reports = await withTaskGroup(of: Report.self, returning: [Report].self) { group in
      for session in 0..<Self.sessions {
        group.addTask {
          await Self.apart { Self.collect(book, accounts[session % accounts.count], session, until: end) }
        }
      }
      group.addTask { await Self.apart { Self.importing(book, until: end) } }
      group.addTask {
        await Self.apart { Self.repeating("verify", until: end) { _ in try book.run("verify") } }
      }
      group.addTask {
        await Self.apart {
          Self.repeating("backup", until: end) { _ in try book.run("backup", book.home.path + "/copy.kept") }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for report in reports { #expect(report.faults == [], "\(report.name)") }
    let saved = reports.filter { $0.memory != nil }.map(\.times.count).reduce(0, +)
    #expect(saved >= Self.sessions)
    let log = try FileManager.default.attributesOfItem(atPath: book.path + "-wal")[.size] as? Int ?? 0
    // 1,000 pages and what the last commits and one import add before somebody folds them into the file.
    #expect(log < 40_000_000)
    for report in reports {
      if let memory = report.memory { #expect(memory.late < memory.early + 30_000, "\(report.name)") }
    }
    let verdict = try book.run("verify")
    #expect(verdict.status == 0, "\(verdict.output)")
    let entries = try book.run("verify", "--format", "json").output
    if Self.seconds >= 60 {
      print((reports.map { $0.line() }.sorted() + ["log \(log) bytes", entries]).joined(separator: "\n"))
    }
  }

  /// On a thread of its own: waiting for a terminal must not keep the others from it.
  private static func apart(_ work: @escaping @Sendable () -> Report) async -> Report {
    await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: work()) }.start()
    }
  }

  private static func accounts(of book: Book) throws -> [String] {
    let queue = try book.run("queue", "--view", "all", "--format", "csv").output.split(separator: "\n")
      .dropFirst()
    let numbers = queue.compactMap { $0.split(separator: ",").dropFirst().first.map(String.init) }
    return Array(NSOrderedSet(array: numbers).compactMap { $0 as? String }.prefix(sessions))
  }

  /// Calls one account again and again, and says how long each save took.
  private static func collect(
    _ book: Book, _ account: String, _ session: Int, until end: ContinuousClock.Instant
  ) -> Report {
    var report = Report(name: "save of session \(session)")
    let began = ContinuousClock.now
    do {
      let kept = try book.open(as: "soak\(session)")
      try kept.see("queue")
      kept.send("/\(account)" + TerminalProcess.enter)
      try kept.see("“\(account)” 1/1")
      var early: Int?
      var count = 0
      repeat {
        count += 1
        kept.send("c")
        try kept.see("Call \(account)")
        kept.send("V")
        try kept.see("left voicemail")
        kept.send("s\(session)-\(count)")
        try kept.see("s\(session)-\(count)")
        let start = ContinuousClock.now
        kept.send(TerminalProcess.save)
        try kept.see("Saved \(account)")
        report.times.append(start.duration(to: .now))
        if early == nil, began.duration(to: .now) > began.duration(to: end) / 10 { early = kept.memory }
      } while ContinuousClock.now < end
      let late = kept.memory
      report.memory = (early ?? late, late)
      kept.send("q")
      if kept.waitForExit() != 0 { report.faults.append("did not leave in order") }
    } catch {
      report.faults.append("\(error)")
    }
    return report
  }

  private static func repeating(
    _ name: String, until end: ContinuousClock.Instant, _ run: (Int) throws -> Book.Outcome
  ) -> Report {
    var report = Report(name: name)
    var count = 0
    while ContinuousClock.now < end {
      count += 1
      let start = ContinuousClock.now
      do {
        let outcome = try run(count)
        report.times.append(start.duration(to: .now))
        if outcome.status != 0 { report.faults.append(outcome.output + outcome.said) }
      } catch {
        report.faults.append("\(error)")
      }
    }
    return report
  }

  private static func importing(_ book: Book, until end: ContinuousClock.Instant) -> Report {
    repeating("import", until: end) { count in
      let rows = (0..<20).map {
        "7\($0),Soak \($0),SOAK-\(count)-\($0),2026-10-01,2026-10-31,\(count).00,USD"
      }
      let head = "Customer Number,Customer Name,Invoice Number,Invoice Date,Due Date,Amount,Currency\n"
      let file = try book.write(head + rows.joined(separator: "\n") + "\n", to: "soak.csv")
      return try book.run("import", file)
    }
  }
}
