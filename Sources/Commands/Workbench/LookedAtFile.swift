import BankStatements
import Interchange
import Ledger
import Receivables
import Workbench

/// Looks at a file that somebody chose, by what is in it: what an export would do to the book, or whose the money of a
/// statement is. Nothing is stored.
struct LookedAtFile {
  let site: WorkSite
  /// The open book; nil before there is one.
  let ledger: LedgerFile?
  let surroundings: EffectRunner.Surroundings

  /// What the desk shows of it. Throws what reading it throws.
  func event(_ path: String, _ answers: ImportAnswers) throws -> Event {
    let whole = ExportFolder.whole(path)
    if let ledger, let file = try? MappedFile(whole),
      try withExtendedLifetime(file, { try BankFormat.ofStatement(file.bytes, in: ledger) }) != nil
    {
      return .statement(try statement(path, whole, in: ledger))
    }
    return .sighted(try export(path, whole, answers))
  }

  /// The list to a payment. Throws `CommandFailure`.
  static func remittance(_ path: String) throws -> RemittanceList {
    let file = try MappedFile(ExportFolder.whole(path))
    return try withExtendedLifetime(file) {
      do throws(Refusal) {
        let rows = try AnyTable.read(file.bytes)
        return RemittanceList(
          name: path.split(separator: "/").last.map(String.init) ?? path,
          rows: rows.map { RemittanceList.Row(line: $0.line, cells: $0.cells) })
      } catch {
        throw CommandFailure("\(path): refused. \(error)", .badData)
      }
    }
  }

  /// What a file would do to the open book, or to the new one that it would make.
  private func export(_ path: String, _ whole: String, _ answers: ImportAnswers) throws -> ImportSight {
    var work = LongWork(surroundings.progress)
    let scratch = ledger == nil ? try ScratchPlace("look") : nil
    let book =
      try ledger
      ?? LedgerFile(path: scratch?.database ?? site.path, creating: true, offering: site.source)
    if ledger == nil { try book.work(on: site.today, wall: site.wall, signed: Machine.signature) }
    let sighting = ImportSighting(ledger: book, today: site.today, collector: site.collector) {
      work.goesOn($0, Int($1 * 100))
    }
    var sight = try sighting.sight(whole, answers)
    sight.path = path
    return sight
  }

  /// Money of a statement beside the open invoices of the book.
  private func statement(_ path: String, _ whole: String, in ledger: LedgerFile) throws -> CashSight {
    var work = LongWork(surroundings.progress)
    let all = WorklistQuery(view: .all, collector: "", order: .name, today: site.today)
    let total = max(try ledger.length(of: all), 1)
    let matched = try MatchedStatements([whole], in: ledger, on: site.today) { done in
      if done % 1_000 == 0, !work.goesOn("Looking whose money it is", done * 100 / total) {
        throw LedgerError.cancelled(doing: "look whose money it is")
      }
    }
    let lines = matched.lines.map {
      CashSight.Line(money: $0.received, matches: $0.matches, recorded: $0.recorded)
    }
    return CashSight(path: path, lines: lines, notes: matched.notes)
  }
}
