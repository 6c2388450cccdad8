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
}
