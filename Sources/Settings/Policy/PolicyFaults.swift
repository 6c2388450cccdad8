import Receivables

extension PolicyReader {
  /// What is wrong with each part that can be read without the others. Names every part once, as `policy` does: a part
  /// that is missing here is told only after the others are sound.
  func faults() -> [SettingsError] {
    var faults: [SettingsError] = []
    func read(_ part: () throws(SettingsError) -> Void) {
      do throws(SettingsError) { try part() } catch { faults.append(error) }
    }
    func number(_ key: String, in range: ClosedRange<Int>) {
      read { () throws(SettingsError) in _ = try root.integer(key, in: range) }
    }
    read { () throws(SettingsError) in try root.allow(only: Self.names) }
    read { () throws(SettingsError) in _ = try currency() }
    read { () throws(SettingsError) in _ = try dateOrder() }
    read { () throws(SettingsError) in _ = try years() }
    number("first_contact_days", in: 0...60)
    number("pre_run_days", in: 0...30)
    number("stale_books_days", in: 0...365)
    number("snapshot_shrink_percent", in: 0...100)
    for key in ["rest_days", "no_contact_days", "escalation_days"] {
      read { () throws(SettingsError) in _ = try optional(key, else: 0) }
    }
    read { () throws(SettingsError) in _ = try optional("rename_limit", in: 0...1_000_000, else: 0) }
    read { () throws(SettingsError) in _ = try calendar() }
    read { () throws(SettingsError) in _ = try abroad() }
    read { () throws(SettingsError) in _ = try aging() }
    read { () throws(SettingsError) in _ = try promises() }
    read { () throws(SettingsError) in _ = try plans() }
    read { () throws(SettingsError) in _ = try incentives() }
    read { () throws(SettingsError) in _ = try names("approval") }
    read { () throws(SettingsError) in _ = try names("corrections") }
    read { () throws(SettingsError) in _ = try rights() }
    read { () throws(SettingsError) in _ = try lanes(worklist()) }
    read { () throws(SettingsError) in _ = try bands(worklist()) }
    read { () throws(SettingsError) in _ = try rules(worklist()) }
    read { () throws(SettingsError) in _ = try calls().strings("questions") }
    read { () throws(SettingsError) in _ = try results(calls()) }
    for key in ["actions", "reasons", "methods"] {
      read { () throws(SettingsError) in _ = try calls().codedTexts(key) }
    }
    read { () throws(SettingsError) in _ = try disputes(reasons: calls().codedTexts("dispute_reasons")) }
    read { () throws(SettingsError) in _ = try escalation() }
    read { () throws(SettingsError) in _ = try credit() }
    read { () throws(SettingsError) in _ = try holdReasons() }
    read { () throws(SettingsError) in _ = try rates() }
    return faults
  }
}
