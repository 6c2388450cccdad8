import ArgumentParser
import Ledger
import Receivables
import Settings

/// Why a command could not do its work: a sentence that says what failed, what was kept and what to do.
struct CommandFailure: Error, Hashable {
  let sentence: String
  let code: ExitCode

  init(_ sentence: String, _ code: ExitCode) {
    self.sentence = sentence
    self.code = code
  }
}

extension CommandFailure: CustomStringConvertible {
  /// The sentence.
  var description: String { sentence }
}

extension CommandFailure {
  /// The failure behind an error of the layers below; nil for one that is not theirs.
  init?(cause: any Error) {
    switch cause {
    case let failure as CommandFailure: self = failure
    case let error as LedgerError: self.init(error.withoutForm, error.exitCode)
    case let error as SettingsError: self.init(error.description, .configuration)
    case let problem as CallProblem: self.init("Nothing was recorded. " + problem.sentence, .badData)
    case let error as MoneyError: self.init(error.description, .badData)
    default: return nil
    }
  }
}

extension LedgerError {
  /// The sentence where nobody has a form open that is kept and could be saved again.
  fileprivate var withoutForm: String {
    switch self {
    case .stale:
      "Somebody else changed the account meanwhile. Nothing was recorded. Look at what is new and run the command again."
    case .otherDay(let day):
      "The book is of \(day.long) now. Nothing was recorded. Look at its days and run the command again."
    case .notReadBack(let found):
      "The entry was not recorded: read back it holds \(found). Nothing was changed."
    case .uncertain(let reason):
      "It is not certain that it was recorded: \(reason). Everything recorded before is kept. Look before you repeat it."
    default: description
    }
  }

  fileprivate var exitCode: ExitCode {
    switch self {
    case .busy, .alreadyFed, .stale, .cancelled: .busy
    case .notALedger, .empty, .damaged, .notABackup, .anotherBook, .newerSchema, .olderForm, .unknownAccount,
      .otherDay, .cannotErase, .otherAction, .beyondSalvage, .inTheWay,
      .lookingElsewhere, .noDay, .notReadBack, .cannotTakeBack, .importStays, .cannotRelate, .nothingToChange,
      .money,
      .unreadable:
      .badData
    case .notAllowed: .notAllowed
    default: .inputOutput
    }
  }
}

/// How the program ends when something stands in the way, after sysexits.h. 64, wrong usage, is the parser's own.
extension ExitCode {
  /// A file or an entry cannot be taken as it is.
  static let badData = ExitCode(65)
  /// The workbench needs a terminal and there is none.
  static let noTerminal = ExitCode(69)
  /// A file cannot be read or written.
  static let inputOutput = ExitCode(74)
  /// Somebody else was faster or is still writing; trying again can help.
  static let busy = ExitCode(75)
  /// The policy of the book leaves it to others.
  static let notAllowed = ExitCode(77)
  /// The policy cannot be used.
  static let configuration = ExitCode(78)
}
