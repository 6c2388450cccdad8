import Receivables

extension PromiseState {
  /// The state as machine formats tell it: a promise in its grace days is still open, and a column says so.
  var machineName: String { self == .inGrace ? PromiseState.open.rawValue : rawValue }
}
