import ArgumentParser
import Ledger
import Testing

@testable import Commands

@Suite("The program ends with a code that scripts can tell apart")
struct ExitCodeTests {
  let home: Home

  init() throws { home = try Home() }

  @Test(
    "64: the command line is wrong",
    arguments: [
      ["dance"], ["queue", "--as-of", "soon"], ["queue", "--as-of", "2026-11-01", "--order", "name"],
      ["queue", "--format", "xml"], ["account"], ["--today", "2026-02-30", "config"],
      ["log", "1", "--as-of", "2026-11-01", "--result", "NA"],
    ])
  func usage(arguments: [String]) throws {
    let run = try ProgramRun(arguments, in: home)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.said.hasPrefix("Error: "))
  }

  @Test(
    "64: and it says what is expected",
    arguments: [
      (["--today", "tomorrow", "queue"], "write one such as 2026-11-27"),
      (["queue", "--as-of", "soon"], "write one such as 2026-11-27"),
      (["import", "x.csv", "--as-of", "soon"], "write one such as 2026-11-27"),
      (["queue", "--limit", "-3"], "--limit must not be negative"),
    ])
  func expectation(arguments: [String], sentence: String) throws {
    let run = try ProgramRun(arguments, in: home)
    #expect(run.status == 64)
    #expect(run.said.contains(sentence), "\(run.said)")
  }

  @Test("What is no book is left as it is, with nothing beside it")
  func foreignFile() throws {
    let path = try home.write("Not a database, but long enough to look at.\n", to: "letters.txt")
    for command in ["queue", "verify", "aging"] {
      #expect(try ProgramRun(["--database", path, command], in: home).status != 0)
    }
    #expect(try ProgramRun(shell: "ls -A $HOME", in: home).output == "letters.txt\n")
  }

  @Test("64: so is the environment's date")
  func environmentDate() throws {
    let run = try ProgramRun(shell: "KEPT_TODAY=tomorrow $KEPT config", in: home)
    #expect(run.status == 64)
    #expect(run.said.contains("KEPT_TODAY"))
  }

  @Test("65: the database is something else", arguments: [["queue"], ["aging"], ["account", "1"]])
  func badData(arguments: [String]) throws {
    let path = try home.write("Not a database, but long enough to look at.\n", to: "book.kept")
    let run = try ProgramRun(["--database", path] + arguments, in: home)
    #expect(run.status == 65)
    #expect(run.said.contains(path))
  }

  @Test("What is said about a file cannot move the cursor, whatever the file is called")
  func hostileName() throws {
    let run = try ProgramRun(["--database", home.path + "/a\u{1B}[2J\rb", "queue"], in: home)
    #expect(run.status == 74)
    #expect(run.said.contains("/a␛[2J␍b"))
    #expect(!run.said.utf8.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test("69: the workbench needs a terminal")
  func noTerminal() throws { #expect(try ProgramRun(in: home).status == 69) }

  @Test(
    "74: there is no book; the sentence says how to get one", arguments: [["queue"], ["promises"], ["aging"]])
  func noBook(arguments: [String]) throws {
    let run = try ProgramRun(arguments, in: home)
    #expect(run.status == 74)
    #expect(run.said.contains("kept import FILE"))
    #expect(try ProgramRun(shell: "ls -A $HOME", in: home).output == "")
  }

  @Test(
    "74: the output cannot be written",
    arguments: ["keys", "--help", "--version", "--generate-completion-script bash"])
  func fullDisk(command: String) throws {
    let run = try ProgramRun(shell: "$KEPT \(command) > /dev/full", in: home)
    #expect(run.status == 74)
    #expect(run.said == "Could not write the output: No space left on device.\n")
  }

  @Test("74: without a standard output, nothing is written into another file instead")
  func closedOutput() throws {
    _ = try ProgramRun(
      ["import", home.write("Customer No,Phone\n1,555-0100\n", to: "customers.csv")], in: home)
    #expect(try ProgramRun(shell: "$KEPT verify >&-", in: home).status == 74)
    #expect(try ProgramRun(shell: "cat $HOME/.local/share/kept/book.kept-gate", in: home).output == "")
  }

  @Test("75: somebody else writes for too long")
  func busy() throws {
    let failure = try #require(
      CommandFailure(cause: LedgerError.busy(doing: "save the entry", holder: "process 7 of ann")))
    #expect(failure.code == .busy && failure.code.rawValue == 75)
    #expect(failure.sentence.contains("another session, process 7 of ann, holds the database"))
  }

  @Test("78: so are colours that there are not")
  func theme() throws {
    let run = try ProgramRun(shell: "KEPT_THEME=lila $KEPT", in: try Home())
    #expect(run.status == 78)
    #expect(run.said.contains("there are dark, light, high-contrast, mono"), "\(run.said)")
  }

  @Test("78: the user's own policy has a fault, named with line and column")
  func configuration() throws {
    let path = try home.write("currency = \"USD\"\ngrace = 2\n", to: ".config/kept/policy.toml")
    for arguments in [["queue"], ["config"], ["policy", "apply", path]] {
      let run = try ProgramRun(arguments, in: home)
      #expect(run.status == 78)
      #expect(run.said.hasPrefix("\(path), line 2, column 1: Unknown key \"grace\""))
    }
  }

  @Test(
    "A reader that has seen enough is no error, and hides none",
    arguments: [
      ("policy show --format csv", 0), ("--help", 0), ("import customers.csv", 0), ("import nothing.csv", 65),
      ("verify --anchor '9 \(String(repeating: "0", count: 64))'", 1),
    ])
  func closedPipe(command: String, status: Int) throws {
    _ = try home.write("Customer No,Phone\n1,555-0100\n", to: "customers.csv")
    _ = try home.write("Phone\n555-0100\n", to: "nothing.csv")
    let run = try ProgramRun(
      shell: "cd $HOME; $KEPT import customers.csv > customers.txt; { sleep 0.2; $KEPT \(command); } | true",
      in: home)
    #expect(Int(run.status) == status)
    #expect(run.said == "")
  }
}
