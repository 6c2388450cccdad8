import Testing

@testable import SQLEngine

struct ConnectionTests {
  let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", creating: true)
    try connection.execute("create table t (a integer, b text, c blob) strict")
  }

  @Test func bindsByNumberWhereverTheParameterStands() throws {
    try connection.run("insert into t (b, a, c) values ($2, $1, $3)", 7, "seven", [1, 2, 3] as [UInt8])
    let row = try connection.first("select a, b, c from t where b = $2 and a = $1", 7, "seven") {
      ($0.int64(0), $0.text(1), $0.blob(2))
    }
    let found = try #require(row)
    #expect(found == (7, "seven", [1, 2, 3]))
  }

  @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
  func keepsAllSixtyFourBits(_ value: Int64) throws {
    try connection.run("insert into t (a) values ($1)", value)
    #expect(try connection.first("select a from t") { $0.int64(0) } == value)
  }

  @Test func tellsEmptyFromNothing() throws {
    try connection.run("insert into t (a, b, c) values ($1, $2, $3)", nil, "", [] as [UInt8])
    let cells = try connection.first("select a, b, c from t") { row in (0..<3).map { row.cell($0) } }
    #expect(cells == [.null, .text(""), .bytes([])])
  }

  @Test func keepsTextWithZeroBytesWhole() throws {
    try connection.run("insert into t (b) values ($1)", "a\0b")
    #expect(try connection.first("select b from t") { $0.text(0) } == "a\0b")
  }

  @Test func rollsBackWhenTheBodyThrows() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try connection.transaction(.immediate) {
        try connection.run("insert into t (a) values ($1)", 1)
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.first("select count(*) from t") { $0.int(0) } == 0)
  }

  @Test func anErrorNamesItsStatementAndCode() throws {
    do throws(SQLError) {
      try connection.run("insert into t (a) values ($1)", "text")
      Issue.record("a strict table took text for an integer")
    } catch {
      #expect(error.kind == .constraint)
      #expect(error.extendedCode == 3091)
      #expect(error.sql == "insert into t (a) values ($1)")
    }
    #expect(throws: SQLError.self) { try connection.run("select nonsense") }
  }

  @Test func theSameTextMayBeReadInsideItself() throws {
    for value in 1...3 { try connection.run("insert into t (a) values ($1)", value) }
    let pairs = try connection.all("select a from t order by a") { outer in
      try connection.all("select a from t order by a") { $0.int(0) }.count * outer.int(0)
    }
    #expect(pairs == [3, 6, 9])
  }

  @Test func aLongStatementStopsWhenAsked() throws {
    let endless = "with recursive n (i) as (select 1 union all select i + 1 from n) select max(i) from n"
    do {
      _ = try connection.whileAsking({ false }) { try connection.first(endless) { $0.int(0) } }
      Issue.record("the statement ended by itself")
    } catch let error as SQLError {
      #expect(error.kind == .interrupted)
    }
  }

  @Test func migratesOnceAndInOrder() throws {
    let steps = [
      Migration(name: "one", sql: "create table u (x integer)"),
      Migration(name: "two", sql: "alter table u add column y integer"),
    ]
    try connection.migrate([steps[0]])
    try connection.migrate(steps)
    try connection.migrate(steps)
    #expect(try connection.schemaVersion() == 2)
    #expect(throws: SQLError.self) {
      try connection.migrate(steps + [Migration(name: "bad", sql: "create table v (x); nonsense")])
    }
    #expect(try connection.schemaVersion() == 2)
    #expect(try connection.first("select count(*) from sqlite_master where name = 'v'") { $0.int(0) } == 0)
  }

  @Test func digitsAreReadBack() {
    #expect([0, 10, 255].hexadecimal == "000aff")
    #expect([UInt8](hexadecimal: "000aff") == [0, 10, 255])
    #expect([UInt8](hexadecimal: "") == [])
    #expect([UInt8](hexadecimal: "0") == [])
    #expect([UInt8](hexadecimal: "zz0a") == [10])
  }
}

extension ConnectionTests {
  @Test func textsOfARowStayUntilItIsWritten() throws {
    let long = String(repeating: "ü", count: 2_000)
    let insert = try connection.statement("insert into t (b) values ($1), ($2), ($3), ($4)")
    for texts in [["a", "", long, "b"], ["", "c", "d", long]] {
      var row = Binding(insert)
      for text in texts { try row.add(text) }
      try row.run()
    }
    let stored = try connection.all("select b from t order by rowid", read: { $0.text(0) })
    #expect(stored == ["a", "", long, "b", "", "c", "d", long])
  }
}
