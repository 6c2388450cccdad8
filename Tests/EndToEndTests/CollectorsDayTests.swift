import PseudoTerminal
import Testing

/// The first minutes of a collector's day, key by key.
@Suite struct CollectorsDayTests {
  @Test func twoKeysLogNoAnswerAndAFewMoreAPromise() throws {
    let book = try Book.demo()
    let queue = try book.queue()
    try #require(queue.count > 2)
    let kept = try book.open()
    try kept.see("my queue 1/\(queue.count)")

    kept.send("cn")
    try kept.see("Saved \(queue[0]): NA no answer")
    kept.send("cp")
    try kept.see("Call \(queue[1])")
    kept.send("fri" + TerminalProcess.enter + TerminalProcess.save)
    try kept.see("Saved \(queue[1]): PP")
    #expect(kept.screen.text.contains("Worked 2/\(queue.count) "))
    kept.send("c")
    try kept.see("Call \(queue[2])")
    kept.send("\u{1B}")
    try kept.see("my queue")
    kept.send("q")
    #expect(kept.waitForExit() == 0)
    #expect(kept.isAsFound)

    let unanswered = try #require(try book.entries(of: queue[0]).last)
    #expect(unanswered.result == "NA" && unanswered.collector == "alex" && unanswered.day == Book.today)
    let promise = try #require(
      try book.table("promises").first { $0["account"] == queue[1] && $0["taken_on"] == Book.today })
    #expect(promise["date"] == "2026-11-20" && promise["state"] == "open")
    #expect(try book.run("verify").status == 0)
  }

  @Test func thePaneFollowsTheSelectionOnceTheKeysRest() throws {
    let book = try Book.demo()
    let queue = try book.queue()
    let kept = try book.open(columns: 140, rows: 40)
    try kept.see("my queue")
    try #require(queue.count > 2)
    let names = try queue.prefix(3).map { number in
      try #require(try book.table("queue").first { $0["account"] == number }?["name"])
    }
    // The name of the selected account stands at the top of the pane, where no row of the list does.
    func heads(_ name: String) -> (VirtualScreen) -> Bool {
      { screen in (screen.text.split(separator: "\n").dropFirst(2).first ?? "").hasSuffix(name) }
    }
    try #require(kept.waitUntil(heads(names[0])) != nil)
    kept.send("jj")
    try #require(kept.waitUntil(heads(names[2])) != nil, "\(kept.screen.text)")
    kept.send("k")
    try #require(kept.waitUntil(heads(names[1])) != nil, "\(kept.screen.text)")
    kept.send("q")
    #expect(kept.waitForExit() == 0)
  }

  @Test func whatWasTypedWhenTheLineDroppedIsOfferedAgain() throws {
    let book = try Book.demo()
    let account = try #require(try book.queue().first)
    let before = try book.entries(of: account).count
    let kept = try book.open()
    try kept.see("my queue")
    kept.send("cV")
    try kept.see("left voicemail")
    kept.send("asked for Zoë in accounts")
    try kept.see("asked for Zoë in accounts")
    #expect(kept.hangUp() != nil)
    #expect(try book.entries(of: account).count == before)

    let again = try book.open()
    try again.see("Unsaved call")
    again.send("t")
    try again.see("asked for Zoë in accounts")
    again.send(TerminalProcess.save)
    try again.see("Saved \(account)")
    let entries = try book.entries(of: account)
    #expect(entries.count == before + 1 && entries.last?.note == "asked for Zoë in accounts")
  }

  @Test func theSecondOfTwoCollectorsIsToldAndLosesNothing() throws {
    let book = try Book.demo()
    let account = try #require(try book.queue().first)
    let before = try book.entries(of: account).count
    let desks = [try book.open(as: "alex"), try book.open(as: "sam")]
    for desk in desks {
      try desk.see("queue")
      desk.send("/\(account)" + TerminalProcess.enter)
      try desk.see(" 1/1 ")
      desk.send("cV")
      try desk.see("Call \(account)")
    }
    desks[1].send("sam was here too")
    try desks[1].see("sam was here too")
    desks[0].send("alex was here" + TerminalProcess.save)
    try desks[0].see("Saved \(account)")
    desks[1].send(TerminalProcess.save)
    // It hears of the entry either when it saves or, on a slow machine, already before.
    try desks[1].see("alex logged VM")
    if desks[1].screen.text.contains("Not saved") { desks[1].send(TerminalProcess.save) }
    try desks[1].see("Saved \(account)")
    #expect(
      try book.entries(of: account).dropFirst(before).map(\.note) == ["alex was here", "sam was here too"])
    #expect(try book.run("verify").status == 0)
  }
}
