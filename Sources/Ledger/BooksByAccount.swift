/// The books as they lie since the twelfth step of the schema: rows of an account side by side, so that it is read, and a
/// new one written, in one place; nothing that follows from something else, and no index. Document numbers are compared
/// in the account that is in hand, and what is put against what is checked there, by import and `verify`.
///
/// Row numbers of documents, applications and people count within their account. Those of before count within the book,
/// and stay.
enum BooksByAccount {
  static let migration =
    """
    drop index application_by_invoice; drop index credit_by_day;
    alter table phone rename to old_phone; alter table contact rename to old_contact;
    alter table application rename to old_application; alter table credit rename to old_credit;
    alter table invoice rename to old_invoice;

    """ + tables + """

      insert into contact select account_id, position, name, role, email, language, time_zone from old_contact;
      insert into phone select c.account_id, c.position, p.position, p.number, p.label
        from old_phone p join old_contact c on c.id = p.contact_id;
      insert into invoice select account_id, id, number, issued, due, amount, currency, reference from old_invoice
        order by account_id, id;
      create index old_application_of_credit on old_application (account_id, credit_id);
      insert into credit
        select c.account_id, c.id, c.number, c.kind, c.dated, c.amount, c.currency, c.method, c.spent, a.invoice_id, a.id
        from old_credit c left join old_application a on a.id = (
          select min(b.id) from old_application b
          where b.account_id = c.account_id and b.credit_id = c.id and b.amount = c.amount and b.dated = c.dated
            and b.source = c.kind and b.reverses is null)
        order by c.account_id, c.id;
      insert into application
        select account_id, id, invoice_id, credit_id, source, dated, amount, reverses from old_application a
        where not exists (
          select 1 from credit c where c.account_id = a.account_id and c.id = a.credit_id and c.application_id = a.id)
        order by account_id, id;
      drop table old_phone; drop table old_contact; drop table old_application; drop table old_credit;
      drop table old_invoice;
      """

  /// An application may say that its invoice was cancelled, an invoice which numbers it had, a credit for which invoices it
  /// waits, an account whether a list of customers told of it. A check is changed with its table only.
  static let cancelling = """
    alter table invoice add column former_numbers text;
    alter table credit add column waiting text;
    alter table account add column listed integer not null default 0;
    alter table application rename to old_application;
    create table application (
      account_id integer not null references account (id),
      id integer not null,
      invoice_id integer not null,
      credit_id integer,
      source text not null check (
        source = 'payment' or source = 'credit_note' or source = 'write_off' or source = 'cleared'
        or source = 'cancelled'),
      dated integer not null,
      amount integer not null,
      reverses integer,
      primary key (account_id, id)
    ) strict, without rowid;
    insert into application
      select account_id, id, invoice_id, credit_id, source, dated, amount, reverses from old_application
      order by account_id, id;
    drop table old_application;
    """

  private static let tables = """
    create table contact (
      account_id integer not null references account (id),
      position integer not null,
      name text not null,
      role text,
      email text,
      language text,
      time_zone text,
      primary key (account_id, position)
    ) strict, without rowid;

    create table phone (
      account_id integer not null references account (id),
      contact integer not null,
      position integer not null,
      number text not null,
      label text,
      primary key (account_id, contact, position)
    ) strict, without rowid;

    create table invoice (
      account_id integer not null references account (id),
      id integer not null,
      number text not null,
      issued integer not null,
      due integer not null,
      amount integer not null,
      currency text not null,
      reference text,
      primary key (account_id, id)
    ) strict, without rowid;

    -- invoice_id and application_id: the application that takes all of it on its day, where there is one.
    create table credit (
      account_id integer not null references account (id),
      id integer not null,
      number text not null,
      kind text not null check (kind = 'payment' or kind = 'credit_note'),
      dated integer not null,
      amount integer not null,
      currency text not null,
      method text,
      spent integer,
      invoice_id integer,
      application_id integer,
      primary key (account_id, id),
      check ((invoice_id is null) = (application_id is null))
    ) strict, without rowid;

    -- All other applications.
    create table application (
      account_id integer not null references account (id),
      id integer not null,
      invoice_id integer not null,
      credit_id integer,
      source text not null check (
        source = 'payment' or source = 'credit_note' or source = 'write_off' or source = 'cleared'),
      dated integer not null,
      amount integer not null,
      reverses integer,
      primary key (account_id, id)
    ) strict, without rowid;
    """
}
