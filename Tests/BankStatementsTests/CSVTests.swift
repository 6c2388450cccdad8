import Interchange
import Receivables
import Testing

@testable import BankStatements

/// What banks say in CSV, each in columns and words of its own.
struct CSVTests {
  private static func lines(_ name: String) throws -> [[String]] {
    try SampleStatement.entries(name).map { [$0.told, $0.named, $0.from] }
  }

  /// What came in and what went out of each statement of a file, added up by hand from the rows.
  @Test(
    arguments: [
      ("csv-sparkasse.csv", ["DE50100500550001234567 EUR 12660.00 -652.50, 1 not booked"]),
      ("csv-dkb.csv", ["DE50100500550001234567 EUR 2116.56 -1000.00, 1 not booked"]),
      ("csv-ing-dutch.csv", ["NL20KEPT0123456789 EUR 1374.25 -64.00, 0 not booked"]),
      ("csv-chase.csv", [" USD 4890.50 -255.00, 0 not booked"]),
      ("csv-lloyds.csv", ["12345678 GBP 2250.00 -129.60, 0 not booked"]),
      ("csv-revolut.csv", [" EUR 980.00 -20.20, 1 not booked", " USD 500.25 0.00, 1 not booked"]),
      ("csv-cic.csv", ["FR7630006000011234567890189 EUR 1250.00 -190.00, 0 not booked"]),
      ("csv-swedbank.csv", ["9041234567 SEK 12500.00 -8000.00, 0 not booked"]),
    ] as [(String, [String])])
  func samplesComeToWhatTheirRowsSay(_ name: String, _ expected: [String]) throws {
    var rules = try #require(SampleStatement.csv)
    if name == "csv-lloyds.csv" { rules.currency = Currency("GBP") }
    let statements = try SampleStatement.read(SampleStatement.bytes(name), csv: rules)
    let told = try statements.map { statement in
      let currency = try #require(statement.currency)
      let minor = statement.entries.map(\.amount.minor)
      let came = Money(minor: minor.filter { $0 > 0 }.reduce(0, +), currency)
      let went = Money(minor: minor.filter { $0 < 0 }.reduce(0, +), currency)
      let account = statement.account.iban ?? statement.account.spelt
      return "\(account) \(currency) \(came.text) \(went.text), \(statement.notBooked) not booked"
    }
    #expect(told == expected)
    let isAssumed = name == "csv-chase.csv"
    #expect(
      statements.flatMap(\.warnings) == (isAssumed ? [.assumedCurrency(try #require(Currency("USD")))] : []))
  }

  @Test func rowsOfAGermanSavingsBank() throws {
    #expect(
      try Self.lines("csv-sparkasse.csv") == [
        ["3 2026-11-17 2026-11-17 -12.50 EUR -", "", "Kontoführung November"],
        [
          "4 2026-11-17 2026-11-13 -640.00 EUR - returned -", "e2e INV-2003, mandate M-1002",
          "Birken Bäckerei | DE82305312340000998877 | Retoure INV-2003",
        ],
        ["5 2026-11-16 2026-11-17 5310.00 EUR -", "", "ANZAHL 2"],
        [
          "6 2026-11-16 2026-11-16 7350.00 EUR -", "e2e FICHTE-2026-1107",
          "Fichte GmbH Möbelwerkstätten | DE68200411770007654321 | Rechnung INV-2016 vom 16.09.2026 Kundennummer 1006",
        ],
      ])
  }

  @Test func payerAndPayeeInColumnsOfTheirOwn() throws {
    #expect(
      try Self.lines("csv-dkb.csv") == [
        [
          "7 2026-11-23 2026-11-23 1234.56 EUR -", "",
          "Linde & Söhne; Holzbau | DE05305312340000456789 | RE INV-2044 \"November\"",
        ],
        [
          "8 2026-11-20 2026-11-20 -1000.00 EUR -", "",
          "Papierhaus Kranich | DE68200411770007654321 | Rechnung 77-12",
        ],
        [
          "9 2026-11-13 2026-11-14 882.00 EUR -", "e2e EIBE-91",
          "Eibe Elektro | DE05305312340000456789 | INV-2047 Skonto 2%",
        ],
      ])
  }

  @Test func accountsAndBalancesAreWhatTheFileTells() throws {
    let lloyds = try #require(try SampleStatement.sample("csv-lloyds.csv").first)
    #expect(lloyds.account.number == "12345678" && lloyds.account.bank == "309021")
    #expect((lloyds.opening?.minor, lloyds.closing?.minor) == (100_000, 312_040))
    #expect(lloyds.entries.map(\.booked.iso) == ["2026-11-17", "2026-11-16", "2026-11-13"])
    let revolut = try SampleStatement.sample("csv-revolut.csv")
    #expect(revolut.map { $0.closing?.minor } == [197_980, 50_025])
    #expect(revolut.first?.entries.first?.counterparty.name == "Alnus Oy")
    let swedish = try #require(try SampleStatement.sample("csv-swedbank.csv").first)
    #expect(swedish.entries.map(\.remittance) == ["INV-2091 Rönn Bygg AB", "Hyra november Fastighets AB"])
    #expect(swedish.entries.first?.valued?.iso == "2026-11-17")
  }

  /// Rows under `Date,Description` with other columns, as one line of amounts.
  private static func amounts(_ text: String, _ change: (inout CSVRules) -> Void = { _ in }) throws -> String
  {
    var rules = try #require(SampleStatement.csv)
    change(&rules)
    return try SampleStatement.read(text, csv: rules).flatMap(\.entries).map(\.amount.text).joined(
      separator: " ")
  }

  @Test(arguments: [
    // Signs before and behind, parentheses, words behind the amount.
    ("Date,Text,Amount\n2026-11-16,A,-1.50\n2026-11-16,B,2\n", "-1.50 2.00"),
    ("Date,Text,Amount\n2026-11-16,A,1.50-\n2026-11-16,B,2.00+\n", "-1.50 2.00"),
    ("Date,Text,Amount\n2026-11-16,A,(1.50)\n2026-11-16,B,2.00\n", "-1.50 2.00"),
    ("Date;Text;Amount\n2026-11-16;A;1.234,50 S\n2026-11-16;B;2,00 H\n", "-1234.50 2.00"),
    ("Date,Text,Amount\n2026-11-16,A,1.50 DR\n2026-11-16,B,2.00 CR\n", "-1.50 2.00"),
    ("Date,Text,Amount\n2026-11-16,A,−1.50\n2026-11-16,B,+2.00\n", "-1.50 2.00"),
    // A column of marks, with or without signs beside them.
    ("Date,Text,Amount,D/C\n2026-11-16,A,1.50,D\n2026-11-16,B,2.00,C\n", "-1.50 2.00"),
    ("Buchungstag;Text;Betrag;Soll/Haben\n16.11.2026;A;1,50;S\n17.11.2026;B;2,00;H\n", "-1.50 2.00"),
    ("Date,Text,Amount,Dr/Cr\n2026-11-16,A,-1.50,DBIT\n2026-11-16,B,2.00,CRDT\n", "-1.50 2.00"),
    // A column for the kind that has nothing but sides.
    ("Date,Text,Amount,Transaction Type\n2026-11-16,A,1.50,Debit\n2026-11-16,B,2.00,Credit\n", "-1.50 2.00"),
    // Two columns, debits with a minus or without, zeros in the other one.
    ("Date,Text,Debit,Credit\n2026-11-16,A,1.50,\n2026-11-16,B,,2.00\n", "-1.50 2.00"),
    ("Date,Text,Debit,Credit\n2026-11-16,A,-1.50,0.00\n2026-11-16,B,0.00,2.00\n", "-1.50 2.00"),
    ("Date,Text,Paid out,Paid in\n2026-11-16,A,1.50,\n2026-11-16,B,,2.00\n", "-1.50 2.00"),
    // Deutsche Bank has all three, and fills only two.
    ("Buchungstag;Text;Betrag;Soll;Haben\n16.11.2026;A;;-1,50;\n17.11.2026;B;;;2,00\n", "-1.50 2.00"),
    // The sign of what is not booked shows that the file writes signs.
    ("Date,Text,Amount,Status\n2026-11-16,A,1.50,Sent\n2026-11-16,B,-2.00,Pending\n", "1.50"),
    // Without any sign the balances show that all came in, newest last or first.
    ("Date,Text,Amount,Balance\n2026-11-16,A,1.50,11.50\n2026-11-17,B,2.00,13.50\n", "1.50 2.00"),
    ("Date,Text,Amount,Balance\n2026-11-17,B,2.00,13.50\n2026-11-16,A,1.50,11.50\n", "2.00 1.50"),
  ])
  func theSideIsTold(_ text: String, _ amounts: String) throws {
    #expect(try Self.amounts(text) == amounts)
  }

  @Test func theSideIsNotGuessed() throws {
    let plain = "Date,Text,Amount,Balance\n2026-11-16,A,1.50,11.50\n2026-11-17,B,2.00,9.50\n"
    let refusal = #expect(throws: Refusal.self) { try Self.amounts(plain) }
    #expect(refusal?.line == 2 && refusal?.column == "Amount")
    #expect(try Self.amounts(plain) { $0.isIncoming = true } == "1.50 2.00")
    let marked = "Date,Text,Amount,D/C\n2026-11-16,A,-1.50,C\n"
    #expect(throws: Refusal.self) { try Self.amounts(marked) }
    #expect(throws: Refusal.self) { try Self.amounts("Date,Text,Amount,D/C\n2026-11-16,A,1.50,\n") }
    #expect(throws: Refusal.self) { try Self.amounts("Date,Text,Amount,D/C\n2026-11-16,A,-1.50 S,D\n") }
  }

  @Test func datesAndMarksAreDecidedByTheWholeFile() throws {
    func days(_ text: String, _ change: (inout CSVRules) -> Void = { _ in }) throws -> [String] {
      var rules = try #require(SampleStatement.csv)
      change(&rules)
      return try SampleStatement.read(text, csv: rules).flatMap(\.entries).map(\.booked.iso)
    }
    let unclear = "Date,Text,Amount\n05/11/2026,A,-1\n06/11/2026,B,-1\n"
    #expect(throws: Refusal.self) { try days(unclear) }
    #expect(try days(unclear) { $0.dateOrder = .dayMonthYear } == ["2026-11-05", "2026-11-06"])
    #expect(try days(unclear) { $0.fallbackDateOrder = .monthDayYear } == ["2026-05-11", "2026-06-11"])
    #expect(try days("Date,Text,Amount\n05/11/2026,A,-1\n05/16/2026,B,-1\n") == ["2026-05-11", "2026-05-16"])
    let pointed = "Datum;Text;Betrag\n05.11.26;A;-1\n06.11.26;B;-1\n"
    #expect(try days(pointed) { $0.fallbackDateOrder = .monthDayYear } == ["2026-11-05", "2026-11-06"])
    #expect(try days(pointed) { $0.dateOrder = .yearMonthDay } == ["2005-11-26", "2006-11-26"])
    let decided = "Date;Text;Amount\n2026-11-16;A;-1.234\n2026-11-16;B;-1,50\n2026-11-16;C;-1,2\n"
    #expect(try Self.amounts(decided) == "-1234.00 -1.50 -1.20")
    let thousands = "Date;Text;Amount\n2026-11-16;A;-1.234\n"
    #expect(throws: Refusal.self) { try Self.amounts(thousands) }
    #expect(try Self.amounts(thousands) { $0.decimalMark = .comma } == "-1234.00")
  }

  @Test func currenciesComeFromWhereTheyAreTold() throws {
    func currencies(_ text: String, _ change: (inout CSVRules) -> Void = { _ in }) throws -> [String] {
      var rules = try #require(SampleStatement.csv)
      change(&rules)
      return try SampleStatement.read(text, csv: rules).flatMap(\.entries).map(\.amount.currency.code)
    }
    #expect(try currencies("Date,Text,Amount (GBP)\n2026-11-16,A,-1\n") == ["GBP"])
    #expect(try currencies("Date;Text;Betrag in EUR\n2026-11-16;A;-1\n") == ["EUR"])
    #expect(try currencies("Date;Text;Amount\n2026-11-16;A;-1,00 €\n") == ["EUR"])
    #expect(try currencies("Currency:,CHF\n\nDate,Text,Amount\n2026-11-16,A,-1\n") == ["CHF"])
    #expect(
      try currencies("Date,Text,Amount\n2026-11-16,A,-1\n") { $0.currency = Currency("NOK") } == ["NOK"])
    #expect(
      try currencies(
        "Date,Text,Amount,Currency\n2026-11-16,A,-1,SEK\n2026-11-16,B,-1,NOK\n2026-11-16,C,-1,SEK\n")
        == ["SEK", "SEK", "NOK"])
    // ING: the currency beside the amount, not that of the balance.
    #expect(
      try currencies("Buchung;Buchungstext;Saldo;Währung;Betrag;Währung\n16.11.2026;A;5,00;EUR;-1,00;CHF\n")
        == ["CHF"])
    let empty = "Date,Text,Amount,Currency\n2026-11-16,A,-1,SEK\n2026-11-16,B,-1,\n"
    #expect(throws: Refusal.self) { try currencies(empty) }
    var rules = try #require(SampleStatement.csv)
    rules.fallbackCurrency = nil
    #expect(throws: Refusal.self) {
      try SampleStatement.read("Date,Text,Amount\n2026-11-16,A,-1\n", csv: rules)
    }
  }

  @Test func aBalanceThatDoesNotComeOutIsTold() throws {
    let text =
      "Date,Text,Amount,Balance\n2026-11-16,A,1.00,11.00\n2026-11-17,B,-2.00,9.00\n2026-11-18,C,-3.00,7.00\n2026-11-19,D,1.00,8.00\n"
    let statement = try #require(try SampleStatement.read(text).first)
    let usd = try #require(Currency("USD"))
    #expect(
      statement.warnings.first
        == .runningBalance(line: 4, said: Money(minor: 700, usd), found: Money(minor: 600, usd)))
    #expect(statement.opening == nil && statement.closing == nil && statement.entries.count == 4)
    // Balances of the lines above and below, where no row has one: something is missing between them.
    let titled =
      "Description,,Summary Amt.\nBeginning balance as of 11/01/2026,,\"10.00\"\nEnding balance as of 11/30/2026,,\"14.00\"\n\n"
      + "Date,Description,Amount\n11/16/2026,A,3.00\n11/17/2026,B,-1.00\n"
    let warned = try #require(try SampleStatement.read(titled).first)
    #expect(
      warned.warnings.contains(
        .balances(
          opening: Money(minor: 1_000, usd), entries: Money(minor: 200, usd),
          closing: Money(minor: 1_400, usd))))
  }

  @Test func whatIsNoBookingIsPassedOverAndWhatIsPendingCounted() throws {
    let text = """
      Date,Description,Amount,Running Bal.
      11/01/2026,Beginning balance as of 11/01/2026,,"10.00"
      11/16/2026,A,3.00,13.00

      Date,Description,Amount,Running Bal.
      pending,B,-4.00,
      Total,,3.00,
      11/17/2026,C,-1.00,12.00
      Pending transactions
      11/18/2026,D,-2.00,

      """
    let statement = try #require(try SampleStatement.read(text).first)
    #expect(statement.entries.map(\.told) == ["3 2026-11-16 - 3.00 USD -", "8 2026-11-17 - -1.00 USD -"])
    #expect(statement.notBooked == 2)
  }

  @Test func columnsWithoutAHeadingGoOnWithTheText() throws {
    let text = """
      "Data operacji","Data waluty","Typ transakcji","Kwota","Waluta","Saldo po transakcji","Opis transakcji","",""
      "2026-11-16","2026-11-16","Przelew na konto","+100.00","PLN","+300.00","Nazwa nadawcy: Olcha","Tytuł: INV-7",""
      "2026-11-15","2026-11-15","Opłata","-5.00","PLN","+200.00","Opłata za kartę","",""

      """
    let statement = try #require(try SampleStatement.read(text).first)
    #expect(statement.entries.map(\.remittance) == ["Nazwa nadawcy: Olcha Tytuł: INV-7", "Opłata za kartę"])
    #expect(statement.warnings.isEmpty && statement.closing?.text == "300.00")
  }

  @Test func textsThatSayTheSameAreOne() throws {
    let text = """
      Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise
      16/11/2026;VIR RECU;VIR RECU DE: FRENE SARL MOTIF: INV-2081;1250,00;EUR
      17/11/2026;PRELEVEMENT EDF;PRELEVEMENT EDF;-190,00;EUR

      """
    #expect(
      try SampleStatement.read(text).flatMap(\.entries).map(\.remittance)
        == ["VIR RECU DE: FRENE SARL MOTIF: INV-2081", "PRELEVEMENT EDF"])
  }

  @Test func theirAccountIsNotTheOwnOne() throws {
    let text = """
      "Auftragskonto";"Buchungstag";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Kontonummer";"BLZ";"Betrag";"Waehrung"
      "1234567";"16.11.2026";"INV-1";"Eibe";"7654321";"20041177";"-1,00";"EUR"

      """
    let entry = try #require(try SampleStatement.read(text).first?.entries.first)
    #expect(entry.account == BankAccount("1234567") && entry.counterparty.account == "7654321")
  }

  @Test func polishBanksWriteAHashBeforeHeadings() throws {
    let text = """
      #dla rachunków:
      Konto - 61109010140000071219812874;

      #Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;
      2026-11-16;2026-11-16;PRZELEW;"INV-2091";"OLCHA";'61109010140000071219812875';1 250,50;3 250,50;
      2026-11-17;2026-11-17;PRZELEW;"CZYNSZ";"DOM";'';-250,50;3 000,00;

      #Saldo końcowe;3 000,00 PLN;

      """
    let statement = try #require(try SampleStatement.read(text).first)
    #expect(
      statement.entries.map(\.told) == ["5 2026-11-16 - 1250.50 PLN -", "6 2026-11-17 - -250.50 PLN -"])
    #expect(statement.closing?.minor == 300_000 && statement.warnings.isEmpty)
  }

  @Test func oneFileInEveryEncoding() throws {
    let text =
      "Buchungstag;Begünstigter / Auftraggeber;Verwendungszweck;Betrag;Währung\n16.11.2026;Müller & Söhne;RE 1;-1,00;EUR\n"
    let expected = try SampleStatement.read(text).flatMap(\.entries)
    #expect(expected.first?.counterparty.name == "Müller & Söhne")
    let windows = text.unicodeScalars.map { UInt8($0.value) }
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [windows, [0xFF, 0xFE] + wide, wide, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      #expect(try SampleStatement.read(bytes).flatMap(\.entries) == expected)
      #expect(SampleStatement.format(bytes) == .csv)
    }
  }

  @Test func aCharacterAtTheEndOfTheBeginningSpoilsNoHeading() throws {
    // 16,384 bytes are looked at: wherever a character of two bytes is cut, the headings stay what they are.
    let heading = "Buchungstag;Empfänger;Verwendungszweck;Betrag (€)\n"
    let rows = String(
      repeating: "16.11.2026;\(String(repeating: "ü", count: 6_000));INV-1;-1,00\n", count: 3)
    for shift in 0..<2 {
      let bytes = Array((heading + String(repeating: " ", count: shift) + rows).utf8)
      #expect(bytes.count > 16_384 && SampleStatement.format(bytes) == .csv)
    }
  }

  /// A file has no end: only within a row can it be seen that it was cut off, and within the last column not even then.
  @Test(arguments: SampleStatement.csvNames)
  func aRowThatIsCutOffIsRefused(_ name: String) throws {
    let bytes = try SampleStatement.bytes(name)
    let rows = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    // The last booking, whatever stands behind it.
    let last = try #require(rows.last { $0.contains(where: \.isDigit) && !$0.starts(with: "Total".utf8) })
    for place in stride(from: last.startIndex + 12, to: last.startIndex + last.count / 2, by: 3) {
      #expect(SampleStatement.refusal(Array(bytes[..<place])) != nil, "cut at \(place)")
    }
  }

  /// Headings of banks, each of which must be known.
  @Test(arguments: [
    "Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz;Gläubiger ID;Betrag;Währung",
    "Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;IBAN Kontoinhaber;Kategorie",
    "Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung",
    "Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung",
    "\"Booking Date\",\"Value Date\",\"Partner Name\",\"Partner Iban\",Type,\"Payment Reference\",\"Account Name\",\"Amount (EUR)\",\"Original Amount\",\"Original Currency\",\"Exchange Rate\"",
    "\"IBAN/BBAN\",\"Munt\",\"BIC\",\"Volgnr\",\"Datum\",\"Rentedatum\",\"Bedrag\",\"Saldo na trn\",\"Tegenrekening IBAN/BBAN\",\"Naam tegenpartij\",\"Naam uiteindelijke partij\",\"Naam initiërende partij\",\"BIC tegenpartij\",\"Code\",\"Batch ID\",\"Transactiereferentie\",\"Machtigingskenmerk\",\"Incassant ID\",\"Betalingskenmerk\",\"Omschrijving-1\",\"Omschrijving-2\",\"Omschrijving-3\",\"Reden retour\",\"Oorspr bedrag\",\"Oorspr munt\",\"Koers\"",
    "accountNumber\tmutationcode\ttransactiondate\tvaluedate\tstartsaldo\tendsaldo\tamount\tdescription",
    "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise",
    "Fecha operación;Fecha valor;Concepto;Importe;Divisa;Saldo;Divisa",
    "Date,Description,Amount,Running Bal.", "Number,Date,Account,Amount,Subcategory,Memo",
    "Date,Type,Description,Value,Balance,Account Name,Account Number",
    "Date (UTC),Description,Amount,Status,Source Account,Bank Description,Reference,Note,Last Four Digits,Name On Card,Mercury Category,Category,GL Code,Timestamp,Original Currency,Check Number,Tags,Cardholder Email,Tracking ID",
    "\"TransferWise ID\",Date,Amount,Currency,Description,\"Payment Reference\",\"Running Balance\",\"Exchange From\",\"Exchange To\",\"Exchange Rate\",\"Payer Name\",\"Payee Name\",\"Payee Account Number\",Merchant,\"Total fees\"",
    "Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta",
    "Bokföringsdatum;Valutadatum;Verifikationsnummer;Text;Belopp;Saldo",
    "#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;",
    "Nº de séquence;Date d'exécution;Date valeur;Montant;Devise du compte;Numéro de compte;Type de transaction;Contrepartie;Nom de la contrepartie;Communication;Détails;Statut;Motif du refus",
    "Data contabile;Data valuta;Dare;Avere;Divisa;Descrizione operazione;Causale",
  ])
  func headingsOfBanksAreKnown(_ line: String) {
    #expect(SampleStatement.format(Array((line + "\n").utf8)) == .csv)
  }

  @Test(arguments: [
    "Customer,Invoice\n1,2\n", "Customer No,Invoice No,Date,Due Date,Amount,Balance,Description\n",
    "Date,Customer,Payment No,Amount,Memo\n", "Kunde;Rechnungsnummer;Datum;Fälligkeit;Betrag;Text\n",
    "Date,Invoice No,Description,Debit,Credit,Balance\n",
  ])
  func listsOfInvoicesAreNot(_ text: String) throws {
    #expect(SampleStatement.format(Array(text.utf8)) == nil)
    let refusal = try #require(SampleStatement.refusal(text))
    #expect(refusal.reason.contains("`kept import FILE` takes it"), "\(refusal)")
  }
}
