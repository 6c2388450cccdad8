/// The last row of the screen.
struct Message: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case notice
    case failure
  }

  var text: String
  var kind: Kind
}
