import ArgumentParser
import Glibc

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
      var command = try parseAsRoot()
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
