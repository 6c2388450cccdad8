/// Forms that were not saved yet, and what the file knows about itself.
extension LedgerSchema {
  static let desk = """
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
