/// Why an account stands where it stands, in words, with the points that it gives in all.
public struct ToldReason: Hashable, Sendable {
  /// `"oldest 95 days past due"`.
  public let text: String
  /// Points towards the priority; 0 for the reason of the lane.
  public let points: Int

  /// `"+20"`, `"−10"`, or nothing without points.
  public var pointsText: String { points == 0 ? "" : "\(points > 0 ? "+" : "−")\(points.magnitude)" }
}

extension ToldReason: CustomStringConvertible {
  /// `"oldest 95 days past due +20"`.
  public var description: String { points == 0 ? text : "\(text) \(pointsText)" }
}

extension [Reason] {
  /// The reasons in words. Rules that found the same thing are one reason with the sum of their points.
  public func told(under policy: Policy, on today: CalendarDay) -> [ToldReason] {
    reduce(into: []) { told, reason in
      let text = reason.text(under: policy, on: today)
      if let index = told.firstIndex(where: { $0.text == text }) {
        told[index] = ToldReason(text: text, points: told[index].points + reason.points)
      } else {
        told.append(ToldReason(text: text, points: reason.points))
      }
    }
  }
}
