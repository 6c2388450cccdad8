/// Values by the row numbers of an account's documents. These count from 1 within an account, so that most values stand in
/// a list at their numbers; in books that an earlier version made they may be large, and are looked up.
struct ByDocument<Value> {
  private var near: [Value?]
  private var far: [DocumentID: Value] = [:]

  /// None yet, of so many documents.
  init(of documents: Int) { near = Array(repeating: nil, count: 2 * documents + 1) }

  subscript(document: DocumentID) -> Value? {
    get { isNear(document) ? near[Int(document.rawValue)] : far[document] }
    set { if isNear(document) { near[Int(document.rawValue)] = newValue } else { far[document] = newValue } }
  }

  private func isNear(_ document: DocumentID) -> Bool {
    document.rawValue >= 0 && document.rawValue < Int64(near.count)
  }
}
