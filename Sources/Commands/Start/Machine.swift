import Glibc
import Ledger
import Receivables

/// What the operating system says about who, where and when.
enum Machine {
  /// The user that runs the program, never typed: the actor of every journal entry.
  static var user: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return String(getuid()) }
    return String(cString: name)
  }

  /// The machine's name.
  static var host: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "unknown" }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The calendar day on the wall.
  static var today: CalendarDay {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return CalendarDay(
      year: Int(local.tm_year) + 1_900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? CalendarDay(number: Int(seconds / 86_400))
  }

  /// True UTC.
  static var now: Instant {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    return Instant(milliseconds: Int64(moment.tv_sec) * 1_000 + Int64(moment.tv_nsec) / 1_000_000)
  }

  /// Who writes, here and now.
  static var signature: Signature { Signature(at: now, actor: user, host: host, groups: groups) }

  /// The groups that the user is in.
  static let groups: Set<String> = {
    var count = getgroups(0, nil)
    guard count >= 0 else { return [] }
    var ids = [gid_t](repeating: 0, count: Int(count))
    count = getgroups(count, &ids)
    let all = [getegid()] + ids.prefix(max(Int(count), 0))
    return Set(all.compactMap { getgrgid($0).map { String(cString: $0.pointee.gr_name) } })
  }()

  /// Seconds east of UTC on the wall.
  static var localOffset: Int {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return local.tm_gmtoff
  }

  /// A variable of the environment; nil when unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

/// Where the program keeps its files (XDG Base Directory Specification 0.8).
enum Places {
  /// The ledger that is opened when nobody names one.
  static var database: String { data + "/book.kept" }

  /// The demo book.
  static var demo: String { data + "/demo.kept" }

  /// A policy of the user's own; used in place of the shipped one when it is there.
  static var policy: String { directory("XDG_CONFIG_HOME", below: "/.config") + "/policy.toml" }

  /// Where somebody keeps forms of exports of their own.
  static var presets: String { directory("XDG_CONFIG_HOME", below: "/.config") + "/presets" }

  /// How the workbench looked when it was left.
  static var preferences: String { state + "/workbench" }

  /// What the program keeps from one start to the next.
  static var state: String { directory("XDG_STATE_HOME", below: "/.local/state") }

  private static var data: String { directory("XDG_DATA_HOME", below: "/.local/share") }

  private static func directory(_ variable: String, below fallback: String) -> String {
    // The specification tells to ignore a relative path.
    if let base = Machine.variable(variable), base.hasPrefix("/") { return base + "/kept" }
    return (Machine.variable("HOME") ?? "") + fallback + "/kept"
  }
}

/// Reads small text files whole.
enum TextFile {
  /// Bytes of the largest file that is read as one text.
  private static let most = 4_000_000

  /// Whether there is anything at `path`: also a link that leads nowhere, and what may not be looked at. Who put it there
  /// means it to count.
  static func exists(_ path: String) -> Bool {
    var found = stat()
    return lstat(path, &found) == 0 || (errno != ENOENT && errno != ENOTDIR)
  }

  /// The text of the file. Throws `CommandFailure` when it cannot be read, is no plain file, is too large or is not UTF-8.
  static func read(_ path: String) throws(CommandFailure) -> String {
    // Without waiting: a pipe that nobody writes to would keep the program for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0, let file = fdopen(descriptor, "r") else { throw unreadable(path) }
    defer { fclose(file) }
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { throw unreadable(path) }
    guard found.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure("\(path) is no plain file. Save the text to one and name that.", .configuration)
    }
    guard found.st_size <= most else {
      throw CommandFailure("\(path) has \(found.st_size) bytes; \(most) are read at most.", .configuration)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= most {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes.append(contentsOf: chunk[..<count])
      if count < chunk.count { break }
    }
    guard ferror(file) == 0 else { throw unreadable(path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("\(path) is not UTF-8 text. Save it as UTF-8 and try again.", .configuration)
    }
    return text
  }

  /// Makes the directories above `path`, for the user alone, as far as they are missing.
  static func makeDirectory(of path: String) {
    var directory = ""
    for part in path.split(separator: "/").dropLast() {
      directory += "/" + part
      mkdir(directory, 0o700)
    }
  }

  /// Puts a text in the place of what is at `path`, whole or not at all, and makes the directory for it. Throws
  /// `CommandFailure` when it cannot.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    makeDirectory(of: path)
    let next = path + ".next"
    guard let file = fopen(next, "we") else { throw unwritable(path) }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count, rename(next, path) == 0 else {
      unlink(next)
      throw unwritable(path)
    }
  }

  private static func unwritable(_ path: String) -> CommandFailure {
    CommandFailure("Could not write \(path): \(String(cString: strerror(errno))).", .inputOutput)
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure("Could not read \(path): \(String(cString: strerror(errno))).", .inputOutput)
  }
}

/// A directory for a book that is gone afterwards.
final class ScratchPlace {
  /// Where a book can be made.
  let database: String
  private let directory: String

  /// Makes the directory; `purpose` is part of its name. Throws `CommandFailure`.
  init(_ purpose: String, book: String = "book.kept") throws(CommandFailure) {
    var template = Array("/tmp/kept-\(purpose)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CommandFailure(
        "Could not make a directory in /tmp: \(String(cString: strerror(errno))).", .inputOutput)
    }
    directory = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    database = directory + "/" + book
  }

  deinit {
    for suffix in ["", "-wal", "-shm", "-gate"] { unlink(database + suffix) }
    rmdir(directory)
  }
}
