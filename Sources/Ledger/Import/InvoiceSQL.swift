/// The texts with which an import reads and writes invoices.
enum InvoiceSQL {
  static let insert = """
    insert into invoice (id, account_id, number, number_key, issued, due, amount, currency, reference)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (account_id, number_key) do nothing
    """

  static let select = """
    select id, number, issued, due, amount, currency, reference
    from invoice where account_id = $1 and number_key = $2
    """

  static let update = """
    update invoice set issued = $2, due = $3, amount = $4, currency = $5, reference = $6 where id = $1
    """

  /// Invoices issued up to the day `$1` with what is applied up to it, and in all.
  static let open = """
    select i.id, i.account_id, i.number, i.amount, i.currency,
      cast(coalesce(sum(a.amount) filter (where a.dated <= $1), 0) as bigint),
      cast(coalesce(sum(a.amount), 0) as bigint)
    from invoice i left join application a on a.account_id = i.account_id and a.invoice_id = i.id
    where i.issued <= $1
    group by i.id, i.account_id, i.number, i.amount, i.currency
    """
}
