public import ArgumentParser

/// The program. Without a subcommand it opens the workbench.
public struct Kept: ParsableCommand {
  /// Its name, its words and its subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "kept",
    abstract:
      "The collector's workbench: who to call, what they said, what they promised, and whether they kept it.",
    version: "0.1.0",
    subcommands: [
      QueueCommand.self, AccountCommand.self, AgingCommand.self, PromisesCommand.self, LogCommand.self,
      ImportCommand.self, VerifyCommand.self, BackupCommand.self, DemoCommand.self, ReplayCommand.self,
      KeysCommand.self, ConfigCommand.self,
    ])

  @OptionGroup var options: GlobalOptions

  /// For the parser.
  public init() {}

  /// Opens the workbench.
  public func run() throws {
    try WorkbenchSession(site: try options.site()).run()
  }
}
