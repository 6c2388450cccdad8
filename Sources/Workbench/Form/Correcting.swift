import Receivables

/// The entry that a form corrects, with the account as last read. The form is read against the account as it was when
/// that entry was made.
struct Correcting: Sendable {
  let entry: CorrectedEntry
  /// With everything that was written since.
  let file: AccountFile

  /// Why it is corrected, in small forms.
  static let because = Asked.words(
    "because", "Corrected", hint: "why it is corrected", missing: "Say why it is corrected.")

  /// Throws `PictureProblem` when it may not be corrected, or not any more.
  init(_ number: EntryNumber, in file: AccountFile, _ sitting: Sitting) throws(PictureProblem) {
    do {
      entry = try CorrectedEntry(number, in: file, by: sitting.collector, policy: sitting.policy)
    } catch {
      throw PictureProblem(sentence: error.sentence)
    }
    self.file = file
  }

  /// The account as it was then. Throws `PictureProblem`.
  func picture(_ sitting: Sitting) throws(PictureProblem) -> AccountPicture {
    do {
      return try AccountPicture(of: entry.before(file), policy: sitting.policy, asOf: entry.day)
    } catch {
      throw PictureProblem(sentence: "\(file.customer.title.shortened(to: 50)) cannot be shown: \(error)")
    }
  }

  /// What is corrected: `"corrects entry 12 of Mon 23 Nov"`.
  var words: String { "corrects entry \(entry.number.rawValue) of \(entry.day.brief)" }
}
