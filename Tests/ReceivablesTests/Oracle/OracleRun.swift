import Foundation
import Receivables

/// Random histories, each compared with the oracle on days all over it, and each of its entries taken back.
struct OracleRun {
  /// How many days lie between two that are looked at.
  private static let step = 17

  /// What does not hold: a sentence each, with the seed.
  private(set) var faults: [String] = []
  /// What was there to be compared.
  private(set) var seen = Seen()

  private init() {}

  /// The history of a seed.
  init(_ seed: UInt64, _ policy: Policy) throws {
    let file = try Self.file(of: seed, policy)
    let worth = PlainBooks.worth(file)
    var random = Randomness(seed: seed)
    for offset in stride(from: random.below(Self.step), through: 250, by: Self.step) {
      let day = RandomAccount.start.advanced(by: offset)
      let picture = try AccountPicture(of: file, policy: policy, asOf: day)
      let account = PlainAccount(file, policy, day, worth: worth)
      faults += PictureChecks(picture, against: account).faults.map(\.description)
      seen.add(picture, PlainDeadline.all(of: account))
    }
    seen.add(file)
    if seed % 2 == 1 { faults += AgreementChecks(file).faults }
    // What was corrected twice is undone from the last correction on.
    let corrected = Set(
      file.entries.filter(PlainCorrections.isOne).compactMap { $0.body.first(Reversal.self)?.entry })
    for entry in file.entries where !(PlainCorrections.isOne(entry) && corrected.contains(entry.number)) {
      let day = entry.day.advanced(by: random.below(30))
      faults += try UndoCheck(entry.number, of: file, day) {
        try AccountPicture(of: $0, policy: policy, asOf: day)
      }.faults
    }
    faults = faults.map { "KEPT_ORACLE_SEED=\(seed), \($0)" }
  }

  /// Those of many seeds, on all cores.
  init(_ seeds: Range<UInt64>, _ policy: Policy) async throws {
    let lanes = max(ProcessInfo.processInfo.activeProcessorCount, 1)
    try await withThrowingTaskGroup(of: OracleRun.self) { group in
      for lane in 0..<lanes {
        group.addTask {
          var run = OracleRun()
          // Even and odd seeds cost differently: every core takes both.
          for seed in seeds where Int(seed / 2) % lanes == lane { run.add(try OracleRun(seed, policy)) }
          return run
        }
      }
      for try await run in group { add(run) }
    }
  }

  private mutating func add(_ other: OracleRun) {
    faults += other.faults
    seen.formUnion(other.seen)
  }

  /// Even seeds are journals in which anything stands that can be written, odd ones those that the forms save.
  static func file(of seed: UInt64, _ policy: Policy) throws -> AccountFile {
    var file =
      seed % 2 == 0
      ? RandomAccount(seed: seed, policy, givesUp: true).file : try RandomHistory(seed: seed, policy).file
    // Every third customer is in a country that works on other days.
    if seed % 3 == 0 { file.customer.timeZone = Policy.elsewhere.zones[0] }
    return file
  }
}

extension OracleRun {
  /// States, slices, lanes and reasons that occurred: what never occurs is compared in vain.
  struct Seen: Equatable, Sendable {
    private var promises: Set<PromiseState> = []
    private var instalments: Set<InstalmentStatus.State> = []
    private var plans: Set<String> = []
    private var disputes: Set<DisputeState> = []
    private var slices: Set<Slice> = []
    private var incentives: Set<IncentiveStatus.State> = []
    private var lanes: Set<Lane> = []
    private var reasons: Set<PlainDeadline.Reason> = []
    /// How many outcomes a call had, up to three.
    private var outcomes: Set<Int> = []
    /// How often an entry was corrected, up to twice.
    private var corrections: Set<Int> = []

    init() {}

    static var everything: Seen {
      var all = Seen()
      all.promises = Set(PromiseState.allCases)
      all.instalments = Set(InstalmentStatus.State.allCases)
      all.plans = ["active", "delinquent", "broken", "completed"]
      all.disputes = Set(DisputeState.allCases)
      all.slices = Set(Slice.allCases)
      all.incentives = Set(IncentiveStatus.State.allCases)
      all.lanes = Set(Lane.allCases)
      all.reasons = Set(PlainDeadline.Reason.allCases)
      all.outcomes = [0, 1, 2, 3]
      all.corrections = [1, 2]
      return all
    }

    fileprivate mutating func add(_ picture: AccountPicture, _ deadlines: [PlainDeadline]) {
      promises.formUnion(picture.promises.map(\.state))
      instalments.formUnion(picture.plans.flatMap(\.instalments).map(\.state))
      plans.formUnion(picture.plans.map(\.state))
      disputes.formUnion(picture.disputes.map(\.state))
      let incentives = picture.promises.map(\.incentive) + picture.plans.map(\.incentive)
      self.incentives.formUnion(incentives.compactMap { $0?.state })
      for item in picture.invoices { slices.formUnion(Slice.allCases.filter { item.slices[$0] > 0 }) }
      if let lane = picture.summary.lane { lanes.insert(lane) }
      reasons.formUnion(deadlines.map(\.reason))
    }

    fileprivate mutating func add(_ file: AccountFile) {
      let first = file.entries.filter(PlainCorrections.isOne)
      let again = first.filter { entry in
        first.contains { $0.number == entry.body.first(Reversal.self)?.entry }
      }
      corrections.formUnion((first.isEmpty ? [] : [1]) + (again.isEmpty ? [] : [2]))
      outcomes.formUnion(file.entries.map { min($0.body.all(Outcome.self).count, 3) })
    }

    fileprivate mutating func formUnion(_ other: Seen) {
      promises.formUnion(other.promises)
      instalments.formUnion(other.instalments)
      plans.formUnion(other.plans)
      disputes.formUnion(other.disputes)
      slices.formUnion(other.slices)
      incentives.formUnion(other.incentives)
      lanes.formUnion(other.lanes)
      reasons.formUnion(other.reasons)
      outcomes.formUnion(other.outcomes)
      corrections.formUnion(other.corrections)
    }
  }
}
