import Glibc
import TextScreen

extension TerminalSession {
  /// Stops the job as ^Z does in a shell; returns when it is continued, with `.resumed` as the next event.
  public func suspend() {
    runOutside { kill(0, SIGTSTP) }
  }

  /// Runs something that needs the terminal, such as an editor, and takes the terminal back afterwards, with
  /// `.resumed` as the next event.
  public func runOutside(_ body: () -> Void) {
    lend(body)
    queue.append(.resumed)
  }
}
