import ArgumentParser
import Glibc

extension Kept {
  /// Runs the program on its arguments and ends it.
  public static func start() -> Never {
    // A closed pipe or a full file is an error to handle, not a reason to die in the middle of a write.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard let failure = CommandFailure(cause: error) else { exit(withError: error) }
      StandardOutput.say(failure.sentence)
      Glibc.exit(failure.code.rawValue)
    }
    Glibc.exit(EXIT_SUCCESS)
  }
}
