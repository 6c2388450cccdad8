/// An issued invoice as of a day: what is open, how old it is and which parts are not to be collected.
struct InvoicePosition {
  let invoice: Invoice
  /// Original less everything applied, minor units.
  var open: Int64
  /// Index of the last application to it; −1 without one.
  var lastApplication = -1
  /// When it was last brought to zero, while it still is.
  var clearedOn: CalendarDay?
  /// Whether money, rather than a credit note or a write-off, brought it to zero.
  var isClearedByMoney = false
  var isPastDue = false
  var bucket = 0
  var disputed: Int64 = 0
  var planned: Int64 = 0
  var promised: Int64 = 0
  /// How high promises on it have risen.
  var promiseLevel = 0

  init(_ invoice: Invoice) {
    self.invoice = invoice
    open = invoice.original.minor
  }

  /// What is left of `open` after the slices; zero when nothing is open.
  var collectable: Int64 { max(open, 0) - disputed - planned - promised }

  /// Takes `amount` applied on `day` off what is open.
  mutating func apply(_ application: Application) throws(MoneyError) {
    let wasOpen = open > 0
    open = try open.subtractingChecked(application.amount)
    if open > 0 {
      clearedOn = nil
    } else if wasOpen {
      clearedOn = application.dated
      isClearedByMoney = application.isMoney
    }
  }

  /// Adds up to `amount` to `slice`, no more than is collectable, and returns what was added.
  mutating func take(_ amount: Int64, as slice: WritableKeyPath<InvoicePosition, Int64>) -> Int64 {
    let taken = max(min(amount, collectable), 0)
    self[keyPath: slice] += taken
    return taken
  }
}
