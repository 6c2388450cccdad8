import Receivables
import Testing
import TextScreen

@testable import Workbench

/// Pairs of customers that may be one.
struct CustomersScreenTests {
  private static func bench(size: Size = Size(columns: 80, rows: 24)) throws -> DeskBench {
    var files = try Book.six()
    for place in [0, 3] {
      files[place].contacts = [
        Contact(name: "Jo Roe", email: "ap@same.example", phones: [Phone(number: "+1 555 0199")])
      ]
    }
    files[1].customer.name = files[2].customer.name + " Holding"
    var bench = try DeskBench(files, size: size)
    try bench.press(.character("&"))
    #expect(bench.effects == [.book(.findSimilar)])
    var similar = SimilarCustomers()
    for file in files { similar.see(file) }
    try bench.send(.similar(similar.pairs()))
    return bench
  }

  private static func said(_ bench: DeskBench) -> CustomerRelation? {
    for case .write(.record(let entry, _)) in bench.effects { return entry.body.first(CustomerRelation.self) }
    return nil
  }

  @Test("is readable at every size", arguments: Golden.sizes)
  func looks(size: Size) throws {
    var bench = try Self.bench(size: size)
    try bench.press(.character("x"))
    try Golden.check(bench.frame, "customers-\(size.columns)x\(size.rows)")
  }

  @Test(
    "one key says what a pair is",
    arguments: [
      (Key.enter, CustomerRelation.Kind.same, "merged"), (.character("m"), .same, "merged"),
      (.character("b"), .branch, "branch"), (.character("o"), .group, "group"),
      (.character("x"), .different, "different"),
    ])
  func says(_ key: Key, _ kind: CustomerRelation.Kind, _ word: String) throws {
    var bench = try Self.bench()
    try bench.press(key)
    let relation = try #require(Self.said(bench))
    #expect(relation.kind == kind)
    #expect(bench.lines.contains { $0.hasPrefix("  \(relation.head.number)") && $0.contains(word) })
    #expect(bench.lines.contains { $0.contains("1/2 answered") })
    try bench.press(.up, key)
    #expect(Self.said(bench) == nil)
    #expect(bench.message == "This pair was answered already.")
  }

  @Test("s lets the other one go on")
  func swaps() throws {
    var bench = try Self.bench()
    try bench.press(.character("m"))
    let first = try #require(Self.said(bench))
    bench = try Self.bench()
    try bench.press(.character("s"), .character("m"))
    let second = try #require(Self.said(bench))
    #expect(second.head == first.other && second.other == first.head)
  }

  @Test("an account of several says who they are and whose each invoice is", arguments: Golden.sizes)
  func whole(size: Size) throws {
    var files = try Book.six()
    let other = files.remove(at: 2)
    files[0].take(
      other,
      as: RelatedCustomer(
        AccountName(number: other.customer.number, title: other.customer.name), standing: .together(.same)))
    var bench = try DeskBench(files, size: size)
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("/\(other.customer.number)")
    try bench.press(.enter, .enter)
    try Golden.check(bench.frame, "account-together-\(size.columns)x\(size.rows)")
  }

  @Test("what is said is taken back like any entry")
  func undone() throws {
    var bench = try Self.bench()
    try bench.press(.character("x"))
    try bench.press(.character("u"), .enter)
    #expect(bench.lines.contains { $0.contains("0/2 answered") })
  }
}
