public import ArgumentParser
public import Receivables

extension DateOrder: ExpressibleByArgument {}

extension Currency: ExpressibleByArgument {
  /// A currency as the command line writes it: `USD`.
  public init?(argument: String) { self.init(argument) }
}

extension DecimalMark: ExpressibleByArgument {
  /// As it is written, not as it looks.
  public static var allValueStrings: [String] { ["point", "comma"] }

  /// `point` or `comma`.
  public init?(argument: String) {
    switch argument {
    case "point": self = .point
    case "comma": self = .comma
    default: return nil
    }
  }
}
