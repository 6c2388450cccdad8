import CSQLite

/// Asks now and then whether a long statement should go on.
final class ProgressHandler {
  let goesOn: () -> Bool

  init(_ goesOn: @escaping () -> Bool) { self.goesOn = goesOn }
}

extension Connection {
  /// Runs `body`; `goesOn` is asked every few milliseconds of work, and when it says false the statement that
  /// runs fails with an `SQLError` of kind `interrupted`.
  public func whileAsking<Result>(_ goesOn: @escaping () -> Bool, _ body: () throws -> Result) rethrows
    -> Result
  {
    let handler = ProgressHandler(goesOn)
    progress = handler
    sqlite3_progress_handler(
      handle, 100_000,
      { context in
        guard let context else { return 0 }
        return Unmanaged<ProgressHandler>.fromOpaque(context).takeUnretainedValue().goesOn() ? 0 : 1
      },
      Unmanaged.passUnretained(handler).toOpaque())
    defer {
      sqlite3_progress_handler(handle, 0, nil, nil)
      progress = nil
    }
    return try body()
  }
}
