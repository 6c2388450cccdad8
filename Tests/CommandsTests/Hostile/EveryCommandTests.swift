import Foundation
import Glibc
import SQLEngine
import Testing

@testable import Commands

/// What must hold of every command there is, and of every one to come.
@Suite("Every command")
struct EveryCommandTests {
  @Test("is tried here")
  func complete() { #expect(Set(CommandCase.all.map(\.name)) == CommandCase.names) }

  @Test(
    "says nothing in any format that moves the cursor, hides or forges, whatever the book, files and policy are called"
  )
  func hostile() throws {
    let book = try HostileBook()
    for command in CommandCase.all {
      for format in OutputFormat.allCases {
        let run = try book.run("\(command.name) \(command.arguments) --format \(format.rawValue)")
        let place = "\(command.testDescription) --format \(format.rawValue)"
        if format == .text { #expect(run.status == command.status, "\(place): \(run.said)") }
        for text in command.isFile && format == .text ? [run.said] : [run.output, run.said] {
          let found = text.unicodeScalars.first {
            $0 != "\n" && HostileBook.scalars.contains($0) || $0 == "\u{FFFD}"
          }
          #expect(found == nil, "\(place): U+\(String(found?.value ?? 0, radix: 16)) in \(text)")
        }
        if format == .json, run.status == 0, !run.output.isEmpty {
          #expect(
            (try? JSONSerialization.jsonObject(with: Data(run.output.utf8))) != nil
              || command.name == "replay" || command.name == "keys", "\(place)")
        }
      }
    }
  }

  @Test("the policy goes into a file as it was written")
  func policyFile() throws {
    let book = try HostileBook()
    let run = try book.run("policy apply policy.toml > applied; \"$KEPT\" policy show | cmp - policy.toml")
    #expect(run.status == 0, "\(run.said)\(run.output)")
  }

  @Test("says a name in JSON as it is, whatever a terminal makes of it")
  func exactNames() throws {
    let home = try Home()
    let name = "Flag 🇩🇪 👨‍👩‍👧 Z\u{30D}\u{31B}\u{30D}\u{31B}\u{30D}\u{31B}algo\u{202E}"
    let export =
      "Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency\n"
      + "1001,\"\(name)\",A-1,2026-08-01,2026-09-01,10.00,USD\n"
    _ = try ProgramRun(["import", home.write(export, to: "a.csv")], in: home)
    let run = try ProgramRun(["queue", "--view", "all", "--format", "json"], in: home)
    let said = try JSONDecoder().decode(Queue.self, from: Data(run.output.utf8)).rows.map(\.name)
    #expect(said.map { Array($0.unicodeScalars) } == [Array(name.unicodeScalars)])
  }

  private struct Queue: Decodable {
    struct Row: Decodable { let name: String }
    let rows: [Row]
  }

  @Test(
    "refuses at once what is no plain, short text, policy or script",
    arguments: [
      "mkfifo s", "mkdir s", "ln -s nowhere s", "head -c 5000000 /dev/zero > s", "printf '\\xff' > s",
    ])
  func oddFiles(make: String) throws {
    let home = try Home()
    _ = try home.write("Customer No,Phone\n1,555-0100\n", to: "customers.csv")
    let made = try ProgramRun(shell: "cd $HOME; $KEPT import customers.csv && \(make)", in: home)
    try #require(made.status == 0, "\(made.said)")
    for command in ["replay s", "policy check s", "policy diff s", "policy apply s"] {
      let run = try ProgramRun(shell: "cd $HOME; timeout 60 $KEPT \(command)", in: home)
      #expect(run.status == 74 || run.status == 78, "\(command): \(run.status) \(run.said)")
    }
  }

  @Test(
    "that changes something says so when its output cannot be written, and does it once when it is run again")
  func unreported() throws {
    let book = try HostileBook()
    for command in CommandCase.all where command.status == 0 {
      let line = "\(command.name) \(command.arguments)"
      let before = try book.entries()
      let failed = try book.run(line, to: ">/dev/full")
      let said = failed.said.split(separator: "\n").last.map(String.init) ?? ""
      #expect(failed.status == 74, "\(line): \(failed.said)")
      #expect(said.hasSuffix("Could not write the output: No space left on device."), "\(line): \(said)")
      guard command.changes != .nothing else {
        #expect(!said.contains(" but "), "\(line): \(said)")
        continue
      }
      #expect(said.contains(" but "), "\(line): \(said)")
      let after = try book.entries()
      guard command.changes == .entry else {
        #expect(try book.run(line).status == 0)
        continue
      }
      #expect(after == before + 1, "\(line)")
      let number = try #require(said.firstMatch(of: #/Entry (\d+) on 1001 was recorded/#)?.1, "\(said)")
      let action = try #require(said.firstMatch(of: #/--action-id (\S+) /#)?.1, "\(said)")
      let again = try book.run("\(line) --action-id \(action)")
      #expect(
        again.status == 0 && again.said.contains("recorded before, as entry \(number). Nothing was added."),
        "\(again.said)")
      #expect(try book.entries() == after)
    }
  }

  @Test("leaves alone what is no book, and puts nothing beside it")
  func foreignFiles() throws {
    let book = try HostileBook()
    let made = try book.run(
      "keys > keys.txt; cp policy.toml letters.txt; : > nothing; mkdir place; mkfifo pipe; printf 'SQLite format 3\\0' > head; "
        + "head -c 9000 /dev/urandom > noise; ln -s nowhere dangling")
    try #require(made.status == 0, "\(made.said)")
    for (name, journal) in [("foreign", "delete"), ("wal", "wal")] {
      let file = try Connection(path: book.home.path + "/\(name)", creating: true)
      try file.execute("pragma journal_mode = \(journal); create table t (a); insert into t values (1)")
      try file.checkpoint()
    }
    for name in ["wal-wal", "wal-shm"] { unlink(book.home.path + "/" + name) }
    func state() throws -> String {
      try ProgramRun(
        shell:
          "cd \"$HOME\"; for f in letters.txt nothing head noise foreign wal; do ls $f*; md5sum $f; done; ls -d place* pipe* dangling* nowhere*; ls -A place",
        in: book.home
      ).output
    }
    let before = try state()
    for file in ["letters.txt", "nothing", "place", "pipe", "head", "noise", "foreign", "wal"] {
      for command in CommandCase.all
      where command.needsBook && !(file == "nothing" && command.name == "import") {
        let run = try book.run("\(command.name) \(command.arguments) --database \(file)")
        #expect(
          run.status != 0 && run.status < 124, "\(command.testDescription) --database \(file): \(run.output)")
      }
      #expect(try state() == before, "\(file)")
    }
  }
}

extension HostileBook {
  /// How many entries its journal has.
  fileprivate func entries() throws -> Int {
    try Connection(path: home.path + "/book.kept").first("select count(*) from journal") { $0.int(0) } ?? 0
  }
}
