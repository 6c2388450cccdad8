/// What people here did and heard. Rows are added, never changed and never removed.
extension LedgerSchema {
  static let journal = """
    create table journal (
      number integer primary key,
      action text not null unique,
      recorded integer not null,
      day integer not null,
      actor text not null,
      host text not null,
      collector text not null,
      account_id integer not null references account (id),
      kind text not null,
      salt blob not null,
      body text not null,
      body_digest blob not null,
      previous blob not null,
      hash blob not null
    ) strict;
    create index journal_by_account on journal (account_id, number);
    create index journal_by_day on journal (day);

    create trigger journal_is_not_changed before update on journal
    begin select raise(abort, 'the journal is append-only'); end;

    create trigger journal_is_not_shortened before delete on journal
    begin select raise(abort, 'the journal is append-only'); end;

    create trigger journal_is_gapless before insert on journal
    when new.number <> (select coalesce(max(number), 0) + 1 from journal)
    begin select raise(abort, 'the journal is gapless'); end;
    """
}
