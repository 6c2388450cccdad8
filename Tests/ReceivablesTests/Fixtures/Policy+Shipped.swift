import Receivables
import Settings

extension Policy {
  /// The policy that ships, read once for all tests.
  static var shipped: Policy { get throws { try read.get() } }

  private static let read = Result { try PolicyFile.shipped() }
}
