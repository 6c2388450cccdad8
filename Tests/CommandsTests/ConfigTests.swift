import Settings
import Testing

@Suite("kept config")
struct ConfigTests {
  let home: Home

  init() throws { home = try Home() }

  @Test("The shipped policy is printed as it is and passes its own check")
  func shipped() throws {
    let printed = try ProgramRun(["policy", "show"], in: home)
    #expect(printed.output == PolicyFile.shippedText)
    let path = try home.write(printed.output, to: "mine.toml")
    #expect(try ProgramRun(["policy", "check", path], in: home).status == 0)
  }

  @Test(
    "A policy of the user's own is what a new book adopts, and is only offered to one that has adopted another"
  )
  func own() throws {
    let text = PolicyFile.shippedText + "\nSEK = \"0.095\"\n"
    let path = try home.write(text, to: ".config/kept/policy.toml")
    let run = try ProgramRun(["config", "--format", "csv"], in: home)
    let digest = PolicyFile.digest(of: text)
    #expect(run.output.contains("\npolicy_offered,\(path)\n"))
    #expect(run.output.contains("\npolicy_digest,\(digest)\n"))
    _ = try ProgramRun(["import", home.write("Customer No,Customer Name\n1,A\n", to: "c.csv")], in: home)
    #expect(try ProgramRun(["policy", "show"], in: home).output == text)
    let shipped = try home.write(PolicyFile.shippedText, to: ".config/kept/policy.toml")
    let other = try ProgramRun(["config", "--format", "csv"], in: home)
    #expect(other.output.contains("\npolicy_digest,\(digest)\n"), "\(other.output)")
    #expect(
      other.output.contains("\npolicy_offered_digest,\(PolicyFile.digest(of: PolicyFile.shippedText))\n"))
    #expect(try ProgramRun(["policy", "apply", shipped], in: home).status == 0)
    #expect(try ProgramRun(["policy", "show"], in: home).output == PolicyFile.shippedText)
    #expect(try ProgramRun(["verify"], in: home).output.contains("Journal head: 3 "))
  }

  @Test("the manual's way to a policy of one's own works, and a head is an anchor as it was printed")
  func recipe() throws {
    let line = """
      mkdir -p ~/.config/kept && $KEPT policy show > ~/.config/kept/policy.toml \
      && $KEPT policy check ~/.config/kept/policy.toml && $KEPT demo --database b.kept > /dev/null \
      && $KEPT verify --database b.kept --anchor "$($KEPT verify --database b.kept | tail -1)"
      """
    let run = try ProgramRun(shell: "cd && " + line, in: home)
    #expect(run.status == 0, "\(run.said)")
    #expect(run.output.contains("is a sound policy."))
    #expect(run.output.contains("The book is sound."))
  }

  @Test(
    "A policy that is there and cannot be read is an error, never the shipped one in its place",
    arguments: [
      ("ln -s nowhere policy.toml", 74, "No such file or directory"),
      ("ln -s policy.toml policy.toml", 74, "Too many levels of symbolic links"),
      ("mkfifo policy.toml", 78, "is no plain file"),
      ("mkdir policy.toml", 78, "is no plain file"),
      ("head -c 5000000 /dev/zero > policy.toml", 78, "has 5000000 bytes"),
      ("printf 'currency = \"\\377\"' > policy.toml", 78, "is not UTF-8"),
    ])
  func unreadable(making: String, status: Int, reason: String) throws {
    let place = "mkdir -p ~/.config/kept && cd ~/.config/kept && \(making)"
    for command in ["$KEPT policy check policy.toml", "$KEPT demo --customers 3"] {
      let run = try ProgramRun(
        shell: "cd && (\(place)) && cd ~/.config/kept && \(command); r=$?; rm -r ~/.config; exit $r", in: home
      )
      #expect(run.status == status && run.said.contains(reason), "\(command): \(run.status) \(run.said)")
    }
  }

  @Test("The demo book goes where KEPT_DATABASE says, and names who works in it")
  func demo() throws {
    let run = try ProgramRun(
      shell: "cd && KEPT_DATABASE=d.kept $KEPT demo --customers 5 && ls d.kept", in: home)
    #expect(run.status == 0)
    #expect(run.output == "d.kept\n")
    #expect(run.said.contains("--database d.kept --collector alex") && run.said.contains("--collector sam"))
  }

  @Test("Options come before or after the command; they win over the environment")
  func precedence() throws {
    for line in ["$KEPT --today 2026-11-28 config", "$KEPT config --today 2026-11-28"] {
      let run = try ProgramRun(shell: "KEPT_DATABASE=/e/book.kept \(line) --format csv", in: home)
      #expect(run.output.contains("\ntoday,2026-11-28\n"))
      #expect(run.output.contains("\ndatabase,/e/book.kept\n"))
    }
    let standard = try ProgramRun(["config", "--format", "csv"], in: home).output
    #expect(standard.contains("\ntoday,2026-11-27\n"))
    #expect(standard.contains("\ndatabase,\(home.path)/.local/share/kept/book.kept\n"))
  }

  @Test(
    "Every command explains itself",
    arguments: [
      "queue", "account", "aging", "promises", "log", "import", "verify", "backup", "config", "policy",
      "keys",
    ])
  func help(command: String) throws {
    let run = try ProgramRun([command, "--help"], in: home)
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: kept \(command) "))
  }

  @Test("XDG directories are honoured when they are absolute")
  func directories() throws {
    let line = "XDG_DATA_HOME=/data XDG_CONFIG_HOME=relative $KEPT config --format csv"
    let output = try ProgramRun(shell: line, in: home).output
    #expect(output.contains("\ndatabase,/data/kept/book.kept\n"))
    #expect(output.contains("\npolicy_place,\(home.path)/.config/kept/policy.toml\n"))
  }
}
