extension LedgerError: CustomStringConvertible {
  /// The sentence.
  public var description: String {
    switch self {
    case .notALedger(let path):
      "\(path) is not a kept database. It was left as it is. Name another file with --database."
    case .newerSchema(let path):
      "\(path) was written by a newer version of kept. It was left as it is. Install that version to open it."
    case .networkFileSystem(let path):
      "\(path) is on a network file system, where locks do not hold. Nothing was written. Keep the database on a "
        + "local disk."
    case .cannotOpen(let path, let reason):
      "Could not open \(path): \(reason). Nothing was changed. Check the path and its permissions."
    case .setting(let name):
      "The database did not accept the setting \(name), which safe saving depends on. Nothing was written."
    case .replaced(let path):
      "\(path) was replaced by another file while it was open. Nothing was written. Close and start again."
    case .notABackup(let path):
      "\(path) is not a backup. It was left as it is and no backup was made. Name another file."
    case .busy(let doing):
      "Could not \(doing): another session holds the database. Nothing was changed. Try again."
    case .full(let doing):
      "Could not \(doing): the disk is full. Everything saved before is kept. Free some space and try again."
    case .readOnly(let doing):
      "Could not \(doing): the database cannot be written. Everything saved before is kept. Check its permissions."
    case .database(let doing, let reason):
      "Could not \(doing): \(reason). Everything saved before is kept. Run kept verify before you go on."
    case .stale:
      "The account was changed since you opened it. Nothing was saved and your form is kept. Look at what is new "
        + "and save again."
    case .unknownAccount:
      "There is no such account in the books."
    case .cannotTakeBack(let entry, let reason):
      "Entry \(entry.rawValue) cannot be taken back: \(reason). Nothing was changed."
    case .money(let error, let doing):
      "Could not \(doing): \(error) Nothing was changed."
    case .unreadable(let what):
      "This version cannot read \(what). Nothing was changed. Install the newest version of kept."
    case .cancelled(let doing):
      "Stopped on request: could not \(doing). Nothing was changed."
    }
  }
}
