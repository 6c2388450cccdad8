import Glibc

/// Who is inside a write gate, as the operating system knows it.
struct GateHolder {
  /// The number of the process.
  let process: Int32
  /// Whose process it is.
  let user: String

  /// Whoever has locked the file behind `descriptor`; nil when nobody has, or the system does not tell.
  init?(of descriptor: Int32) {
    var gate = stat()
    guard fstat(descriptor, &gate) == 0, let process = Self.process(holding: gate) else { return nil }
    var status = stat()
    guard stat("/proc/\(process)", &status) == 0 else { return nil }
    self.process = process
    user = getpwuid(status.st_uid).map { String(cString: $0.pointee.pw_name) } ?? String(status.st_uid)
  }

  /// Lines are like `2: FLOCK ADVISORY WRITE 18363 fe:00:16220195 0 EOF`; those who wait have an arrow after the colon.
  private static func process(holding gate: stat) -> Int32? {
    guard let stream = fopen("/proc/locks", "re") else { return nil }
    defer { fclose(stream) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, stream) > 0, let text = line.map({ String(cString: $0) }) {
      let fields = text.split(separator: " ")
      guard fields.count > 5, fields[1] == "FLOCK" else { continue }
      let place = fields[5].split(separator: ":")
      guard place.count == 3, place[2] == String(gate.st_ino) else { continue }
      let device = UInt(gate.st_dev)
      let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
      let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
      if UInt(place[0], radix: 16) == major, UInt(place[1], radix: 16) == minor { return Int32(fields[4]) }
    }
    return nil
  }
}

extension GateHolder: CustomStringConvertible {
  /// `"process 18363 of ann"`.
  var description: String { "process \(process) of \(user)" }
}
