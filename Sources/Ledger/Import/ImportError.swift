public import Receivables

/// Why an import stored nothing although the ledger is well.
public enum ImportError: Error, Hashable, Sendable {
  /// Lines contradict each other or the book.
  case refused([Refusal])
  /// A snapshot lacks more of the open invoices than the policy lets pass unasked.
  case shrinks(closing: Int, of: Int)
}
