import SQLEngine

/// The shape of a ledger file. Days are integers since 1970-01-01, moments are UTC milliseconds, amounts are minor
/// units. Every step is final once released; what changes later is a new step at the end.
enum LedgerSchema {
  /// Marks a file as ours: `"kept"` in ASCII.
  static let applicationID: Int64 = 0x6B65_7074

  /// All steps in their order.
  static let migrations = [
    Migration(name: "books", sql: books),
    Migration(name: "journal", sql: journal),
    Migration(name: "derived", sql: derived + derivedIndices),
    Migration(name: "drafts and settings", sql: desk),
    Migration(name: "amounts of lists", sql: derivedAmounts + firstAmountIndices + creditsByDay),
    Migration(name: "amounts that are searched", sql: searchedAmounts),
    Migration(name: "sums of lists", sql: "drop index if exists summary_to_collect;" + derivedSums),
    Migration(name: "sums of matters", sql: derivedMatters + derivedMatterIndex),
    Migration(name: "books as they were imported", sql: accountBooks),
    Migration(name: "erasures", sql: erasures),
    // Earlier versions would add entries of form 2 behind those of form 3, and call those changed.
    Migration(name: "entries of form 3", sql: "select 1"),
    Migration(name: "books in the order of accounts", sql: BooksByAccount.migration),
    Migration(name: "searched texts of many accounts", sql: SearchedTexts.migration),
    Migration(name: "what was cancelled, renumbered or is waited for", sql: BooksByAccount.cancelling),
    Migration(name: "where money of banks was recorded", sql: receipts),
    Migration(name: "books before the last import", sql: BooksKeeping.migration),
    Migration(name: "accounts that belong together", sql: RelatedAccounts.migration),
    Migration(name: "tax numbers", sql: "alter table account add column tax_number text"),
  ]

  /// The rows that a running import has changed, by account. Lives only as long as the connection.
  static let temporary = "create temp table if not exists touched (account_id integer primary key) strict"

  /// Whether a file of ours is one of those that were made before the first release: their journal named neither its
  /// form nor its policy.
  static let isOlderForm = """
    select not exists (select 1 from pragma_table_info('journal') where name = 'format') from sqlite_master
    where name = 'journal'
    """

  /// What the accounting system says. Only an import writes here.
  ///
  /// Checks are written with `or`: an `in` of several values costs SQLite a table of its own for every row inserted,
  /// which took half the time of an application.
  private static let books = """
    create table account (
      id integer primary key,
      number text not null,
      number_key text not null unique,
      name text not null,
      terms text,
      credit_limit integer,
      credit_currency text,
      collector text,
      payment_run text,
      time_zone text,
      version integer not null default 1,
      check ((credit_limit is null) = (credit_currency is null))
    ) strict;

    create table contact (
      id integer primary key,
      account_id integer not null references account (id),
      position integer not null,
      name text not null,
      role text,
      email text,
      language text,
      time_zone text,
      unique (account_id, position)
    ) strict;

    create table phone (
      contact_id integer not null references contact (id) on delete cascade,
      position integer not null,
      number text not null,
      label text,
      primary key (contact_id, position)
    ) strict;

    create table invoice (
      id integer primary key,
      account_id integer not null references account (id),
      number text not null,
      number_key text not null,
      issued integer not null,
      due integer not null,
      amount integer not null,
      currency text not null,
      reference text,
      unique (account_id, number_key)
    ) strict;

    create table credit (
      id integer primary key,
      account_id integer not null references account (id),
      kind text not null check (kind = 'payment' or kind = 'credit_note'),
      number text not null,
      number_key text not null,
      dated integer not null,
      amount integer not null,
      currency text not null,
      method text,
      spent integer,
      unique (account_id, kind, number_key)
    ) strict;

    create table application (
      id integer primary key,
      account_id integer not null references account (id),
      invoice_id integer not null references invoice (id),
      credit_id integer references credit (id),
      source text not null check (
        source = 'payment' or source = 'credit_note' or source = 'write_off' or source = 'cleared'),
      dated integer not null,
      amount integer not null,
      reverses integer references application (id)
    ) strict;
    create index application_by_invoice on application (account_id, invoice_id);

    create table import_run (
      id integer primary key,
      recorded integer not null,
      actor text not null,
      file text not null,
      digest text not null,
      kind text not null,
      as_of integer,
      counts text not null
    ) strict;

    create table mapping (
      name text primary key,
      body text not null
    ) strict;
    """

  /// What people here did and heard. Rows are added, never changed and never removed. docs/JOURNAL.md tells every
  /// column; `account_id` is an index and no evidence.
  private static let journal = """
    create table journal (
      number integer primary key,
      action text not null unique,
      recorded integer not null,
      day integer not null,
      actor text not null,
      host text not null,
      collector text not null,
      account_id integer references account (id),
      format integer not null,
      policy text not null,
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

  /// What follows from books, journal and policy on the business date in `meta`. May be thrown away and made again
  /// at any time; `verify` does so and compares. `payload` holds all of an account's summary; the other columns are
  /// what lists are filtered and sorted by, worked out by the domain.
  ///
  /// The columns that end in `_order` are never NULL and always ascend, the first in a list having the smallest, so
  /// that one index gives the order and one comparison gives a rank in every SQL dialect.
  static let derived = """
    create table account_summary (
      account_id integer primary key,
      number text not null,
      name_order text not null,
      collector text not null,
      views integer not null,
      lane_order integer not null,
      inside_order integer not null,
      amount_order integer not null,
      oldest_order integer not null,
      contact_order integer not null,
      next_order integer not null,
      promise_order integer not null,
      changes_on integer,
      payload text not null
    ) strict;

    """

  /// Names of the indices of `derived`, which a large derivation drops and makes anew: that takes a quarter of the time
  /// of keeping them up to date.
  static let derivedIndexNames = [
    "summary_by_lane", "summary_of_collector", "summary_by_amount", "summary_by_age", "summary_by_contact",
    "summary_by_next", "summary_by_name", "summary_by_change", "summary_promised", "summary_matters",
  ]

  static let derivedIndices = """
    create index summary_by_lane on account_summary
      (lane_order, inside_order, amount_order, oldest_order, number, collector, views);
    create index summary_of_collector on account_summary
      (collector, lane_order, inside_order, amount_order, oldest_order, number) where \(DerivedRow.isQueued);
    create index summary_by_amount on account_summary (amount_order, oldest_order, number, collector, views);
    create index summary_by_age on account_summary (oldest_order, amount_order, number, collector, views);
    create index summary_by_contact on account_summary
      (contact_order, amount_order, oldest_order, number, collector, views);
    create index summary_by_next on account_summary
      (next_order, amount_order, oldest_order, number, collector, views);
    create index summary_by_name on account_summary (name_order, number, collector, views);
    create index summary_by_change on account_summary (changes_on) where changes_on is not null;
    """

  /// What an account adds to what lists come to: `collect_in` and `to_collect` are the currency and amount to collect, or
  /// one text of all currencies where there are several; `promised` is what is still to come of open promises, day by
  /// day.
  static let derivedAmounts = """
    alter table account_summary add column collect_in text not null default '';
    alter table account_summary add column to_collect integer not null default 0;
    alter table account_summary add column promised text not null default '';

    """

  static let derivedAmountIndices = """
    create index summary_promised on account_summary (collector, promised) where promised <> '';

    """

  /// What lists were added up from before their sums were stored.
  private static let firstAmountIndices =
    """
    create index summary_to_collect on account_summary (collector, views, lane_order, collect_in, to_collect)
      where collect_in >= '';

    """ + derivedAmountIndices

  /// What the accounts of each collector come to: their number in the rows without a currency, and what is to be
  /// collected of them in its own row of each currency, as `high` times 2^32 and `low`. What they paid on the business
  /// date stands beside it.
  static let derivedSums = """
    create table account_sums (
      collector text not null,
      views integer not null,
      lane_order integer not null,
      currency text not null,
      accounts integer not null,
      high integer not null,
      low integer not null,
      primary key (collector, views, lane_order, currency)
    ) strict, without rowid;
    create table received_sums (
      collector text not null,
      currency text not null,
      high integer not null,
      low integer not null,
      primary key (collector, currency)
    ) strict, without rowid;

    """

  /// What an account adds to the sums of views of matters: view, amount and currency of each.
  static let derivedMatters = "alter table account_summary add column matters text not null default '';"

  static let derivedMatterIndex = """
    create index summary_matters on account_summary (collector, matters) where matters <> '';

    """

  /// The amounts by which an account is found, one a line.
  private static let searchedAmounts =
    "alter table account_summary add column amounts text not null default '';"

  /// For what came in on a day.
  private static let creditsByDay = "create index credit_by_day on credit (dated);"

  /// What the import of an entry left of an account: a digest over its books, and what they come to.
  private static let accountBooks = """
    create table account_books (
      account_id integer primary key references account (id),
      digest blob not null,
      totals text not null,
      entry integer not null
    ) strict;
    """

  /// Few accounts have any, and a report over all of them asks which.
  private static let receipts = "create index receipt_entry on journal (account_id) where kind = 'receipt'"

  /// The text of an entry about an account may go, and nothing else of it, while the erasure that says so is the newest entry.
  private static let erasures = """
    drop trigger journal_is_not_changed;
    create trigger journal_is_not_changed before update on journal
    when length(new.salt) > 0 or old.account_id is null
      or not exists (
        select 1 from journal where number = (select max(number) from journal) and kind = 'erasure'
          and instr(new.body || char(10), '[erased]' || char(10) || 'by ' || number || char(10)) = 1)
      or (new.number, new.action, new.recorded, new.day, new.actor, new.host, new.collector, new.account_id, new.format,
        new.policy, new.kind, new.body_digest, new.previous, new.hash)
        is not (old.number, old.action, old.recorded, old.day, old.actor, old.host, old.collector, old.account_id,
        old.format, old.policy, old.kind, old.body_digest, old.previous, old.hash)
    begin select raise(abort, 'the journal is append-only'); end;
    """

  /// What is searched, forms that were not saved yet, and what the file knows about itself.
  private static let desk = """
    create table account_search (
      account_id integer primary key references account (id),
      words text not null
    ) strict;

    create table draft (
      id integer primary key,
      action text not null unique,
      account_id integer not null references account (id),
      based_on integer not null,
      collector text not null,
      fields text not null
    ) strict;

    create table meta (
      name text primary key,
      value text not null
    ) strict, without rowid;
    """
}
