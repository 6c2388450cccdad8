/// The texts with which an import reads and writes applications.
enum ApplicationSQL {
  static let insert = """
    insert into application (account_id, invoice_id, credit_id, source, dated, amount, reverses)
    values ($1, $2, $3, $4, $5, $6, $7)
    """

  static let ofInvoice = """
    select account_id, id, invoice_id, credit_id, source, dated, amount, reverses
    from application where account_id = $1 and invoice_id = $2 order by id
    """

  static let ofCredit = """
    select account_id, id, invoice_id, credit_id, source, dated, amount, reverses
    from application where account_id = $1 and credit_id = $2 order by id
    """

  static let update = "update application set source = $2, dated = $3, amount = $4 where id = $1"

  static let delete = "delete from application where id = $1"
}
