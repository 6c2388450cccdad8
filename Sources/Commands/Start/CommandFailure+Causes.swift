import ArgumentParser
import Ledger
import Receivables
import Settings

extension CommandFailure {
  /// The failure behind an error of the layers below; nil for one that is not theirs.
  init?(cause: any Error) {
    switch cause {
    case let failure as CommandFailure: self = failure
    case let error as LedgerError: self.init(error.description, error.exitCode)
    case let error as SettingsError: self.init(error.description, .configuration)
    case let problem as CallProblem: self.init("Nothing was recorded. " + problem.sentence, .badData)
    case let error as MoneyError: self.init(error.description, .badData)
    default: return nil
    }
  }
}

extension LedgerError {
  fileprivate var exitCode: ExitCode {
    switch self {
    case .busy, .stale, .cancelled: .busy
    case .notALedger, .notABackup, .anotherBook, .newerSchema, .unknownAccount, .cannotTakeBack, .money,
      .unreadable:
      .badData
    default: .inputOutput
    }
  }
}
