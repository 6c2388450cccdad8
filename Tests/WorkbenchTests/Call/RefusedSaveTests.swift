import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("A call that could not be saved")
struct RefusedSaveTests {
  /// Somebody else's entry on the account.
  private func meanwhile(_ bench: CallBench, _ file: AccountFile) throws -> AccountFile {
    let other = NewEntry(
      action: ActionID(rawValue: "other"), account: file.customer.id, day: CallBench.today, collector: "omar",
      body: try ProposedCall(
        action: "OUT", result: "PP",
        promise: ProposedPromise(
          amount: Money(minor: 20_000, CallBench.currency("USD")), day: CallBench.today.advanced(by: 2),
          invoices: [DocumentID(rawValue: 2)])
      ).stored(in: file))
    return bench.stored(other, in: file, by: "omar").1
  }

  @Test("stale: says who did what, keeps everything, saves on the new version with the same action")
  func stale() throws {
    let file = CallBench.file()
    var bench = try CallBench(file: file)
    bench.play("pfri⏎900⏎ach⏎⏎⏎they pay in parts§")
    let first = try #require(bench.sent)
    let typed = bench.screen.form?.state.typed
    let now = try meanwhile(bench, file)
    bench.hear(.stale(first.entry, now))
    #expect(bench.message?.kind == .failure)
    #expect(bench.message?.text.contains("omar logged PP 200.00 USD on Wed 25 Nov") == true)
    #expect(bench.screen.form?.state.typed == typed)
    #expect(bench.screen.picture.promises.count == 1)
    #expect(!bench.isGone)
    bench.press(.function(10))
    let second = try #require(bench.sent)
    #expect(second.basedOn == now.version)
    #expect(second.entry.action == first.entry.action)
  }

  @Test("stale after one key: shows as a form, F10 saves it")
  func staleAtOnce() throws {
    let file = CallBench.file()
    var bench = try CallBench(file: file)
    bench.play("n")
    bench.hear(.stale(try #require(bench.sent).entry, try meanwhile(bench, file)))
    #expect(bench.screen.form?.result.code == "NA")
    bench.press(.function(10))
    #expect(try #require(bench.sent).basedOn == file.version + 1)
  }

  @Test("a wrong number where none is known shows as a form that asks for it")
  func noNumber() throws {
    var file = CallBench.file()
    for place in file.contacts.indices { file.contacts[place].phones = [] }
    var bench = try CallBench(file: file)
    bench.play("w")
    #expect(bench.sent == nil)
    #expect(bench.screen.form?.focus == .phone)
    #expect(bench.message?.text.contains("There is no number here to mark as wrong.") == true)
    bench.play("+1 555 0177")
    bench.press(.function(10))
    let saved = try #require(bench.sent).entry.body.first(ContactRecord.self)
    #expect(saved?.phone == "+1 555 0177")
    #expect(saved?.effects.contains(.numberDead) == true)
  }

  @Test("books that changed are called so")
  func books() throws {
    let file = CallBench.file()
    var bench = try CallBench(file: file)
    bench.play("pfri⏎§")
    var imported = file
    imported.version += 1
    imported.invoices.removeAll { [1, 3].contains($0.id.rawValue) }
    bench.hear(.stale(try #require(bench.sent).entry, imported))
    #expect(bench.message?.text.contains("the books of this account changed") == true)
    bench.press(.function(10))
    #expect(try bench.record().outcome.promise?.amount.minor == 20_000)
  }

  @Test("not recorded: the sentence, the draft, and F10 tries again as the same action")
  func notRecorded() throws {
    var bench = try CallBench()
    bench.play("pfri⏎§")
    let first = try #require(bench.sent)
    #expect(bench.drafts.last?.fields["date"] == "fri")
    bench.hear(.notRecorded(first.entry, "Another session holds the database. Press F10 to try again."))
    #expect(bench.message?.text.contains("holds the database") == true)
    #expect(!bench.isGone)
    bench.effects = []
    bench.press(.function(10))
    #expect(try #require(bench.sent).entry.action == first.entry.action)
  }

  @Test("a wrong number is marked and the next one is offered; after the last one a new one is asked for")
  func wrongNumbers() throws {
    var file = CallBench.file()
    var bench = try CallBench(file: file)
    var actions: Set<ActionID> = []
    for number in ["+1 555 0100", "+1 555 0101", "+1 555 0200"] {
      #expect(!bench.isGone)
      bench.play("w")
      #expect(try bench.record().phone == number)
      let sent = try #require(bench.sent)
      actions.insert(sent.entry.action)
      let (entry, after) = bench.stored(sent.entry, in: file)
      file = after
      bench.hear(.recorded(entry, after))
      #expect(bench.screen.picture.file.version == after.version || bench.isGone)
    }
    #expect(bench.isGone && !bench.isNext, "the account stays")
    #expect(bench.message?.text.hasSuffix("No number is left to call here: e adds one.") == true)
    #expect(actions.count == 3)
  }
}
