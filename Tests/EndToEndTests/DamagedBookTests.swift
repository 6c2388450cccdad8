import Foundation
import SQLEngine
import Testing

/// A file that cannot be read for what stands in it is told, by `verify` as unsound, and is left as it is.
@Suite struct DamagedBookTests {
  /// A copy of a book with nothing beside it, in a directory of its own.
  private func copy(of book: Book) throws -> URL {
    let directory = book.home.appending(path: "alone")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    let copy = directory.appending(path: "copy.kept")
    try #require(try book.run("backup", copy.path).status == 0)
    return copy
  }

  private static func spoil(_ path: URL, _ change: (inout Data) -> Void) throws {
    var bytes = try Data(contentsOf: path)
    change(&bytes)
    try bytes.write(to: path)
  }

  @Test(arguments: [
    ("empty", "is empty: there is no book in it"), ("cut in the middle", "the file is damaged"),
    ("without its beginning", "is not a kept database"), ("another mark", "is not a kept database"),
    ("a version that never was", "it says that its form is number -1"),
  ]) func aFileThatCannotBeReadIsTold(damage: String, sentence: String) throws {
    let book = try Book.demo()
    let copy = try copy(of: book)
    try Self.spoil(copy) { bytes in
      switch damage {
      case "empty": bytes = Data()
      case "cut in the middle": bytes.removeLast(bytes.count / 2)
      case "without its beginning": bytes.replaceSubrange(0..<100, with: Data(count: 100))
      // Of the header: bytes 68 to 71 are application_id, 60 to 63 user_version.
      case "another mark": bytes[70] ^= 1
      default: bytes.replaceSubrange(60..<64, with: Data(repeating: 0xFF, count: 4))
      }
    }
    let before = try Data(contentsOf: copy)
    let verdict = try book.run("verify", "--database", copy.path)
    #expect(verdict.status == 1 && verdict.output.hasPrefix("The book has 1 problem:\n"), "\(verdict)")
    #expect(verdict.output.contains(sentence), "\(verdict.output)")
    for command in [
      ["queue"], ["backup", copy.path + "2"], ["account", "1001"], ["log", "1001", "--result", "NA"],
    ] {
      let run = try book.run(command + ["--database", copy.path])
      #expect(![0, 1].contains(run.status) && run.said.contains(sentence), "\(command): \(run)")
    }
    #expect(try Data(contentsOf: copy) == before)
    let beside = try FileManager.default.contentsOfDirectory(atPath: copy.deletingLastPathComponent().path)
    #expect(!beside.contains { $0.hasSuffix("-gate") } || damage == "cut in the middle", "\(beside)")
  }
}
