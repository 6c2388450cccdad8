import Glibc

/// What the handler needs, in plain memory.
struct CrashState {
  var found: termios
  let farewell: UnsafeBufferPointer<UInt8>
  let held: Int32
  let terminal: Int32
}
