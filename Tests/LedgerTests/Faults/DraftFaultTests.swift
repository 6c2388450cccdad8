import Receivables
import Testing

@testable import Ledger

/// A form is kept as typed while one call to the disk after the other fails.
struct DraftFaultTests {
  @Test(arguments: Fault.tried)
  func whatWasTypedBeforeIsNotLost(fault: Fault) throws {
    var typed = FaultedBook.mine
    typed.fields["note"] = "typed on"
    try FaultRound.each(fault, "draft", atLeast: 3, book: FaultedBook.bytes()) { round in
      let ledger = try round.open()
      let outcome = round.attempt { try ledger.saveDraft(typed) }
      let left = try round.afterCrash { try $0.drafts() }
      switch outcome {
      case .success: #expect(left == [typed, FaultedBook.theirs], round.place)
      case .failure(let error):
        #expect(
          [FaultedBook.mine, typed].contains(left.first) && left.dropFirst() == [FaultedBook.theirs],
          round.place)
        #expect("\(error)".hasPrefix("Could not keep the draft: "), round.place)
      }
      try ledger.saveDraft(typed)
      #expect(try ledger.drafts() == [typed, FaultedBook.theirs], round.place)
      #expect(try ledger.verify() == [], round.place)
    }
  }
}
