import Receivables
import SQLEngine

extension LedgerError {
  /// Runs `body` and turns whatever it throws into the sentence for somebody who wanted to `doing`.
  static func wrapping<Result>(
    _ doing: String, _ body: () throws -> Result
  ) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch let error as LedgerError {
      throw error
    } catch let error as SQLError {
      throw LedgerError(error, doing: doing)
    } catch let error as MoneyError {
      throw .money(error, doing: doing)
    } catch {
      throw .database(doing: doing, reason: "\(error)")
    }
  }

  init(_ error: SQLError, doing: String) {
    switch error.kind {
    case .busy: self = .busy(doing: doing)
    case .full: self = .full(doing: doing)
    case .readOnly: self = .readOnly(doing: doing)
    case .interrupted: self = .cancelled(doing: doing)
    case .cannotOpen, .notADatabase, .corrupt, .io, .constraint, .other:
      self = .database(doing: doing, reason: error.description)
    }
  }
}
