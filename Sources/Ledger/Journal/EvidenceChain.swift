import Receivables
import SQLEngine

/// How entries are bound to each other: each carries the hash of the one before, so that nothing can be changed,
/// removed or put in between without a break that `verify` finds. docs/JOURNAL.md tells the form.
///
/// Fields are hashed with their lengths, so that no two rows give the same bytes. The body is hashed on its own with
/// a salt: it can be erased by law, salt and all, and the chain still holds. Beside it stands what an erasure would leave
/// of it, so that what is left is as provable as the whole was.
enum EvidenceChain {
  /// The form that this version writes. Form 2 is not bound to what an erasure leaves.
  static let format = 3

  /// What a hash is made of besides the hash before it. The account is named in the body, by its number.
  struct Link {
    var number: Int64
    var action: String
    var recorded: Int64
    var day: Int
    var actor: String
    var host: String
    var collector: String
    var format: Int
    var policy: String
    var kind: String
    var bodyDigest: [UInt8]
  }

  /// What the first entry follows.
  static let beginning = [UInt8](repeating: 0, count: 32)

  /// What a link of this version's form holds of a body.
  static func digest(of body: String, salt: [UInt8]) -> [UInt8] {
    digest(ofLeft: EntryBody.left(of: body), whole: digest(ofWhole: body, salt: salt))
  }

  /// What a link of a form holds of a body; nil for a form of a later version.
  static func digest(of body: String, salt: [UInt8], format: Int) -> [UInt8]? {
    switch format {
    case 2: digest(ofWhole: body, salt: salt)
    case 3: digest(of: body, salt: salt)
    default: nil
    }
  }

  /// SHA-256 over salt and body text.
  static func digest(ofWhole body: String, salt: [UInt8]) -> [UInt8] {
    var hasher = FieldHasher(domain: 1)
    hasher.add(salt)
    hasher.add(body)
    return hasher.finish()
  }

  /// SHA-256 over what an erasure leaves of a body, and the digest of the whole.
  static func digest(ofLeft left: String, whole: [UInt8]) -> [UInt8] {
    var hasher = FieldHasher(domain: 6)
    hasher.add(left)
    hasher.add(whole)
    return hasher.finish()
  }

  /// SHA-256 over the body that an erasure put in the place of another.
  static func digest(ofErased body: String) -> [UInt8] {
    var hasher = FieldHasher(domain: 5)
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
    hasher.add(Int64(link.format))
    hasher.add(link.policy)
    hasher.add(link.kind)
    hasher.add(link.bodyDigest)
    hasher.add(previous)
    return hasher.finish()
  }
}

extension EvidenceChain {
  /// The body that stands in the place of one that an erasure took out: that it did, and what is left. What could not be
  /// read may hold anything anywhere: nothing of it stays.
  static func erased(
    _ body: String, salt: [UInt8], format: Int, by erasure: EntryNumber
  ) -> String {
    let digest = format == 2 ? nil : digest(ofWhole: body, salt: salt).hexadecimal
    let mark = EntryBody(ErasedText(by: erasure, digest: digest)).text
    let text = mark + "\n" + EntryBody.left(of: body)
    return EntryBody(stored: text).unreadable == nil ? text : mark
  }

  /// What a link of a form held of a body before `mark` and what is left took its place; nil where the form says nothing
  /// of what is left, or is one of a later version.
  static func digest(ofErased body: String, _ mark: ErasedText, format: Int) -> [UInt8]? {
    guard format == 3 else { return nil }
    let begin = EntryBody(mark).text + "\n"
    guard body.hasPrefix(begin) else { return [] }
    let left = String(decoding: body.utf8.dropFirst(begin.utf8.count), as: UTF8.self)
    return digest(ofLeft: left, whole: Array(hexadecimal: mark.digest ?? ""))
  }
}

/// The last entry of a journal and its hash. Kept outside the file it is an anchor: a journal that was cut or written
/// anew behind it no longer matches.
public struct JournalHead: Hashable, Sendable {
  /// Entries in the journal.
  public let count: Int64
  /// The last hash in hexadecimal digits; zeros for an empty journal.
  public let hash: String

  /// A head as printed.
  public init(count: Int64, hash: String) {
    self.count = count
    self.hash = hash
  }

  init(count: Int64, bytes: [UInt8]) {
    self.init(count: count, hash: bytes.hexadecimal)
  }

  /// The hash itself; nothing where it is none.
  var bytes: [UInt8] { Array(hexadecimal: hash) }
}

extension JournalHead: CustomStringConvertible {
  /// `"812 3f9a…"`, what is printed on reports and read back by `init(text:)`.
  public var description: String { "\(count) \(hash)" }

  /// A head as `description` prints it; nil for anything else.
  public init?(text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int64(parts[0]), count >= 0, parts[1].utf8.count == 64,
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
    else { return nil }
    self.init(count: count, hash: parts[1].lowercased())
  }
}
