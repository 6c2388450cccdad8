import Glibc
import TextScreen

/// Shows how far an import is when it takes longer than half a second, and hears Ctrl-C.
final class ImportProgress {
  private let files: String
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private var shown = ""

  /// The files are told by the name of the first, without its folder: a line that is wider than the terminal cannot be
  /// taken back.
  init(_ files: [String]) {
    let name = Sanitised.text(of: files.first?.split(separator: "/").last.map(String.init) ?? "")
    let more = files.count > 1 ? " and \(files.count - 1) more" : ""
    self.files = String(name.prefix(40)) + more
    Interruption.listen()
  }

  /// Shows that `share` of a step is done, 0 to 1; false when the person wants to stop.
  func goesOn(_ step: String, _ share: Double) -> Bool {
    if isShown, ContinuousClock.now - start > .milliseconds(500) {
      let text = "\(step) \(files): \(Int(share * 100)) %"
      if text != shown { write("\r\u{1B}[K\(text)") }
      shown = text
    }
    return !Interruption.hasCome
  }

  /// Clears the line.
  func end() {
    if !shown.isEmpty { write("\r\u{1B}[K") }
    Interruption.stopListening()
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Whether Ctrl-C was pressed, or somebody else asked for the end, while a command listens for it.
enum Interruption {
  // Only a signal handler writes it, only the main thread reads it, and it is one machine word.
  nonisolated(unsafe) private static var flag: sig_atomic_t = 0

  static var hasCome: Bool { flag != 0 }

  /// From now on Ctrl-C, or what else is among `signals`, no longer ends the program.
  static func listen(to signals: [Int32] = [SIGINT]) {
    flag = 0
    var wanted = sigset_t()
    sigemptyset(&wanted)
    for number in signals {
      signal(number) { _ in Interruption.flag = 1 }
      sigaddset(&wanted, number)
    }
    // Some programs start others with signals blocked: what goes on for ever could then not be ended.
    pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
  }

  /// They end the program again.
  static func stopListening(to signals: [Int32] = [SIGINT]) {
    for number in signals { signal(number, SIG_DFL) }
  }
}
