public import Receivables
import TextScreen

/// How somebody likes the desk to look: what is still so when it is opened again.
public struct Preferences: Hashable, Sendable {
  /// The colours, by their name; nil for those that it comes with.
  public var theme: String?
  /// Which accounts are listed.
  public var view = WorklistView.mine
  /// What the list is sorted by.
  public var order = WorklistOrder.lane
  /// Whether the pane beside a wide list is put away.
  public var hidesPane = false
  /// Whether the bell rings when a callback of the collector comes due.
  public var ringsForCallbacks = false

  /// As the desk comes.
  public init() {}

  /// What `text` wrote. A line that means nothing to this version is passed over.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { continue }
      let value = String(words[1])
      switch words[0] {
      case "theme": theme = value
      case "view": view = WorklistView(rawValue: value) ?? view
      case "order": order = WorklistOrder(rawValue: value) ?? order
      case "pane": hidesPane = value == "hidden"
      case "bell": ringsForCallbacks = value == "callbacks"
      default: break
      }
    }
  }

  /// A line each: `view all`, `order lane`, `pane shown`, `bell off`, `theme light`.
  public var text: String {
    let lines = [
      "view \(view.rawValue)", "order \(order.rawValue)", "pane \(hidesPane ? "hidden" : "shown")",
      "bell \(ringsForCallbacks ? "callbacks" : "off")", theme.map { "theme \($0)" },
    ]
    return lines.compactMap { $0 }.map { $0 + "\n" }.joined()
  }
}

extension Sitting {
  /// Opens the desk as it was left.
  public mutating func take(_ preferences: Preferences) {
    self.preferences = preferences
    list = AccountList(
      WorklistQuery(
        view: preferences.view, collector: collector, order: preferences.order, today: today))
    list.margin = size.rows
  }

  /// Changes what is remembered, and what to run so that it is.
  mutating func prefer(_ change: (inout Preferences) -> Void) -> Effect {
    change(&preferences)
    return .terminal(.remember(preferences))
  }
}
