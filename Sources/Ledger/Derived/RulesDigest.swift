import Crypto
import Receivables

/// Names the rules by which rows were derived: the policy, and the form of the derivation itself. When it is not the
/// one that was stored, every row is derived again.
struct RulesDigest {
  let text: String

  /// Counted up with every change to the derivation that changes its results.
  private static let form = 1

  init(of policy: Policy) {
    var hasher = FieldHasher(domain: 3)
    hasher.add(Int64(Self.form))
    hasher.add(Self.description(of: policy))
    text = JournalHead(count: 0, bytes: hasher.finish()).hash
  }

  /// Every stored property by name, so that a property that the policy gains is part of it without anybody thinking
  /// of it here. Sets and dictionaries have no order of their own: theirs is sorted.
  private static func description(of value: Any) -> String {
    // Most values are one of these two, and a mirror of them would cost each start more than reading the policy.
    if let text = value as? String { return text }
    if let number = value as? Int { return String(number) }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return String(describing: value) }
    var parts = mirror.children.map { child in (child.label ?? "") + ":" + description(of: child.value) }
    if mirror.displayStyle == .set || mirror.displayStyle == .dictionary { parts.sort() }
    return "(" + parts.joined(separator: ",") + ")"
  }
}
