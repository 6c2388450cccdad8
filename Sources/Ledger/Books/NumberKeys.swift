import Receivables
import SQLEngine

/// The keys by which accounts are found, made of their numbers.
enum NumberKeys {
  /// The key of an account whose number only differs in leading zeros from that of another one, which has the usual key:
  /// `"=0012"`.
  static func spelled(_ number: String) -> String { "=" + number }

  /// Makes the keys anew that an earlier version made in another way. Where a number then is the same as another one,
  /// which the book has as two, the one that has the key keeps it, else the first gets it; the other one stays what it
  /// was, with the key that it had. Throws `SQLError`.
  static func fold(on connection: Connection) throws {
    // All other keys are what every version makes of their number.
    let odd = try connection.all(
      "select id, number, number_key from account where number_key glob '*[^!-~]*' order by id"
    ) { (id: $0.int64(0), number: $0.text(1), key: $0.text(2)) }
    for row in odd {
      let key = DocumentKey(row.number).text
      // Texts are compared as the database does, byte by byte.
      guard !key.utf8.elementsEqual(row.key.utf8) else { continue }
      try connection.run("update or ignore account set number_key = $2 where id = $1", row.id, key)
    }
  }
}
