import Testing
import TextScreen

@testable import Workbench

@Suite("What must hold of the keymap, whatever is added to it")
struct KeymapTests {
  static let map = Keymap.standard

  @Test("no key means two things in one place", arguments: Scope.allCases)
  func keysAreUnique(scope: Scope) {
    let keys = Self.map.bindings.filter { $0.scopes.contains(scope) }.flatMap(\.keys)
    #expect(keys.count == Set(keys).count)
  }

  @Test("no screen hides a key of everywhere", arguments: Scope.allCases.filter { $0 != .everywhere })
  func nothingIsShadowed(scope: Scope) {
    let everywhere = Set(Self.map.bindings.filter { $0.scopes.contains(.everywhere) }.flatMap(\.keys))
    let own = Self.map.bindings.filter { $0.scopes.contains(scope) }.flatMap(\.keys)
    #expect(own.filter(everywhere.contains) == [])
  }

  @Test("every command can be asked for and says what it does", arguments: Command.allCases)
  func commandsAreComplete(command: Command) {
    #expect(Self.map.bindings.contains { $0.command == command && !$0.keys.isEmpty })
    #expect(!command.title.isEmpty && command.title.count <= 14)
    #expect(command.explanation.hasSuffix("."))
    #expect(command.explanation.count <= 64, "it has to fit beside its keys at 80 columns")
  }

  @Test("titles name one command each")
  func titlesAreUnique() {
    #expect(Set(Command.allCases.map(\.title)).count == Command.allCases.count)
  }

  @Test("every function key has another way", arguments: map.bindings)
  func functionKeysAreNotNeeded(binding: Binding) {
    #expect(binding.keys.contains { if case .function = $0 { false } else { true } })
  }

  @Test("in the call form no printable key is a command", arguments: [Scope.call, .callMenu])
  func printableKeysType(scope: Scope) {
    let keys = Self.map.bindings.filter { $0.scopes.contains(scope) }.flatMap(\.keys)
    #expect(keys.allSatisfy { if case .character = $0 { false } else { true } })
  }

  @Test("nothing is bound to keys that end a line of input or a program by habit")
  func habitsAreHarmless() {
    let keys = Set(Self.map.bindings.flatMap(\.keys))
    #expect(
      keys.isDisjoint(with: [.control("c"), .control("d"), .control("w"), .control("q"), .control("u")]))
  }
}
