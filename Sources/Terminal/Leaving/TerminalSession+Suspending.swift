import Glibc
import TextScreen

extension TerminalSession {
  /// Stops the job as ^Z does in a shell; returns when it is continued, with `.resumed` as the next event. Waits for
  /// `allowSuspension()` after `postponeSuspension()`.
  public func suspend() {
    guard !isSuspensionPostponed else {
      isSuspensionDue = true
      return
    }
    runOutside { kill(0, SIGTSTP) }
  }

  /// From now on ^Z waits: who is stopped in the middle of a write keeps all other sessions from writing.
  public func postponeSuspension() { isSuspensionPostponed = true }

  /// ^Z stops the job again, at once when it was pressed meanwhile.
  public func allowSuspension() {
    isSuspensionPostponed = false
    guard isSuspensionDue else { return }
    isSuspensionDue = false
    suspend()
  }

  /// Runs something that needs the terminal, such as an editor, and takes the terminal back afterwards, with
  /// `.resumed` as the next event.
  public func runOutside(_ body: () -> Void) {
    lend(body)
    queue.append(.resumed)
  }
}
