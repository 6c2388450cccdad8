import Interchange
import Receivables

/// What a person wants of an import beyond the file itself.
struct ImportWishes {
  var asOf: CalendarDay?
  var dateOrder: DateOrder?
  var decimalMark: DecimalMark?
  var currency: Currency?
  var dryRun = false
  var map = false
  var yes = false
  /// Whether there is somebody at a plain terminal to answer questions.
  var canAsk = false
  /// Hears which step is how far, 0 to 1, and says whether to go on.
  var progress: (_ step: String, _ share: Double) -> Bool
}
