/// How long every collector's queue is. Every start and every save asks for it, and counting the rows of a large book
/// would take longer than reading the page that is shown.
extension LedgerSchema {
  static let lengths = """
    create table queue_length (
      collector text primary key,
      accounts integer not null
    ) strict, without rowid;
    insert into queue_length select collector, count(*) from account_summary where lane is not null group by collector;

    create trigger queue_is_joined after insert on account_summary when new.lane is not null begin
      insert into queue_length values (new.collector, 1)
      on conflict (collector) do update set accounts = accounts + 1;
    end;

    create trigger queue_is_left after delete on account_summary when old.lane is not null begin
      update queue_length set accounts = accounts - 1 where collector = old.collector;
    end;

    create trigger queue_is_changed after update of lane, collector on account_summary
    when (old.lane is null) <> (new.lane is null) or old.collector <> new.collector begin
      update queue_length set accounts = accounts - 1 where old.lane is not null and collector = old.collector;
      insert into queue_length select new.collector, 1 where new.lane is not null
      on conflict (collector) do update set accounts = accounts + 1;
    end;
    """
}
