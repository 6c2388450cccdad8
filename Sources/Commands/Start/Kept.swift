public import ArgumentParser
import Glibc
import Receivables

/// The program. Without a subcommand it opens the workbench.
public struct Kept: ParsableCommand {
  /// Its name, its words and its subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "kept",
    abstract:
      "The collector's workbench: who to call, what they said, what they promised, and whether they kept it.",
    version: "0.1.0",
    subcommands: [
      WorkbenchCommand.self, QueueCommand.self, AccountCommand.self, AgingCommand.self, PromisesCommand.self,
      CalendarCommand.self,
      DisputesCommand.self, EscalationsCommand.self, CreditCommand.self,
      LogCommand.self, DisputeCommand.self, EscalateCommand.self, HoldCommand.self, ContactCommand.self,
      PaymentRunCommand.self, CustomersCommand.self, RelateCommand.self, EraseCommand.self,
      ImportCommand.self, ImportsCommand.self, BankCommand.self, VerifyCommand.self, BackupCommand.self,
      AnchorCommand.self,
      SalvageCommand.self, DemoCommand.self, ReplayCommand.self,
      KeysCommand.self, PolicyCommand.self, ConfigCommand.self,
    ], defaultSubcommand: WorkbenchCommand.self)

  @OptionGroup var options: GlobalOptions

  /// For the parser.
  public init() {}
}

/// The workbench: what `kept` opens without the name of a command.
struct WorkbenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbench", abstract: "Open the workbench, as kept does without a command.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var reading: ReadingOptions

  func run() throws {
    var site = try options.site()
    if let day = reading.asOf {
      site.today = day
      site.followsClock = false
      // A day that has come would become that of the book; this one is only looked at.
      site.wall = day.advanced(by: -1)
    }
    try WorkbenchSession(site: site).run()
  }
}

extension Kept {
  /// Runs the program on its arguments and ends it.
  public static func start() -> Never {
    // A closed pipe or a full file is an error to handle, not a reason to die in the middle of a write.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    occupyStandardDescriptors()
    do {
      try runCommand()
    } catch {
      guard let failure = CommandFailure(cause: error) else { exit(withError: error) }
      StandardOutput.say(failure.sentence)
      Glibc.exit(failure.code.rawValue)
    }
    Glibc.exit(EXIT_SUCCESS)
  }

  private static func runCommand() throws {
    do {
      let start = PlainStart(CommandLine.arguments.dropFirst())
      var command: any ParsableCommand = try start.map { WorkbenchCommand($0) } ?? parseAsRoot()
      try command.run()
    } catch  where exitCode(for: error) == .success {
      // The parser would print help and the like without looking whether it can.
      try StandardOutput.write(fullMessage(for: error) + "\n")
    }
  }

  /// A file that is opened gets the lowest free number: where the shell closed the standard output, what is printed
  /// would land in a file of the book.
  private static func occupyStandardDescriptors() {
    var descriptor: Int32
    repeat { descriptor = open("/dev/null", O_RDONLY) } while (0...STDERR_FILENO).contains(descriptor)
    close(descriptor)
  }
}
