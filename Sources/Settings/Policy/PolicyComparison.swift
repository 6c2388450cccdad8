import Receivables

/// One thing that two policies have in another way.
public struct PolicyChange: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, Sendable {
    /// Only the later policy has it.
    case added
    /// Only the earlier policy has it.
    case removed
    /// A code that is not offered any more.
    case retired
    /// A code that is offered again.
    case restored
    /// Another value.
    case changed
    /// The same values in another order.
    case reordered
  }

  /// The table of the policy: `"calls.results"`; empty for what stands above all tables.
  public var rule: String
  /// The code of a row of that table.
  public var code: String?
  /// The key: `"breaks_after"`; nil for a row as a whole.
  public var key: String?
  /// What became of it.
  public var kind: Kind
  /// What it was; of a list only what is gone from it.
  public var before: String?
  /// What it is; of a list only what came to it.
  public var after: String?

  /// For a manager: `"plans: breaks_after 1 → 2"`, `"calls.results: XY added, “left with a neighbour”"`.
  public var sentence: String {
    let name = [code, key].compactMap { $0 }.joined(separator: " ")
    let subject = rule.isEmpty ? name : "\(rule)\(name.isEmpty ? "" : ": \(name)")"
    return switch kind {
    case .added: "\(subject) added\(after.map { ", \($0)" } ?? "")"
    case .removed: "\(subject) removed\(before.map { ", was \($0)" } ?? "")"
    case .retired: "\(subject) retired"
    case .restored: "\(subject) in use again"
    case .reordered: "\(subject) in another order: \(after ?? "")"
    case .changed:
      switch (before, after) {
      case (let before?, let after?): "\(subject) \(before) → \(after)"
      case (let before?, nil): "\(subject) without \(before)"
      case (nil, let after?): "\(subject) also \(after)"
      case (nil, nil): subject
      }
    }
  }
}

extension PolicyFile {
  /// What a reader of the policy `later` finds in another way than in `earlier`, table by table. Order and comments of the
  /// text are no difference, nor is what one of them leaves to the shipped policy. Throws where one is not TOML.
  ///
  /// ```swift
  /// try PolicyFile.changes(from: "rest_days = 1", to: "rest_days = 2").map(\.sentence)  // ["rest_days 1 → 2"]
  /// ```
  public static func changes(
    from earlier: String, to later: String
  ) throws(SettingsError) -> [PolicyChange] {
    let shipped = try TOMLDocument(text: shippedText, name: "data/policy.toml").entries
    var comparison = PolicyComparison()
    comparison.compareTables(
      try PolicyComparison.told(by: earlier, beside: shipped),
      try PolicyComparison.told(by: later, beside: shipped), at: [])
    return comparison.changes
  }
}

/// Compares two policies as trees of values.
struct PolicyComparison {
  private(set) var changes: [PolicyChange] = []

  /// What a policy says and what the program takes in place of what it leaves out.
  static func told(
    by text: String, beside shipped: [String: TOMLNode]
  ) throws(SettingsError) -> [String: TOMLNode] {
    var told = try TOMLDocument(text: text, name: "policy").entries
    for (name, node) in shipped where told[name] == nil && name != "date_order" { told[name] = node }
    // In these tables each key may be left out by itself.
    for name in ["plans", "incentives", "credit"] {
      guard case .table(let own)? = told[name], case .table(let usual)? = shipped[name] else { continue }
      told[name] = .table(own.merging(usual) { own, _ in own })
    }
    return told
  }

  /// What a row means that does not say it.
  private static let usual: [String: TOMLNode] = [
    "retired": .boolean(false), "contact": .boolean(true), "dead_number": .boolean(false),
    "approval": .boolean(false), "check_days": .integer(10), "broken_promises": .integer(0),
    "contacts": .list([]), "reasons": .list([]), "ask": .list([]),
  ]

  mutating func compareTables(_ before: [String: TOMLNode], _ after: [String: TOMLNode], at path: [String]) {
    for key in Set(before.keys).union(after.keys).sorted() {
      switch (before[key], after[key]) {
      case (.table(let before)?, .table(let after)?): compareTables(before, after, at: path + [key])
      case (.table(let before)?, nil): compareTables(before, [:], at: path + [key])
      case (nil, .table(let after)?): compareTables([:], after, at: path + [key])
      case (.list(let before)?, .list(let after)?): compareLists(before, after, at: path, key)
      case (let before?, let after?) where before != after: add(.changed, path, key: key, before, after)
      case (let before?, nil): add(.removed, path, key: key, before, nil)
      case (nil, let after?): add(.added, path, key: key, nil, after)
      default: break
      }
    }
  }

  private mutating func compareLists(
    _ before: [TOMLNode], _ after: [TOMLNode], at path: [String], _ key: String, code: String? = nil
  ) {
    let old = before.compactMap(\.row)
    let new = after.compactMap(\.row)
    if old.count == before.count, new.count == after.count, !old.isEmpty || !new.isEmpty {
      return compareRows(old, new, at: path + [key])
    }
    let gone = before.filter { !after.contains($0) }
    let come = after.filter { !before.contains($0) }
    if !gone.isEmpty || !come.isEmpty {
      add(
        .changed, path, code: code, key: key, gone.isEmpty ? nil : .list(gone),
        come.isEmpty ? nil : .list(come))
    } else if before != after {
      add(.reordered, path, code: code, key: key, nil, .list(after))
    }
  }

  private mutating func compareRows(
    _ before: [(code: String, row: [String: TOMLNode])], _ after: [(code: String, row: [String: TOMLNode])],
    at path: [String]
  ) {
    let old = Dictionary(before.map { ($0.code, $0.row) }, uniquingKeysWith: { $1 })
    for (code, row) in after {
      if let former = old[code] {
        compareRow(code, former, row, at: path)
      } else {
        add(.added, path, code: code, nil, row["title"] ?? row["meaning"])
      }
    }
    let kept = Set(after.map(\.code))
    for (code, row) in before where !kept.contains(code) {
      add(.removed, path, code: code, row["title"] ?? row["meaning"], nil)
    }
    let order = after.map(\.code).filter { old[$0] != nil }
    if order != before.map(\.code).filter(kept.contains) {
      add(.reordered, path, nil, .list(order.map { .string($0) }))
    }
  }

  private mutating func compareRow(
    _ code: String, _ before: [String: TOMLNode], _ after: [String: TOMLNode], at path: [String]
  ) {
    for key in Set(before.keys).union(after.keys).sorted() {
      let old = before[key] ?? Self.usual[key]
      let new = after[key] ?? Self.usual[key]
      guard old != new else { continue }
      switch (key, old, new) {
      case ("retired", _, .boolean(let isRetired)?):
        add(isRetired ? .retired : .restored, path, code: code, nil, nil)
      case (_, .list(let old)?, .list(let new)?): compareLists(old, new, at: path, key, code: code)
      case (_, nil, let new): add(.added, path, code: code, key: key, nil, new)
      case (_, let old, nil): add(.removed, path, code: code, key: key, old, nil)
      case (_, let old, let new): add(.changed, path, code: code, key: key, old, new)
      }
    }
  }

  private mutating func add(
    _ kind: PolicyChange.Kind, _ path: [String], code: String? = nil, key: String? = nil,
    _ before: TOMLNode?, _ after: TOMLNode?
  ) {
    changes.append(
      PolicyChange(
        rule: path.joined(separator: "."), code: code, key: key, kind: kind, before: before?.words,
        after: after?.words))
  }
}

extension TOMLNode {
  /// A row of a list of tables with codes; nil for anything else.
  fileprivate var row: (code: String, row: [String: TOMLNode])? {
    guard case .table(let row) = self, case .string(let code)? = row["code"] else { return nil }
    return (code, row)
  }

  /// As a sentence quotes it.
  fileprivate var words: String {
    switch self {
    case .string(let text): text.contains(" ") ? "“\(text)”" : text
    case .integer(let number): String(number)
    case .boolean(let value): value ? "yes" : "no"
    case .day(let day): day.iso
    case .list(let nodes): nodes.isEmpty ? "nothing" : nodes.map(\.words).joined(separator: ", ")
    case .table(let entries):
      entries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }.joined(separator: ", ")
    case .unused(let kind): kind
    }
  }
}
