import Settings
import Testing

@Suite("Places in a TOML text")
struct TOMLDocumentTests {
  /// Every way in which TOML may write a key, each with a value of the wrong kind.
  @Test(arguments: [
    ("a = 1", ["a"], 1, 5),
    ("# note\n\n  a   =   1 # more", ["a"], 3, 11),
    ("[t]\na = 1", ["t", "a"], 2, 5),
    ("[t.u]\na = 1", ["t", "u", "a"], 2, 5),
    ("t.a = 1", ["t", "a"], 1, 7),
    ("[t]\n\"a\" = 1", ["t", "a"], 2, 7),
    ("t = { b = [1, { c = 2 }], a = 1 }", ["t", "a"], 1, 31),
    ("s = \"\"\"\n[t]\na = 9\n\"\"\"\n[t]\na = 1", ["t", "a"], 6, 5),
    ("s = 'x # \" ['\na = 1", ["a"], 2, 5),
    ("s = \"\\\"]#\"\na = 1", ["a"], 2, 5),
    ("s = \"ä→\"\r\n[t]\r\na = 1", ["t", "a"], 3, 5),
    ("s = [\n  \"]\", # ]\n  [[2]],\n]\na = 1", ["a"], 5, 5),
  ])
  func places(text: String, path: [String], line: Int, column: Int) throws {
    let error = try #require(throws: SettingsError.self) {
      var section = try TOMLDocument(text: text, name: "f").root
      for key in path.dropLast() { section = try section.section(key) }
      _ = try section.string(path.last ?? "")
    }
    #expect(error.position == TextPosition(line: line, column: column))
  }

  @Test("Repeated tables are told apart")
  func repeatedTables() throws {
    let text = "[[m]]\nn = \"x\"\n[[m]]\nn = \"y\"\n[m.sub]\nn = 3"
    let tables = try TOMLDocument(text: text, name: "f").root.sections("m")
    #expect(try tables.map { section throws(SettingsError) in try section.string("n") } == ["x", "y"])
    let error = try #require(throws: SettingsError.self) { try tables[1].section("sub").string("n") }
    #expect(error.position == TextPosition(line: 6, column: 5))
  }

  @Test(
    "What would end the parser's stack or take too long is refused before it is parsed",
    arguments: [
      (
        "x = 1\n" + Array(repeating: "a", count: 25_000).joined(separator: ".") + " = 1", 2,
        "The line has more than"
      ),
      (
        "[" + Array(repeating: "a", count: 25_000).joined(separator: " . ") + "]", 1, "The line has more than"
      ),
      ("a = { " + String(repeating: "b.", count: 30_000) + "c = 1 }", 1, "The line has more than"),
      (String(repeating: "# note\n", count: 150_000), nil, "The file has 1050000 bytes"),
    ] as [(String, Int?, String)])
  func limits(text: String, line: Int?, reason: String) throws {
    let error = try #require(throws: SettingsError.self) { try TOMLDocument(text: text, name: "f") }
    #expect(error.position?.line == line && error.reason.hasPrefix(reason), "\(error)")
  }

  @Test("A list with more entries than anybody writes is refused")
  func manyEntries() throws {
    let text = String(repeating: "[[m]]\nn = 1\n", count: 2_001)
    let root = try TOMLDocument(text: text, name: "f").root
    let error = try #require(throws: SettingsError.self) { try root.sections("m") }
    #expect(error.reason == "m has 2001 entries; it may have 2000.")
  }

  @Test("Lists within lists end where the parser says", arguments: [100, 5_000, 200_000])
  func nesting(depth: Int) throws {
    let text = "a = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let root = try? TOMLDocument(text: text, name: "f").root
    #expect((root != nil) == (depth < 200))
  }
}
