import Glibc

/// A file's bytes where the operating system has them, without a copy.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer
  private let length: Int

  /// Throws `CommandFailure` when the file cannot be read.
  init(_ path: String) throws(CommandFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandFailure("\(path) is not a file. Name a file that was exported as CSV.", .inputOutput)
    }
    length = Int(status.st_size)
    guard length > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw Self.unreadable(path)
    }
    madvise(start, length, MADV_SEQUENTIAL)
    bytes = UnsafeRawBufferPointer(start: start, count: length)
  }

  /// Gives back the memory in which the bytes are; they come again when they are read.
  func letGo() {
    if let start = bytes.baseAddress {
      madvise(UnsafeMutableRawPointer(mutating: start), length, MADV_DONTNEED)
    }
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), length) }
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure("Could not read \(path): \(String(cString: strerror(errno))).", .inputOutput)
  }
}
