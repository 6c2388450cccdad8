public import ArgumentParser
public import Receivables

extension CalendarDay: ExpressibleByArgument {
  /// A day as the command line writes it: `2026-11-27`.
  public init?(argument: String) { self.init(iso: argument) }
}
