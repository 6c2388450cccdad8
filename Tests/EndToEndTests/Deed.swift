import PseudoTerminal
import Testing

/// What is under way when the program is killed. Each is checked in its own way before it is written.
enum Deed: CaseIterable, Sendable {
  case call, correction, proposal, approval, disputeChange, person, paymentRun, policy

  /// Brings a book to where it can be done, with an open dispute there already.
  func prepare(_ book: Book, _ account: String) throws {
    guard self == .proposal || self == .approval else { return }
    // Refused where nothing is open.
    _ = try book.run("escalate", account, "--state", "declined", "--note", "over", "--collector", "alex")
    guard self == .approval else { return }
    let proposed = try book.run("escalate", account, "--note", "no answer", "--collector", "alex")
    try #require(proposed.status == 0, "\(proposed.said)")
  }

  /// Types it, with a text of its own, up to the key that saves it. The queue shows that account alone, with a call on top
  /// of its story.
  func type(_ text: String, about account: String, on kept: TerminalProcess) throws {
    func form(_ key: String, _ title: String, _ typed: String) throws {
      kept.send(key)
      try kept.see("\(title) \(account)")
      kept.send(typed + text)
    }
    switch self {
    case .call:
      try form("c", "Call", "V")
      try kept.see("left voicemail")
    case .correction:
      kept.send(TerminalProcess.enter)
      try kept.see("esc back")
      kept.send("\t")
      try kept.see("C correct")
      // The note, then back to why it is corrected.
      try form("C", "Correct a call of", "\u{15}")
      kept.send("\u{1B}[Z" + "misheard")
      try kept.see("misheard")
    case .proposal:
      try form("E", "Escalate", "\t\t\t\t")
      try kept.see("is proposed")
    case .approval:
      try form("E", "Escalate", "\t\t\t\t")
      try kept.see("is approved")
    case .disputeChange: try form("d", "Dispute of", "\t\t\t\t\t\t")
    case .person: try form("e", "Person at", "\t")
    case .paymentRun: try form("p", "Payment run of", "thu\t\t\t")
    case .policy: preconditionFailure("no form adopts a policy")
    }
    try kept.see(text)
    try #require(!kept.screen.text.contains("Saved \(account)"))
  }
}
