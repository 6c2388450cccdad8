import Receivables
import Testing

/// What an erasure leaves of a text. Entries of form 3 are bound to it when they are written: an answer that changes here
/// makes `verify` call every such entry changed.
@Suite("What is left of an erased text")
struct ErasedTextTests {
  @Test(
    "is the same for ever",
    arguments: [
      ("[account]\nnumber 10532\nname Elm Metals", "[account]\nnumber 10532\nname erased"),
      (
        "[contact]\naction OUT\ncounts worked spoken\nperson Rosa\nphone +1 312\nstarted 2026-11-26T15:58:03.120Z\nnote ill\\nsince \\\\May",
        "[contact]\naction OUT\ncounts worked spoken\nperson erased\nphone erased\nstarted 2026-11-26T15:58:03.120Z\nnote erased"
      ),
      ("[outcome]\nresult PP\nreason cash_flow", "[outcome]\nresult PP\nreason cash_flow"),
      (
        "[promise]\namount 5.00 USD\nday 2026-12-04\nreference 77\ncovers A 5.00 USD\nexception ill\ndiscount 1.00 USD 2026-12-04\ndiscount_approved Ann",
        "[promise]\namount 5.00 USD\nday 2026-12-04\nreference erased\ncovers A 5.00 USD\nexception erased\ndiscount 1.00 USD 2026-12-04\ndiscount_approved erased"
      ),
      (
        "[dispute]\nreason price\ncovers A\\\\B\nowner sales",
        "[dispute]\nreason price\ncovers A\\\\B\nowner sales"
      ),
      ("[plan]\ncurrency USD\napproved Ann", "[plan]\ncurrency USD\napproved erased"),
      ("[hold]\nreason legal\nby Rosa", "[hold]\nreason legal\nby erased"),
      ("[hold]\nreason Rosa is ill\nuntil 2026-12-04", "[hold]\nreason erased\nuntil 2026-12-04"),
      (
        "[escalation]\nrung visit\ntitle Visit\nreason Rosa lies\nexception skips a call",
        "[escalation]\nrung visit\ntitle Visit\nreason erased\nexception skips a call"
      ),
      ("[step]\ndo call\nday 2026-11-27", "[step]\ndo call\nday 2026-11-27"),
      ("[snooze]\nuntil 2026-11-27\nreason at sea", "[snooze]\nuntil 2026-11-27\nreason erased"),
      (
        "[withdrawal]\nmatter 12.1\nby Rosa\nreason She says so",
        "[withdrawal]\nmatter 12.1\nby erased\nreason erased"
      ),
      (
        "[change]\nmatter 12.1\nowner sales\nnote n\nby Ann",
        "[change]\nmatter 12.1\nowner sales\nnote erased\nby erased"
      ),
      ("[account]\nnumber 1\n[person]\nname Rosa\nstanding left", "[account]\nnumber 1"),
      ("[payment_run]\nrun Thu\nby Rosa", "[payment_run]\nrun Thu\nby erased"),
      ("[reversal]\nentry 12\nreason She rang", "[reversal]\nentry 12\nreason erased"),
      ("[note]\ntext She rang", "[note]\ntext erased"),
      ("[policy]\ndigest 00\ntext name", "[policy]\ndigest 00\ntext name"),
      ("[import]\nfile a.csv\ntotal USD", "[import]\nfile a.csv\ntotal USD"),
      ("[salvage]\nfile a\nmissing 3 4", "[salvage]\nfile a\nmissing 3 4"),
      ("[erasure]\nentry 3 00\nground Art. 17", "[erasure]\nentry 3 00\nground Art. 17"),
      // What only a later version knows may be about somebody.
      ("[note]\ntext a\nmood bad\n[mood]\nof Rosa", "[note]\ntext erased\nmood bad"),
      ("Rosa\n[note]\ntext a", "[note]\ntext erased"), ("[mood]\nof Rosa", ""), ("", ""),
    ])
  func left(_ text: String, _ left: String) { #expect(EntryBody.left(of: text) == left) }

  @Test("covers every kind of entry that can be read")
  func everyKind() {
    let bound: Set<String> = [
      "account", "contact", "outcome", "promise", "dispute", "plan", "hold", "escalation", "step", "snooze",
      "withdrawal", "change", "person", "payment_run", "reversal", "note", "policy", "import", "salvage",
      "erasure",
      "erased",
    ]
    let later = EntryBody.kindNames.filter { !bound.contains($0) }
    // An earlier version does not know it and leaves nothing of it, so this one may not either.
    for name in later { #expect(EntryBody.left(of: "[\(name)]\nkey value") == "") }
    #expect(bound.isSubset(of: EntryBody.kindNames))
  }
}
