public import Receivables

/// A table of a settings file, read key by key. Every fault names the place of the key or value.
public struct TOMLSection: Sendable {
  private let document: TOMLDocument
  private let path: TOMLPath
  private let entries: [String: TOMLNode]

  init(document: TOMLDocument, path: TOMLPath, entries: [String: TOMLNode]) {
    self.document = document
    self.path = path
    self.entries = entries
  }

  /// The keys that the file sets here, in alphabetical order.
  public var keys: [String] { entries.keys.sorted() }

  /// Whether the file sets `key`.
  public func has(_ key: String) -> Bool { entries[key] != nil }

  /// Throws when a key is none of `known`.
  public func allow(only known: [String]) throws(SettingsError) {
    let faults = keys.filter { !known.contains($0) }.map { key in
      document.error(
        at: path.key(key), onKey: true,
        "Unknown key \"\(key)\"; known here: \(known.joined(separator: ", ")).")
    }
    if let fault = SettingsError(all: faults) { throw fault }
  }

  /// A fault in the value of `key`, for a rule that only the reader knows; in the table itself when it is not set.
  public func fault(_ key: String, _ reason: String) -> SettingsError {
    document.error(at: path.key(key), reason)
  }

  /// A fault in the name of `key` itself.
  public func fault(onKey key: String, _ reason: String) -> SettingsError {
    document.error(at: path.key(key), onKey: true, reason)
  }

  /// A fault in element `index` of the list `key`.
  public func fault(_ key: String, at index: Int, _ reason: String) -> SettingsError {
    document.error(at: path.key(key).index(index), reason)
  }

  /// Whether `key` holds a whole number, for keys that also take words.
  public func isInteger(_ key: String) -> Bool { if case .integer = entries[key] { true } else { false } }

  /// The text of `key`, empty or not.
  public func text(_ key: String) throws(SettingsError) -> String {
    guard case .string(let value) = try node(key) else { throw wrongKind(key, wanted: "text in quotes") }
    return value
  }

  /// The text of `key`, which must not be empty.
  public func string(_ key: String) throws(SettingsError) -> String {
    let value = try text(key)
    guard !value.isEmpty else { throw fault(key, "\(key) must not be empty.") }
    return value
  }

  /// The whole number of `key`, which must lie in `range`.
  public func integer(_ key: String, in range: ClosedRange<Int>) throws(SettingsError) -> Int {
    guard case .integer(let value) = try node(key) else { throw wrongKind(key, wanted: "a whole number") }
    guard range.contains(value) else {
      throw fault(key, "\(key) is \(value); it must be from \(range.lowerBound) to \(range.upperBound).")
    }
    return value
  }

  /// True or false; `standard` when the file does not say.
  public func boolean(_ key: String, default standard: Bool) throws(SettingsError) -> Bool {
    guard has(key) else { return standard }
    guard case .boolean(let value) = try node(key) else { throw wrongKind(key, wanted: "true or false") }
    return value
  }

  /// The list of texts of `key`.
  public func strings(_ key: String) throws(SettingsError) -> [String] {
    try list(key, of: "text in quotes") { if case .string(let value) = $0 { value } else { nil } }
  }

  /// The list of whole numbers of `key`.
  public func integers(_ key: String) throws(SettingsError) -> [Int] {
    try list(key, of: "a whole number") { if case .integer(let value) = $0 { value } else { nil } }
  }

  /// The list of dates of `key`, written without quotes: `[2026-12-25]`.
  public func days(_ key: String) throws(SettingsError) -> [CalendarDay] {
    try list(key, of: "a date such as 2026-12-25") { if case .day(let value) = $0 { value } else { nil } }
  }

  /// The table of `key`.
  public func section(_ key: String) throws(SettingsError) -> TOMLSection {
    guard case .table(let entries) = try node(key) else { throw wrongKind(key, wanted: "a table") }
    return TOMLSection(document: document, path: path.key(key), entries: entries)
  }

  /// The list of tables of `key`, in the order of the file; empty when the file has none.
  public func sections(_ key: String) throws(SettingsError) -> [TOMLSection] {
    guard has(key) else { return [] }
    let tables = try list(key, of: "a table") { if case .table(let entries) = $0 { entries } else { nil } }
    return tables.enumerated().map {
      TOMLSection(document: document, path: path.key(key).index($0.offset), entries: $0.element)
    }
  }

  /// Hands each table of the list `key` to `read`, in the order of the file. A faulty one does not hide the faults of
  /// those behind it: all are thrown together.
  public func forEach(
    _ key: String, _ read: (TOMLSection) throws(SettingsError) -> Void
  ) throws(SettingsError) {
    var faults: [SettingsError] = []
    for section in try sections(key) {
      do throws(SettingsError) { try read(section) } catch { faults.append(error) }
    }
    if let fault = SettingsError(all: faults) { throw fault }
  }

  private func node(_ key: String) throws(SettingsError) -> TOMLNode {
    guard let node = entries[key] else {
      throw document.error(at: path, "\(key) is missing\(path.steps.isEmpty ? "" : " here").")
    }
    return node
  }

  private func list<Element>(
    _ key: String, of wanted: String, _ convert: (TOMLNode) -> Element?
  ) throws(SettingsError) -> [Element] {
    guard case .list(let nodes) = try node(key) else { throw wrongKind(key, wanted: "a list") }
    guard nodes.count <= TOMLLimits.entries else {
      throw fault(key, "\(key) has \(nodes.count) entries; it may have \(TOMLLimits.entries).")
    }
    var elements: [Element] = []
    for (index, node) in nodes.enumerated() {
      guard let element = convert(node) else {
        throw fault(key, at: index, "Each of \(key) must be \(wanted), this is \(node.kind).")
      }
      elements.append(element)
    }
    return elements
  }

  private func wrongKind(_ key: String, wanted: String) -> SettingsError {
    fault(key, "\(key) must be \(wanted), this is \(entries[key]?.kind ?? "missing").")
  }
}
