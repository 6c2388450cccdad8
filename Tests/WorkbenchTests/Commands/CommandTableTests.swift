import Foundation
import Testing
import TextScreen

@testable import Workbench

@Suite("What must hold of the command table, whatever is added to it")
struct CommandTableTests {
  static let table = CommandTable.standard
  static let bindings = table.rows.flatMap(\.bindings)

  private func keys(boundIn scope: Scope) -> [Key] {
    Self.bindings.filter { $0.scopes.contains(scope) }.flatMap(\.keys)
  }

  @Test("every command has one row", arguments: Command.allCases)
  func oneRow(command: Command) {
    #expect(Self.table.rows.filter { $0.id == command }.count == 1)
  }

  @Test("no key means two things in one place", arguments: Scope.allCases)
  func keysAreUnique(scope: Scope) {
    let keys = keys(boundIn: scope)
    #expect(keys.count == Set(keys).count)
  }

  @Test("no place hides a key of everywhere that holds there", arguments: Scope.allCases)
  func nothingIsShadowed(scope: Scope) {
    guard scope != .everywhere else { return }
    let everywhere = Set(keys(boundIn: .everywhere).filter { !(scope.holdsText && $0.isText) })
    #expect(keys(boundIn: scope).filter(everywhere.contains) == [])
  }

  @Test("every command can be asked for and says what it does", arguments: table.rows.map(\.id))
  func rowsAreComplete(command: Command) throws {
    let row = try #require(Self.table.row(command))
    #expect(!row.bindings.isEmpty && row.bindings.allSatisfy { !$0.keys.isEmpty && !$0.scopes.isEmpty })
    #expect(!row.title.isEmpty && row.title.count <= 14)
    #expect(row.sentence.hasSuffix("."))
    #expect(row.sentence.count <= 64, "it has to fit beside its keys at 80 columns")
  }

  @Test("titles name one command each")
  func titlesAreUnique() {
    #expect(Set(Self.table.rows.map(\.title)).count == Self.table.rows.count)
  }

  @Test("every function key has another way", arguments: bindings)
  func functionKeysAreNotNeeded(binding: Binding) {
    #expect(binding.keys.contains { if case .function = $0 { false } else { true } })
  }

  @Test(
    "where text is typed no printable key is a command", arguments: [Scope.call, .callMenu, .list, .form])
  func printableKeysType(scope: Scope) {
    let printable = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ?:/[]"
    #expect(printable.allSatisfy { Self.table.command(for: .character($0), in: scope) == nil })
    #expect(Self.table.command(for: .left, in: scope) == nil)
  }

  @Test("nothing is bound to keys that end a line of input or a program by habit")
  func habitsAreHarmless() {
    let keys = Set(Self.bindings.flatMap(\.keys))
    #expect(
      keys.isDisjoint(with: [.control("c"), .control("d"), .control("w"), .control("q"), .control("u")]))
  }

  @Test("what a command is asked for with is what dispatch finds", arguments: Scope.allCases)
  func dispatchAgrees(scope: Scope) {
    for row in Self.table.rows(in: scope) {
      for key in row.keys(in: scope) { #expect(Self.table.command(for: key, in: scope) == row.id) }
    }
  }

  @Test("sentences name keys as people do")
  func names() {
    #expect(Self.table.name(of: .save, in: .form) == "F10")
    #expect(Self.table.name(of: .back, in: .call) == "Esc")
    #expect(Self.table.name(of: .choose, in: .list) == "Enter")
    #expect(Self.table.name(of: .mark, in: .invoices) == "Space")
    #expect(Self.table.name(of: .up, in: .callMenu) == "↑")
    #expect(Self.table.letter(of: .leave, in: .everywhere) == "q")
  }
}

@Suite("Keys are named in the command table alone")
struct KeyNamesTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Workbench").resolvingSymlinksInPath()
  private static let table = "StandardCommands.swift"

  @Test("no text of the workbench names a key")
  func noKeyIsNamed() throws {
    let files = try #require(
      FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
    var read = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      guard file.lastPathComponent != Self.table else { continue }
      read += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let named = Self.keyNames(in: line)
        #expect(named == [], "\(file.lastPathComponent):\(index + 1) names a key: ask the table for it")
      }
    }
    #expect(read > 30, "the sources are where they are looked for")
  }

  @Test(
    "the search finds what it is for and nothing else",
    arguments: [
      (#"text: "Nothing is lost; F10 saves it.""#, ["F10"]), (#"hint("Esc leaves")"#, ["Esc"]),
      (#""ctrl-s or Enter""#, ["ctrl-", "Enter"]), (#""Space marks, press q""#, ["Space", "press q"]),
      (#""\(key) saves it""#, []), (#"case .function(1): "F" + x // F1 is help"#, []),
      (#"/// `"F10"` saves it."#, []), (#""Enterprise of F 100 and F100""#, []),
    ])
  func search(line: String, expected: [String]) {
    #expect(Self.keyNames(in: line[...]) == expected)
  }

  /// What the string literals of a line call keys.
  private static func keyNames(in line: Substring) -> [String] {
    guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { return [] }
    let name =
      /\bF(?:[1-9]|1[0-2])\b|\bEsc\b|\bEscape\b|\bEnter\b|\bctrl-|\bshift-|\bSpace\b|\b[Pp]ress [a-z?]\b/
    // The parts of a line between quotes are every second one; what stands in an interpolation does no harm.
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }
      .flatMap { $0.element.matches(of: name).map { String($0.output) } }
  }
}
