/// What the accounting system says. Only an import writes here.
///
/// Checks are written with `or`: an `in` of several values costs SQLite a table of its own for every row inserted,
/// which took half the time of an application.
extension LedgerSchema {
  static let books = """
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
}
