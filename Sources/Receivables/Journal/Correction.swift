/// A correction is an entry that takes another one back and says in the same breath what stands in its place: a
/// `[reversal]`, then the sections that the corrected entry should have had.
extension EntryBody {
  /// `said` in the place of an earlier entry, and why.
  public init(correcting entry: EntryNumber, because reason: String, saying said: EntryBody) {
    self.init([Reversal(of: entry, reason: reason)] + said.sections)
  }

  /// Whether it says something in the place of what it takes back.
  public var isCorrection: Bool {
    first(Reversal.self) != nil && sections.contains { !($0 is Reversal || $0 is AccountName) }
  }

  /// What it says itself, without the entry that it corrects; all of it where it corrects none.
  public var said: EntryBody {
    isCorrection ? EntryBody(sections.filter { !($0 is Reversal) }) : self
  }
}

/// How an entry stands among the others of its account.
public enum EntryStanding: Hashable, Sendable {
  /// It counts.
  case inForce
  /// It counts for nothing: a later entry took it back, for this reason.
  case takenBack(because: String)
  /// It counts for nothing: this later entry stands in its place.
  case corrected(by: EntryNumber)

  /// What is said in front of an entry that counts for nothing: `"TAKEN BACK: "`, `"CORRECTED by entry 31: "`.
  public var mark: String {
    switch self {
    case .inForce: ""
    case .takenBack: "TAKEN BACK: "
    case .corrected(let entry): "CORRECTED by entry \(entry.rawValue): "
    }
  }
}

/// The entries of an account with every correction in the place of what it corrects: under the number, the day and the
/// collector of that one, so that a call counts when it was made and for whoever made it.
///
/// The newest entry in force that names an entry, or a correction of it, decides what becomes of it. What is undone
/// itself decides nothing.
public struct CorrectedJournal: Sendable {
  /// In the order in which they were written, those that were taken back too. A correction is not listed beside what it
  /// stands for.
  public private(set) var entries: [JournalEntry]
  private var standings: [EntryNumber: EntryStanding] = [:]
  private var corrections: [EntryNumber: EntryNumber] = [:]

  /// The journal of `written`, oldest first. A correction of an entry that is not among them counts for nothing.
  public init(_ written: [JournalEntry]) {
    entries = written
    guard written.contains(where: { $0.body.first(Reversal.self) != nil }) else { return }
    for entry in written where entry.body.isCorrection {
      // A later entry cannot have been known.
      guard let named = entry.body.first(Reversal.self)?.entry, named < entry.number else { continue }
      corrections[entry.number] = named
    }
    var standIns: [EntryNumber: JournalEntry] = [:]
    for entry in written.reversed() where standings[entry.number] == nil {
      guard let reversal = entry.body.first(Reversal.self) else { continue }
      guard entry.body.isCorrection else {
        if standings[reversal.entry] == nil {
          standings[reversal.entry] = .takenBack(because: reversal.reason)
        }
        continue
      }
      let first = origin(of: entry.number)
      if let newer = standings[first] {
        standings[entry.number] = newer
      } else if first != entry.number {
        standings[first] = .corrected(by: entry.number)
        standIns[first] = entry
      }
    }
    let byNumber = Dictionary(written.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    entries = written.filter { !$0.body.isCorrection }.map { entry in
      standIns[entry.number].map { entry.corrected(by: chain(to: $0, byNumber)) } ?? entry
    }
  }

  /// How an entry stands.
  public func standing(of entry: EntryNumber) -> EntryStanding { standings[entry] ?? .inForce }

  /// The entry in whose place a correction, or a correction of one, stands; any other entry itself.
  public func origin(of entry: EntryNumber) -> EntryNumber {
    var entry = entry
    while let named = corrections[entry] { entry = named }
    return entry
  }

  /// Whether what an entry says, or what stands in its place, counts.
  public func counts(_ entry: EntryNumber) -> Bool { voidedBecause(entry) == nil }

  /// Why what an entry says, or what stands in its place, counts for nothing; nil when it counts.
  func voidedBecause(_ entry: EntryNumber) -> String? {
    if case .takenBack(let reason) = standings[entry] { return reason }
    return nil
  }

  /// The corrections from the first one of an entry to `last`.
  private func chain(to last: JournalEntry, _ byNumber: [EntryNumber: JournalEntry]) -> [JournalEntry] {
    var chain = [last]
    while let named = corrections[chain[0].number], corrections[named] != nil, let entry = byNumber[named] {
      chain.insert(entry, at: 0)
    }
    return chain
  }
}

extension JournalEntry {
  /// The entry as the last of its corrections tells it. A promise that it still tells keeps its name, so that what was
  /// said of it since holds; what is new gets a name that nothing had.
  fileprivate func corrected(by chain: [JournalEntry]) -> JournalEntry {
    var corrected = self
    var known = body.openedKinds.enumerated().map { (kind: $0.element, part: $0.offset + 1) }
    var parts = known.count
    for correction in chain {
      var left = known
      known = correction.body.openedKinds.map { kind in
        if let place = left.firstIndex(where: { $0.kind == kind }) { return left.remove(at: place) }
        parts += 1
        return (kind, parts)
      }
      corrected.body = correction.body.said
    }
    corrected.parts = known.map(\.part)
    return corrected
  }
}

extension EntryBody {
  /// The kinds of the matters that it opens, in their order.
  fileprivate var openedKinds: [String] {
    sections.filter(MatterKinds.opens).map { type(of: $0).name }
  }
}
