import Glibc
import PseudoTerminal
import Testing

/// The session in a terminal of its own, painting, reading and leaving.
@Suite(.serialized) struct TerminalSessionTests {
  private func start(_ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24) throws
    -> TerminalProcess
  {
    let probe = try TerminalProcess(
      command: BuiltProgram.path("TerminalProbe"), environment: environment, columns: columns, rows: rows)
    _ = try #require(probe.waitUntil { $0.text.contains("\(columns)x\(rows)") }, "no first frame")
    probe.settle()
    return probe
  }

  private func expectShown(
    _ probe: TerminalProcess, _ text: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let shown = probe.waitUntil { $0.text.contains(text) }
    #expect(shown != nil, "\(text) is not in:\n\(probe.screen.text)", sourceLocation: location)
  }

  private func expectGivenBack(_ probe: TerminalProcess, _ location: SourceLocation = #_sourceLocation) {
    #expect(probe.isCooked, sourceLocation: location)
    #expect(probe.screen.modes == VirtualScreen.usualModes, sourceLocation: location)
    #expect(probe.screen.strange == [], sourceLocation: location)
    let last = probe.screen.style(column: probe.screen.column, row: probe.screen.row)
    #expect(last == ScreenStyle(), sourceLocation: location)
  }

  @Test func paintsAFrame() throws {
    let probe = try start()
    #expect(probe.screen.lines[0] == "東京 PAID␍OWED 80x24")
    #expect(probe.screen.lines[1] == "selected")
    #expect(probe.screen.lines[23] == String(repeating: " ", count: 79) + "0", "the last cell of the screen")
    #expect(probe.screen.style(column: 70, row: 1).attributes == [7])
    #expect(probe.screen.style(column: 70, row: 1).foreground == 153)
    #expect((probe.screen.column, probe.screen.row) == (5, 1))
    #expect(probe.screen.modes.isSuperset(of: [25, 1049, 2004, 1000, 1006]))
    #expect(!probe.isCooked)
  }

  @Test(arguments: ["NO_COLOR": "1", "TERM": "vt100"]) func managesWithoutColour(name: String, value: String)
    throws
  {
    let probe = try start([name: value])
    for row in 0..<24 { #expect(probe.screen.style(column: 1, row: row).foreground == nil) }
    #expect(probe.screen.style(column: 70, row: 1).attributes == [7])
  }

  @Test func aTerminalWithoutAnEntryIsTreatedAsXterm() throws {
    expectShown(try start(["TERM": "no-such-terminal"]), "does not know the terminal “no-such-terminal”")
  }

  @Test func aLocaleThatIsNotInstalledStillShowsEverything() throws {
    #expect(try start(["LC_ALL": "xx_YY"]).screen.lines[0] == "東京 PAID␍OWED 80x24")
  }

  @Test func aTerminalThatCannotPlaceTextIsRefused() throws {
    let probe = try TerminalProcess(
      command: BuiltProgram.path("TerminalProbe"), environment: ["TERM": "dumb"], columns: 200)
    expectShown(probe, "The terminal “dumb” cannot place text on the screen.")
    #expect(probe.waitForExit() == 69)
    #expect(probe.isCooked)
  }

  @Test(arguments: [
    ("\u{1B}[A", "key(Key.up)"), ("\u{1B}OA", "key(Key.up)"), ("\u{1B}[1~", "key(Key.home)"),
    ("\u{1B}[F", "key(Key.end)"),
    ("\u{1B}[17~", "key(Key.function(6))"), ("\u{1B}OP", "key(Key.function(1))"),
    ("\u{1B}[Z", "key(Key.backTab)"),
    ("\u{13}", "control(\"s\")"), ("\u{11}", "control(\"q\")"), ("\u{3}", "control(\"c\")"),
    ("é", "character(\"é\")"),
    ("\u{1B}", "key(Key.escape)"), ("\u{1B}[<0;12;5M\u{1B}[<0;12;5m", "click(Position(column: 11, row: 4))"),
    ("\u{1B}[<65;3;2M", "wheel(3, at: Position(column: 2, row: 1))"),
    ("\u{1B}[200~one\u{1B}[31m\rtwo\u{1B}[201~", "paste(\"one\\u{1B}[31m\\rtwo\")"),
  ])
  func reportsKeysAndTheMouse(sent: String, event: String) throws {
    let probe = try start()
    probe.send(sent)
    expectShown(probe, event)
    #expect(probe.screen.lines[3] == "", "one event")
  }

  @Test func aStormOfKeysArrivesWhole() throws {
    let probe = try start()
    probe.send(String(repeating: "j", count: 5000))
    #expect(probe.waitUntil { $0.lines[23].hasSuffix(" 5000") } != nil)
  }

  @Test func aPasteOfMegabytesIsCutOff() throws {
    let probe = try start()
    probe.paste(String(repeating: "0123456789", count: 120_000))
    #expect(probe.waitUntil { $0.lines[23].hasSuffix(" 1") } != nil)
    probe.send("j")
    expectShown(probe, "character(\"j\")")
  }

  @Test func followsItsWindow() throws {
    let probe = try start()
    for (columns, rows) in [(40, 10), (1, 1), (200, 60), (3, 2), (100, 30)] {
      probe.resize(columns: columns, rows: rows)
    }
    expectShown(probe, "100x30")
    probe.send("q")
    #expect(probe.waitForExit() == 0)
    expectGivenBack(probe)
  }

  @Test func copiesThroughTheTerminal() throws {
    let probe = try start()
    probe.send("yY")
    expectShown(probe, "copied false")
    #expect(probe.screen.commands == ["52;c;cHJvbWlzZSBrZXB0"])
  }

  @Test func anotherThemeReachesWhatDoesNotChange() throws {
    let probe = try start()
    probe.send("w")
    expectShown(probe, "\"w\"")
    probe.settle()
    #expect(probe.screen.lines[1] == "selected")
    #expect(probe.screen.style(column: 70, row: 1).foreground == nil)
  }

  @Test func lendsTheTerminal() throws {
    let probe = try start()
    probe.send("er")
    expectShown(probe, "resumed")
    probe.send("q")
    #expect(probe.waitForExit() == 0)
    #expect(probe.screen.text.contains("held words"))
    #expect(probe.screen.text.contains("outside"))
    expectGivenBack(probe)
  }

  static let ends: [(keys: String, status: Int32)] = [
    ("q", 0), ("x", 3), ("t", 128 + SIGILL), ("o", 128 + SIGSEGV), ("et", 128 + SIGILL),
    ("ret", 128 + SIGILL),
  ]

  @Test(arguments: ends)
  func givesTheTerminalBackWheneverItEnds(keys: String, status: Int32) throws {
    let probe = try start()
    probe.send(keys)
    #expect(probe.waitForExit() == status)
    expectGivenBack(probe)
    if keys.hasSuffix("et") {
      #expect(probe.screen.text.contains("held words"))
      #expect(probe.screen.text.contains("Index out of range"))
    }
  }

  static let signals: [(signal: Int32, status: Int32)] = [
    (SIGHUP, 0), (SIGTERM, 0), (SIGSEGV, 128 + SIGSEGV), (SIGABRT, 128 + SIGABRT), (SIGQUIT, 128 + SIGQUIT),
  ]

  @Test(arguments: signals)
  func givesTheTerminalBackAtASignal(signal: Int32, status: Int32) throws {
    let probe = try start()
    probe.kill(signal)
    #expect(probe.waitForExit() == status)
    if status == 0 { #expect(probe.screen.text.contains("left after hangUp")) }
    expectGivenBack(probe)
  }

  @Test func aTerminalThatGoesAwayIsAHangUp() throws {
    let probe = try start()
    #expect(probe.hangUp() == 0, "the process ended in order")
  }

  @Test func anInterruptIsAKey() throws {
    let probe = try start()
    probe.kill(SIGINT)
    expectShown(probe, "key(Key.control(\"c\"))")
  }

  @Test func stopsAndGoesOnInAShell() throws {
    let shell = try TerminalProcess(
      command: "/bin/bash", arguments: ["--norc", "-i"], environment: ["PS1": "shell> ", "HISTFILE": ""])
    _ = try #require(shell.waitUntil { $0.text.contains("shell>") })
    shell.send(BuiltProgram.path("TerminalProbe") + "\r")
    expectShown(shell, "80x24")
    shell.send("e\u{1A}")
    expectShown(shell, "Stopped")
    #expect(shell.screen.text.contains("held words"))
    #expect(!shell.screen.modes.contains(1049))
    shell.send("fg\r")
    expectShown(shell, "resumed")
    shell.send("q")
    expectShown(shell, "left after")
    shell.send("stty -a | grep -o ' icanon'; exit\r")
    expectShown(shell, " icanon")
  }

  @Test func aStopFromOutsideIsRepaired() throws {
    let probe = try start()
    probe.kill(SIGSTOP)
    probe.kill(SIGCONT)
    expectShown(probe, "resumed")
    #expect(probe.screen.modes.isSuperset(of: [1049, 2004]))
  }
}
