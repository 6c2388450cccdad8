import Receivables

/// One invoice of the demo company and what became of it.
struct DemoInvoice {
  var number: String
  var reference: String
  var issued: CalendarDay
  var due: CalendarDay
  /// Minor units of the customer's currency.
  var amount: Int64
  /// The day on which it is paid, also when that is still to come.
  var payday: CalendarDay?
  /// What is paid that day, minor units.
  var paid: Int64
  /// A credit note on it: day and minor units.
  var creditNote: (day: CalendarDay, amount: Int64)?
}
