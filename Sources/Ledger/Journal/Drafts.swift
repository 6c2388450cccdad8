public import Receivables
import SQLEngine

extension LedgerFile {
  /// The forms that were not saved, the oldest first. Throws `LedgerError`.
  public func drafts() throws(LedgerError) -> [CallDraft] {
    try LedgerError.wrapping("read the drafts") {
      try connection.all(
        "select action, account_id, based_on, collector, fields from draft order by id"
      ) { row in
        CallDraft(
          action: ActionID(rawValue: row.text(0)), account: AccountID(rawValue: row.int64(1)),
          basedOn: row.int64(2), collector: row.text(3), fields: CallDraft.fields(in: row.text(4)))
      }
    }
  }

  /// Keeps a form as it was typed, in place of what was kept of the same action. A form whose action is in the journal
  /// already is not kept: a late field exit must not bring a saved call back as a draft. Throws `LedgerError`.
  public func saveDraft(_ draft: CallDraft) throws(LedgerError) {
    try LedgerError.wrapping("keep the draft") {
      try write("keep the draft", about: []) {
        try connection.run(
          """
          insert into draft (action, account_id, based_on, collector, fields)
          select $1, $2, $3, $4, $5 where not exists (select 1 from journal where action = $1)
          on conflict (action) do update
          set based_on = excluded.based_on, collector = excluded.collector, fields = excluded.fields
          """,
          draft.action.rawValue, draft.account.rawValue, draft.basedOn, draft.collector, draft.fieldsText)
      }
    }
  }

  /// Forgets a form. Throws `LedgerError`.
  public func discardDraft(_ action: ActionID) throws(LedgerError) {
    try LedgerError.wrapping("discard the draft") {
      try write("discard the draft", about: []) {
        try connection.run("delete from draft where action = $1", action.rawValue)
      }
    }
  }
}
