import Receivables
import Testing

/// Who may do what, by user and by group.
struct RightsTests {
  @Test(
    arguments: [
      ([], "bob", [], true), (["bob"], "bob", [], true), (["bob"], "Bob", [], false),
      (["ann"], "bob", ["ann"], false),
      (["@leads"], "bob", ["leads"], true), (["@leads"], "leads", [], false),
      (["ann", "@leads"], "bob", ["x", "leads"], true), (["leads"], "bob", ["leads"], false),
    ] as [([String], String, Set<String>, Bool)])
  func allows(_ holders: [String], _ user: String, _ groups: Set<String>, _ isAllowed: Bool) {
    #expect(Rights([.erase: holders]).allows(.erase, user: user, groups: groups) == isAllowed)
    #expect(Rights([.erase: holders]).allows(.approve, user: user, groups: groups))
  }
}
