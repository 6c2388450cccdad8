/// An application with what its reversals have left of it.
struct NetApplication {
  let application: Application
  /// Where its invoice stands in `BooksAsOf.positions`.
  let place: Int
  /// Minor units, zero or more.
  var net: Int64
}

extension BooksAsOf {
  /// What stays applied to the invoice at `place`, oldest first.
  ///
  /// A reversal takes back the application that it names; one that names none takes back the latest earlier
  /// ones of its kind.
  func netApplications(at place: Int) -> [NetApplication] {
    var result: [NetApplication] = []
    for index in Array(applications(at: place)).reversed() {
      let application = applications[index]
      if application.amount >= 0 {
        result.append(NetApplication(application: application, place: place, net: application.amount))
      } else {
        Self.take(back: application, from: &result)
      }
    }
    return result
  }

  private static func take(back reversal: Application, from list: inout [NetApplication]) {
    var left = Int64(clamping: reversal.amount.magnitude)
    if let named = reversal.reverses, let index = list.lastIndex(where: { $0.application.id == named }) {
      let taken = min(left, list[index].net)
      list[index].net -= taken
      left -= taken
    }
    for index in list.indices.reversed() where list[index].application.isMoney == reversal.isMoney {
      guard left > 0 else { return }
      let taken = min(left, list[index].net)
      list[index].net -= taken
      left -= taken
    }
  }
}
