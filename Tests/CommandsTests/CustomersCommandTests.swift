import Testing

@Suite("Customers who are there twice, from the command line")
struct CustomersCommandTests {
  let home: Home
  static let customers = """
    Customer No,Customer Name,Email,VAT Number
    C-01,Elm Metals Inc,ap@elm.example,DE 123456789
    C-02,ELM METALS INCORPORATED,ap@elm.example,DE123456789
    C-03,Fir Foods,fir@fir.example,

    """
  static let invoices = """
    Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency
    C-01,Elm Metals Inc,A-1,2026-09-01,2026-10-01,1000.00,USD
    C-02,ELM METALS INCORPORATED,A-2,2026-09-20,2026-10-20,234.56,USD
    C-03,Fir Foods,A-3,2026-09-20,2026-10-20,10.00,USD

    """

  init() throws {
    home = try Home()
    for (text, name) in [(Self.customers, "customers.csv"), (Self.invoices, "invoices.csv")] {
      let taken = try run("import", try home.write(text, to: name))
      try #require(taken.status == 0, "\(taken.said)")
    }
  }

  private func run(_ arguments: String...) throws -> ProgramRun { try ProgramRun(arguments, in: home) }

  @Test("a pair is listed with what speaks for it, until somebody says what it is")
  func pairs() throws {
    #expect(
      try run("customers", "--format", "csv").output == """
        account,name,other,other_name,reasons
        C-01,Elm Metals Inc,C-02,ELM METALS INCORPORATED,"same tax number DE123456789, same name, same e-mail ap@elm.example"

        """)
    #expect(try run("relate", "C-01", "C-02", "--as", "different").status == 0)
    #expect(try run("customers").output == "No two customers look like one.\n")
  }

  @Test("a promise over invoices of both is kept by a payment that the books put on one of them")
  func merged() throws {
    let merged = try run("relate", "C-01", "C-02", "--as", "same")
    #expect(merged.output.hasPrefix("Entry 4 on C-01 Elm Metals Inc: merged with C-02"), "\(merged.said)")
    #expect(try run("queue", "--format", "csv").output.split(separator: "\n").count == 3)
    // By the number of the one that left the lists too.
    let promise = try run("log", "C-02", "--result", "PP", "--who", "Jo", "--date", "+3", "--invoice", "A-2")
    #expect(promise.status == 0, "\(promise.said)")
    let payments = """
      Customer No,Payment No,Payment Date,Payment Amount,Currency,Invoice No,Applied Amount
      C-02,P-1,2026-11-27,234.56,USD,A-2,234.56

      """
    #expect(try run("import", try home.write(payments, to: "payments.csv")).status == 0)
    let account = try run("account", "C-01", "--format", "json").output
    #expect(account.contains(#""state":"kept""#) || account.contains(#""state":"received""#), "\(account)")
    #expect(
      account.contains(#""related":[{"account":"C-02","name":"ELM METALS INCORPORATED","standing":"same"}]"#))
    #expect(try run("verify").status == 0)
    #expect(try run("relate", "C-01", "C-02", "--as", "different").status == 0)
    let split = try run("account", "C-02").output
    #expect(split.hasPrefix("C-02") && split.contains("234.56  kept"), "\(split)")
    #expect(try run("verify").status == 0)
  }

  @Test("a group is listed with what it comes to")
  func group() throws {
    #expect(try run("relate", "C-01", "C-03", "--as", "group").status == 0)
    #expect(
      try run("customers", "--related", "--format", "csv").output == """
        head,head_name,account,name,relation,currency,balance,to_collect
        C-01,Elm Metals Inc,C-01,Elm Metals Inc,head,USD,1000.00,1000.00
        C-01,Elm Metals Inc,C-03,Fir Foods,group,USD,10.00,10.00

        """)
    let text = try run("customers", "--related").output
    #expect(text.contains("the group") && text.contains("1 010.00 USD"), "\(text)")
  }

  @Test("what makes no sense is refused, and nothing recorded")
  func refused() throws {
    for (arguments, sentence) in [
      (["C-01", "C-09"], "Nothing was recorded: the books have no customer C-09."),
      (["C-01", "C-01"], "Nothing was recorded: C-01 is the account itself."),
    ] {
      let run = try ProgramRun(["relate"] + arguments + ["--as", "same"], in: home)
      #expect(run.status != 0 && run.said.contains(sentence), "\(run.said)")
    }
  }
}
