/// The screens that lie on each other. There is always one.
struct ScreenStack: Sendable {
  private var screens: [any Screen]

  init(root: any Screen) { screens = [root] }

  /// The one that shows.
  var top: any Screen { screens[screens.count - 1] }

  /// From the root to the top.
  var indices: Range<Int> { screens.indices }

  mutating func push(_ screen: any Screen) { screens.append(screen) }

  mutating func replaceTop(by screen: any Screen) { screens[screens.count - 1] = screen }

  /// Takes the top one away, unless it is the last.
  mutating func pop() {
    if screens.count > 1 { screens.removeLast() }
  }

  /// Takes all but the root away.
  mutating func popToRoot() { screens.removeLast(screens.count - 1) }

  /// Lets the top screen take a step.
  mutating func onTop(_ sitting: inout Sitting, _ step: (inout any Screen, inout Sitting) -> Turn) -> Turn {
    step(&screens[screens.count - 1], &sitting)
  }

  /// Lets one screen take a step.
  mutating func on(
    _ index: Int, _ sitting: inout Sitting, _ step: (inout any Screen, inout Sitting) -> Turn
  ) -> Turn {
    step(&screens[index], &sitting)
  }
}
