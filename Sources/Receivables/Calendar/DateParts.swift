/// The parts of a date as they were written, before an order is put on them.
struct DateParts {
  /// How the parts are to be read.
  enum Form {
    /// Three numbers, the first of four digits.
    case yearFirst
    /// Three numbers whose order is not to be seen; `hasShortYear` when none has four digits.
    case numeric(hasShortYear: Bool)
    /// Day, month and year are known: the month was a word.
    case named
  }

  let form: Form
  let first: Int
  let second: Int
  let third: Int
}
