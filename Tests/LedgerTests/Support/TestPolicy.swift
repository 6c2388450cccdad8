import Receivables
import Settings

/// The policy that ships, read once.
enum TestPolicy {
  private static let read = Result { try PolicyFile.shipped() }

  static func shipped() throws -> Policy { try read.get() }
}
