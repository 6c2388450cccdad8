import Foundation
import Testing

/// A home with a book of which every name, note and file name holds what must not reach a terminal, and so does its policy.
struct HostileBook {
  let home: Home

  /// Everything that moves a cursor, changes what shows, or hides: C0, DEL, C1, marks of direction, joiners, tags, line and
  /// paragraph separators.
  static let scalars: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{8}", "\r", "\u{7F}", "\u{85}", "\u{9B}", "\u{9D}", "\u{61C}", "\u{200B}",
    "\u{200F}", "\u{202E}",
    "\u{2028}", "\u{2029}", "\u{2066}", "\u{FEFF}", "\u{AD}", "\u{E0041}",
  ]

  /// All of them, each between letters.
  static let bad = "b" + String(String.UnicodeScalarView(scalars.flatMap { [$0, "x"] }))

  init() throws {
    home = try Home()
    let heading =
      "Customer No,Customer Name,Collector,Contact,Phone,Email,Invoice No,Reference,Invoice Date,Due Date,Amount,Currency\n"
    func rows(_ invoice: String) -> String {
      ["1001", "N\(Self.bad)"].map { number in
        "\"\(number)\",\"=\(Self.bad)\",\"\(Self.bad)\",\"\(Self.bad)\",\"1\(Self.bad)\",\"a@\(Self.bad)\",\"\(invoice)\(Self.bad)\","
          + "\"\(Self.bad)\",2026-08-01,2026-09-01,1000.00,USD\n"
      }.joined()
    }
    _ = try home.write(heading + rows("A"), to: "old\(Self.bad).csv")
    _ = try home.write(heading + rows("B"), to: "new\(Self.bad).csv")
    _ = try home.write(
      heading + "1003,\"\(Self.bad)\",,,,,\"\(Self.bad)\",,2026-08-01,2026-09-01,\"1\(Self.bad)\",USD\n",
      to: "faulty\(Self.bad).csv")
    _ = try home.write(
      ":20:1\r\n:25:DE02120300000000202051\r\n:28C:1\r\n:60F:C261101EUR0,00\r\n:61:2611161116C5,00NTRFNONREF\r\n"
        + ":86:A1\(Self.bad)\r\n:62F:C261116EUR5,00\r\n-\r\n", to: "bank\(Self.bad).sta")
    _ = try home.write(Self.bad, to: "bad")
    _ = try home.write(
      "today 2026-11-27\nkeys v end enter enter\nshow \(Self.bad)\nkeys c\nshow\n", to: "script.keys")
    let shipped = try run("policy show --shipped 2>&-").output
    // What a TOML text may hold as it is.
    let mild = Self.bad.unicodeScalars.filter { $0.value >= 0x80 }
    let policy = shipped.replacingOccurrences(of: "\"no answer\"", with: "\"no answer \(String(mild))\"")
    try #require(policy != shipped)
    _ = try home.write(policy, to: "policy.toml")
    _ = try home.write(policy + "\n\"x\(String(mild))\" = 1\n", to: "faulty\(Self.bad).toml")
    for line in [
      "import \"old$BAD.csv\"",
      "log 1001 --result PP --date fri --who \"$BAD\" --note \"$BAD\"",
      "log 1001 --result DI --amount 100 --dispute-reason price --invoice \"A$BAD\" --who \"$BAD\" --note \"$BAD\"",
    ] {
      let run = try run(line)
      try #require(run.status == 0, "\(line): \(run.said)\(run.output)")
    }
  }

  /// Runs `line` as a shell does, in the home, with the book there.
  func run(_ line: String, to output: String = "") throws -> ProgramRun {
    try ProgramRun(
      shell: "cd \"$HOME\"; export KEPT_DATABASE=book.kept BAD; BAD=$(cat bad); \"$KEPT\" \(line) \(output)",
      in: home)
  }
}
