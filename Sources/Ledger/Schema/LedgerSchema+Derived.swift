/// What follows from books, journal and policy on the business date in `meta`. May be thrown away and made again
/// at any time; `verify` does so and compares.
///
/// The columns that end in `_order` are never NULL and always ascend, the first in a list having the smallest, so
/// that one index gives the order and one comparison gives a rank in every SQL dialect.
extension LedgerSchema {
  static let derived = """
    create table account_summary (
      account_id integer primary key references account (id),
      number text not null,
      name_order text not null,
      collector text not null,
      owes integer not null,
      lane text,
      lane_order integer not null,
      inside_order integer not null,
      amount_order integer not null,
      oldest_order integer not null,
      contact_order integer not null,
      next_order integer not null,
      promise_order integer not null,
      flags integer not null,
      priority integer not null,
      band text not null,
      oldest_due integer,
      next_kind text,
      next_day integer,
      next_time integer,
      next_zone text,
      promise_amount integer,
      promise_currency text,
      promise_day integer,
      promise_state text,
      promise_level integer not null,
      last_contact integer,
      worked_day integer,
      worked_result text,
      reasons text not null,
      changes_on integer
    ) strict;
    create index summary_by_lane on account_summary
      (lane_order, inside_order, amount_order, oldest_order, number, lane, collector, owes, flags, next_kind);
    create index summary_of_collector on account_summary
      (collector, lane_order, inside_order, amount_order, oldest_order, number) where lane is not null;
    create index summary_by_amount on account_summary
      (amount_order, oldest_order, number, lane, collector, owes, flags);
    create index summary_by_age on account_summary
      (oldest_order, amount_order, number, lane, collector, owes, flags);
    create index summary_by_contact on account_summary
      (contact_order, amount_order, oldest_order, number, lane, collector, owes, flags);
    create index summary_by_next on account_summary
      (next_order, amount_order, oldest_order, number, lane, collector, owes, flags);
    create index summary_by_name on account_summary
      (name_order, number, lane, collector, owes, flags);
    create index summary_by_change on account_summary (changes_on) where changes_on is not null;

    create table account_balance (
      account_id integer not null references account (id),
      currency text not null,
      b0 integer not null,
      b1 integer not null,
      b2 integer not null,
      b3 integer not null,
      b4 integer not null,
      b5 integer not null,
      b6 integer not null,
      credits integer not null,
      past_due integer not null,
      disputed integer not null,
      planned integer not null,
      promised integer not null,
      to_collect integer not null,
      primary key (account_id, currency)
    ) strict, without rowid;

    create table account_search (
      account_id integer primary key references account (id),
      words text not null
    ) strict;
    """
}
