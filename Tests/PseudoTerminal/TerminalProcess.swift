import Glibc

/// A program that runs in a terminal of its own, with a test at the keyboard.
///
///     let kept = try TerminalProcess(command: path, arguments: ["--database", file])
///     let start = kept.waitUntil { $0.text.contains("Queue") }
///     kept.send("c")
///     let paint = kept.waitUntil { $0.text.contains("Log a call") }
public final class TerminalProcess {
  private var reader: ScreenReader
  private let master: Int32
  private let process: pid_t
  private var mark = ContinuousClock.now
  private var lastOutput = ContinuousClock.now
  private var status: Int32?
  /// What came while an answer is timed: making a screen of it would delay the reading of what comes next.
  private var unread: [UInt8]?
  /// How many bytes the last answer had that was timed.
  public private(set) var answerSize = 0
  private var isClosed = false
  private var isHungUp = false

  /// Starts a program in a terminal of that size. `TERM` is xterm-256color and the encoding UTF-8 unless
  /// `environment` says otherwise.
  public init(
    command: String, arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    reader = ScreenReader(columns: columns, rows: rows)
    let name: String
    (master, name) = try Self.open(columns: columns, rows: rows)
    do {
      process = try Self.start(command, arguments, environment, on: name)
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if status == nil {
      Glibc.kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if !isHungUp { close(master) }
  }

  /// What it shows, as far as its output has been read by one of the waiting calls.
  public var screen: VirtualScreen { reader.screen }

  /// Types.
  public func send(_ text: String) {
    mark = .now
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        _ = readOutput(within: .milliseconds(10))
      } else {
        return
      }
    }
  }

  /// Pastes as a terminal does when the program has asked for brackets.
  public func paste(_ text: String) { send("\u{1B}[200~" + text + "\u{1B}[201~") }

  /// Reads output until the screen is as wanted; answers the time since the last `send`, or since the start, and nil
  /// if it did not come to that in time.
  public func waitUntil(timeout: Duration = .seconds(30), _ condition: (VirtualScreen) -> Bool) -> Duration? {
    let end = ContinuousClock.now + timeout
    while !condition(reader.screen) {
      guard ContinuousClock.now < end, !isClosed else { return nil }
      _ = readOutput(within: .milliseconds(20))
    }
    return mark.duration(to: .now)
  }

  /// Reads output until none has come for a while; answers when the last of it came, counted from the last `send`, or
  /// from the start.
  @discardableResult public func settle(_ quiet: Duration = .milliseconds(60)) -> Duration {
    while readOutput(within: quiet) {}
    return mark.duration(to: lastOutput)
  }

  /// Reads the answer to what was sent, or the first frame: from its first byte until none has come for a while.
  /// Answers when the last of it came, and nil if nothing came at all.
  public func answer(quiet: Duration, timeout: Duration = .seconds(30)) -> Duration? {
    let end = ContinuousClock.now + timeout
    unread = []
    defer {
      answerSize = unread?.count ?? 0
      reader.read(unread ?? [])
      unread = nil
    }
    while !readOutput(within: .milliseconds(20)) {
      guard ContinuousClock.now < end, !isClosed else { return nil }
    }
    return settle(quiet)
  }

  /// Makes the window another size.
  public func resize(columns: Int, rows: Int) {
    mark = .now
    reader.screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal.
  public func kill(_ signal: Int32) { Glibc.kill(process, signal) }

  /// Closes the terminal while the program runs, as a dropped line does, and waits for its end.
  public func hangUp(timeout: Duration = .seconds(30)) -> Int32? {
    close(master)
    (isClosed, isHungUp) = (true, true)
    return waitForExit(timeout: timeout)
  }

  /// Waits for the end: the exit code, or 128 and the signal's number; nil if it still runs.
  public func waitForExit(timeout: Duration = .seconds(30)) -> Int32? {
    let end = ContinuousClock.now + timeout
    while status == nil, ContinuousClock.now < end {
      var raw: Int32 = 0
      if waitpid(process, &raw, WNOHANG) == process {
        status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + raw & 0x7F
        if !isClosed { settle(.zero) }
      } else if isClosed || !readOutput(within: .milliseconds(10)) {
        usleep(2000)
      }
    }
    return status
  }

  /// Kilobytes of memory that the program has now; 0 when the system does not tell.
  public var memory: Int {
    guard let status = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(status) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), status) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        .split(whereSeparator: \.isWhitespace)
      if words.first == "VmRSS:", words.count > 1 { return Int(words[1]) ?? 0 }
    }
    return 0
  }

  /// Whether the terminal echoes and edits lines, as a shell's does and a full screen's does not.
  public var isCooked: Bool {
    var state = termios()
    return tcgetattr(master, &state) == 0
      && state.c_lflag & tcflag_t(ECHO | ICANON) == tcflag_t(ECHO | ICANON)
  }

  private func readOutput(within wait: Duration) -> Bool {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, Int32(wait / .milliseconds(1))) > 0 else { return false }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(read(master, buffer.baseAddress, buffer.count), 0)
    }
    lastOutput = .now
    if bytes.isEmpty {
      isClosed = true
      return false
    }
    if unread == nil { reader.read(bytes) } else { unread?.append(contentsOf: bytes) }
    return true
  }
}
