import Receivables

extension Customer {
  /// Number and name, once where the books use the number as the name: `"1042 Muster AG"`.
  var title: String { name == number ? number : "\(number) \(name.shortened(to: 80))" }
}
