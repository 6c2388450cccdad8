import SampleEntries
import Testing

@testable import Receivables

/// A checker that never failed proves nothing: each property, broken in a picture that was sound.
@Suite("A fault that is planted in a picture")
struct PlantedFaultTests {
  enum Plant: String, CaseIterable, Sendable {
    case invoiceLost, openOffByOne, sliceOffByOne, bucketOffByOne, creditLost, promiseCalledKept,
      unitPaidTwice, moneyOverlooked
    case planMended, disputeForgotten, creditCountedTwice, disputeCalledOver, discountForgotten,
      discountCalledEarned
    case instalmentLost, matterHoldsMore, matterWithoutStep, stepTakenAway, stepTooLate, queueLeft

    var property: PictureChecks.Property {
      switch self {
      case .invoiceLost, .openOffByOne: .open
      case .sliceOffByOne: .slices
      case .bucketOffByOne, .creditLost: .balances
      case .promiseCalledKept, .unitPaidTwice, .moneyOverlooked, .discountForgotten, .discountCalledEarned:
        .promises
      case .instalmentLost, .planMended: .plans
      case .disputeForgotten, .creditCountedTwice, .disputeCalledOver: .disputes
      case .matterHoldsMore: .held
      case .matterWithoutStep: .matters
      case .stepTakenAway, .stepTooLate, .queueLeft: .steps
      }
    }

    /// Spoils a picture and returns what it is about; nil where there is nothing to spoil.
    func spoil(_ picture: inout AccountPicture) -> String? {
      let toCollect = picture.invoices.first { $0.toCollect > 0 }?.invoice.number
      switch self {
      case .invoiceLost:
        return picture.invoices.popLast()?.invoice.number
      case .openOffByOne:
        guard !picture.invoices.isEmpty else { return nil }
        picture.invoices[0].open += 1
        return picture.invoices[0].invoice.number
      case .sliceOffByOne:
        guard let index = picture.invoices.firstIndex(where: { $0.slices.free > 0 }) else { return nil }
        _ = picture.invoices[index].slices.take(1, as: .disputed)
        return picture.invoices[index].invoice.number
      case .bucketOffByOne:
        guard !picture.summary.balances.isEmpty else { return nil }
        picture.summary.balances[0].buckets[1] += 1
        return picture.summary.balances[0].currency.code
      case .creditLost:
        guard let index = picture.summary.balances.firstIndex(where: { $0.credits < 0 }) else { return nil }
        picture.summary.balances[index].credits = 0
        return picture.summary.balances[index].currency.code
      case .promiseCalledKept:
        guard let index = picture.promises.firstIndex(where: \.state.isFailed) else { return nil }
        picture.promises[index].state = .kept
        return picture.promises[index].id.text
      case .moneyOverlooked:
        guard let index = picture.promises.firstIndex(where: { $0.state == .received }) else { return nil }
        picture.promises[index].state = picture.promises[index].paid == 0 ? .broken : .partlyKept
        return picture.promises[index].id.text
      case .unitPaidTwice:
        guard let index = picture.promises.firstIndex(where: { $0.paid > 0 }) else { return nil }
        picture.promises[index].paid += 1
        return picture.promises[index].id.text
      case .discountForgotten:
        guard let index = picture.promises.firstIndex(where: { $0.incentive?.state == .earned }) else {
          return nil
        }
        picture.promises[index].incentive?.toCredit = 0
        return "the credit of what was given up for \(picture.promises[index].id.text)"
      case .discountCalledEarned:
        guard let index = picture.promises.firstIndex(where: { $0.incentive?.state == .lapsed }) else {
          return nil
        }
        picture.promises[index].incentive?.state = .earned
        return "what was given up for \(picture.promises[index].id.text)"
      case .instalmentLost:
        guard !picture.plans.isEmpty else { return nil }
        picture.plans[0].instalments.removeLast()
        return picture.plans[0].id.text
      case .planMended:
        guard let index = picture.plans.firstIndex(where: { $0.state == "broken" }) else { return nil }
        let instalments = picture.plans[index].instalments
        picture.plans[index].instalments = instalments.filter { $0.state == .paid }
        return "state of \(picture.plans[index].id.text)"
      case .disputeForgotten: return picture.disputes.popLast().map { _ in "the disputes" }
      case .creditCountedTwice:
        guard
          let index = picture.disputes.firstIndex(where: { $0.parts.first.map { $0.credited > 0 } ?? false })
        else { return nil }
        picture.disputes[index].parts[0].credited *= 2
        return "the sums of \(picture.disputes[index].id.text)"
      case .disputeCalledOver:
        guard let index = picture.disputes.firstIndex(where: \.isOpen) else { return nil }
        (picture.disputes[index].isOpen, picture.disputes[index].state) = (false, .over)
        return "whether \(picture.disputes[index].id.text) is open"
      case .matterHoldsMore:
        guard let index = picture.matters.firstIndex(where: { !$0.held.isEmpty }) else { return nil }
        picture.matters[index].held[0].minor += 1
        return picture.matters[index].kind
      case .matterWithoutStep:
        guard let index = picture.matters.firstIndex(where: { $0.step != nil }) else { return nil }
        picture.matters[index].step = nil
        return picture.matters[index].id.text
      case .stepTakenAway:
        guard let toCollect else { return nil }
        (picture.candidates, picture.summary.next, picture.summary.lane) = ([], nil, nil)
        return toCollect
      case .stepTooLate:
        guard toCollect != nil, picture.summary.lane == nil else { return nil }
        for index in picture.candidates.indices {
          picture.candidates[index].action.day = picture.candidates[index].action.day.advanced(by: 14)
        }
        picture.summary.next = picture.candidates.first?.action
        return "must come up by"
      case .queueLeft:
        guard picture.summary.lane != nil else { return nil }
        picture.summary.lane = nil
        return "being in the queue"
      }
    }
  }

  @Test(
    "is reported under its property, with what it is about, and nothing before", arguments: Plant.allCases)
  func reported(plant: Plant) throws {
    let policy = try Policy.shipped
    var planted = 0
    for seed in UInt64(0)..<3000 where planted < 3 {
      let file = try OracleRun.file(of: seed, policy)
      let day = RandomAccount.start.advanced(by: 90)
      let account = PlainAccount(file, policy, day, worth: PlainBooks.worth(file))
      var picture = try AccountPicture(of: file, policy: policy, asOf: day)
      try #require(PictureChecks(picture, against: account).faults.isEmpty)
      guard let what = plant.spoil(&picture) else { continue }
      planted += 1
      let faults = PictureChecks(picture, against: account).faults
      #expect(
        faults.contains { fault in
          fault.property == plant.property && fault.description.contains(what)
            && fault.description.contains(day.iso)
        }, "seed \(seed): \(faults)")
    }
    #expect(planted == 3)
  }

  enum Forgetting: CaseIterable, Sendable { case reversals, reversalsOfReversals }

  @Test("is reported where taking back does nothing, or cannot be taken back", arguments: Forgetting.allCases)
  func undo(forgetting: Forgetting) throws {
    let policy = try Policy.shipped
    var (sound, spoilt) = (0, 0)
    for seed in UInt64(0)..<40 {
      let file = try OracleRun.file(of: seed, policy)
      for entry in file.entries {
        sound += try UndoCheck(entry.number, of: file, entry.day) {
          try AccountPicture(of: $0, policy: policy, asOf: entry.day)
        }.faults.count
        spoilt += try UndoCheck(entry.number, of: file, entry.day) { file in
          var file = file
          let last = file.entries.last?.body.first(Reversal.self)
          let isOfReversal = file.entries.dropLast().last?.number == last?.entry
          if last != nil, (forgetting == .reversals) == !isOfReversal { file.entries.removeLast() }
          return try AccountPicture(of: file, policy: policy, asOf: entry.day)
        }.faults.count
      }
    }
    #expect(sound == 0)
    #expect(spoilt > 20)
  }

  @Test("is reported where what was agreed does not add up")
  func agreed() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-04-01")
    try account.plan([("2026-05-01", 30_000), ("2026-06-01", 60_000)], on: "2026-04-15", [invoice])
    try account.promise(20_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.dispute(10_000, on: "2026-04-15", [invoice])
    #expect(AgreementChecks(account.file).faults.isEmpty)
    var spoilt = account
    try spoilt.plan([("2026-05-01", 30_000), ("2026-06-01", 60_001)], on: "2026-04-16", [invoice])
    try spoilt.promise(90_001, for: "2026-05-01", on: "2026-04-16", [invoice])
    try spoilt.dispute(90_001, on: "2026-04-16", [invoice])
    #expect(AgreementChecks(spoilt.file).faults.count == 3)
  }
}
