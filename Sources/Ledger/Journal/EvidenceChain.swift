import Crypto
import Receivables

/// How entries are bound to each other: each carries the hash of the one before, so that nothing can be changed,
/// removed or put in between without a break that `verify` finds.
///
/// Fields are hashed with their lengths, so that no two rows give the same bytes. The body is hashed on its own with
/// a salt: it can be erased by law, salt and all, and the chain still holds.
enum EvidenceChain {
  /// What a hash is made of besides the hash before it.
  struct Link {
    var number: Int64
    var action: String
    var recorded: Int64
    var day: Int
    var actor: String
    var host: String
    var collector: String
    var account: Int64
    var kind: String
    var bodyDigest: [UInt8]
  }

  /// What the first entry follows.
  static let beginning = [UInt8](repeating: 0, count: 32)

  /// SHA-256 over salt and body text.
  static func digest(of body: String, salt: [UInt8]) -> [UInt8] {
    var hasher = FieldHasher(domain: 1)
    hasher.add(salt)
    hasher.add(body)
    return hasher.finish()
  }

  /// SHA-256 over the link and the hash before it.
  static func hash(_ link: Link, after previous: [UInt8]) -> [UInt8] {
    var hasher = FieldHasher(domain: 2)
    hasher.add(link.number)
    hasher.add(link.action)
    hasher.add(link.recorded)
    hasher.add(Int64(link.day))
    hasher.add(link.actor)
    hasher.add(link.host)
    hasher.add(link.collector)
    hasher.add(link.account)
    hasher.add(link.kind)
    hasher.add(link.bodyDigest)
    hasher.add(previous)
    return hasher.finish()
  }
}
