import Receivables
import Settings
import Testing

/// A policy file with one fault, and what is said about it.
struct PolicyFault: Sendable, CustomTestStringConvertible {
  let sound: String
  let faulty: String
  let said: String

  var testDescription: String { said }
}

@Suite("A fault in a policy file is named with line and column")
struct PolicyFaultTests {
  /// As small as a policy can be. The tests break one place of it at a time.
  static let sound = """
    currency = "USD"
    first_contact_days = 3
    pre_run_days = 3
    stale_books_days = 3
    snapshot_shrink_percent = 40
    [calendar]
    weekend = ["sat", "sun"]
    holidays = [2026-12-25]
    [aging]
    bounds = [0, 30, 60, 90]
    basis = "due"
    [promises]
    grace_days = 2
    tolerance_basis_points = 100
    tolerance_major = 0
    longest_days = 30
    [worklist]
    lanes = [
      "callback", "broken_promise", "promise_due", "follow_up",
      "new_past_due", "pre_run", "rest", "cash_application",
    ]
    bands = [60, 40, 20]
    rules = [
      { code = "old_90", measure = "oldest_days", at_least = 90, points = 10 },
      { code = "old_30", measure = "oldest_days", at_least = 30, points = 5 },
    ]
    [calls]
    questions = ["When?"]
    actions = [{ code = "OUT", title = "call out" }]
    results = [
      { code = "NA", key = "n", meaning = "no answer", marks = "W", returns = 1, next = "call", asks = [] },
      { code = "GK", key = "g", meaning = "away", marks = "WX", returns = "asked_day", next = "call", asks = ["date"] },
    ]
    reasons = [{ code = "unknown", title = "unknown" }]
    methods = [{ code = "ach", title = "ACH" }]
    dispute_reasons = [{ code = "price", title = "price" }]
    [rates]
    USD = "1"
    EUR = "1.08"
    """

  @Test("A sound file is read")
  func reads() throws {
    let policy = try PolicyFile.read(text: Self.sound, name: "p")
    #expect(policy.results.map(\.code) == ["NA", "GK"])
    #expect(policy.dateOrder == nil)
  }

  @Test("A file from before there were owners of disputes goes by the shipped ones")
  func olderThanDisputes() throws {
    let policy = try PolicyFile.read(text: Self.sound, name: "p")
    #expect(policy.disputes == (try PolicyFile.shipped().disputes))
    #expect(policy.disputes.owner(of: "price") == "sales")
    #expect(policy.holdReasons == (try PolicyFile.shipped().holdReasons))
  }

  @Test("A file from before there was a ladder goes by the shipped one")
  func olderThanLadder() throws {
    let policy = try PolicyFile.read(text: Self.sound, name: "p")
    #expect(policy.escalation == (try PolicyFile.shipped().escalation))
    #expect(policy.credit == (try PolicyFile.shipped().credit))
  }

  @Test(arguments: faults)
  func says(_ fault: PolicyFault) throws {
    try #require(Self.sound.components(of: fault.sound) == 2)
    let text = Self.sound.replacing(fault.sound, with: fault.faulty)
    let error = try #require(throws: SettingsError.self) { try PolicyFile.read(text: text, name: "p") }
    #expect(error.description == "p, \(fault.said)")
  }

  @Test("All faults are told together, in the order of the file, each once")
  func several() throws {
    let text = Self.sound.replacing("grace_days = 2", with: "grace_days = \"2\"")
      .replacing("key = \"n\"", with: "key = \"N\"").replacing("key = \"g\"", with: "key = \"G\"")
      .replacing("pre_run_days = 3", with: "pre_run = 3")
      .replacing("title = \"price\"", with: "titel = \"price\"")
    let error = try #require(throws: SettingsError.self) { try PolicyFile.read(text: text, name: "p") }
    #expect(error.all.map { $0.position?.line } == [1, 3, 13, 31, 32, 36])
    #expect(error.all.map(\.reason).contains("key is \"G\"; it must be one letter from a to z."))
    #expect(error.all.first?.reason == "pre_run_days is missing.")
  }

  private static func fault(_ sound: String, _ faulty: String, _ said: String) -> PolicyFault {
    PolicyFault(sound: sound, faulty: faulty, said: said)
  }

  /// A table of disputes before that of the rates.
  private static func disputes(
    _ days: String, reasons: String = "", causes: String = "{ code = \"other\", title = \"other\" }"
  ) -> String {
    """
    [disputes]
    \(days)
    owners = [{ code = "sales", title = "sales"\(reasons) }]
    root_causes = [\(causes)]
    [rates]
    """
  }

  /// A ladder of two rungs before the table of the rates.
  private static func ladder(_ more: String = "approval = true", legal: String = "a") -> String {
    """
    [escalation]
    owners = [{ code = "legal", title = "legal" }]
    ladder = [{ code = "a", title = "a" }, { code = "b", title = "letter to court", \(more) }]
    legal = "\(legal)"
    [rates]
    """
  }

  static let faults: [PolicyFault] = [
    fault(
      "longest_days = 30\n", "longest_days = 30\n[plans]\nbreaks_after = 0\n",
      "line 18, column 16: breaks_after is 0; it must be from 1 to 120."),
    fault(
      "longest_days = 30\n", "longest_days = 30\n[incentives]\nlargest_basis_points = 10_001\n",
      "line 18, column 24: largest_basis_points is 10001; it must be from 0 to 10000."),
    fault(
      "longest_days = 30\n", "longest_days = 30\n[incentives]\npercent = 3\n",
      "line 18, column 1: Unknown key \"percent\"; known here: largest_basis_points, longest_days, owner, credit_days."
    ),
    fault(
      "longest_days = 30\n", "longest_days = 30\n[approval]\nwho = []\n",
      "line 18, column 1: Unknown key \"who\"; known here: by."),
    fault(
      "longest_days = 30\n", "longest_days = 30\n[corrections]\nby = \"Ann Lee\"\n",
      "line 18, column 6: by must be a list, this is text in quotes."),
    // The ladder.
    fault(
      "[rates]", ladder(legal: "gone"),
      "line 40, column 9: \"gone\" is no rung of the ladder that somebody decides on."),
    fault(
      "[rates]", ladder("owner = \"sales\""), "line 39, column 89: \"sales\" is none of the owners in use."),
    fault(
      "[rates]", ladder("after_days = -1"), "line 39, column 94: after_days is -1; it must be from 0 to 3650."
    ),
    fault(
      "[rates]", ladder("does = \"stop\""),
      "line 39, column 88: Unknown does \"stop\"; known are \"credit_hold\", \"placement\"."),
    fault(
      "[rates]", ladder("beside = \"b\""),
      "line 39, column 90: \"b\" is no rung above this one that stands for itself."),
    fault("[rates]", ladder("contacts = [\"XX\"]"), "line 39, column 93: \"XX\" is none of the actions."),
    fault(
      "[rates]", ladder("contacts = [\"OUT\"], approval = true"),
      "line 39, column 92: A rung that contacts take by themselves is not approved and does nothing else."),
    fault(
      "[rates]", "[credit]\nlimit_percent = 0\n[rates]",
      "line 38, column 17: limit_percent is 0; it must be from 1 to 10000."),
    // Not TOML at all.
    fault(
      "currency = \"USD\"", "currency = USD",
      "line 1, column 12: Error while parsing value: could not determine value type."),
    fault(
      "[aging]", "[aging",
      "line 9, column 7: Error while parsing table header: expected ']', saw '\\n'."),
    fault(
      "stale_books_days = 3", "pre_run_days = 3",
      "line 4, column 16: Error while parsing key-value pair: cannot redefine existing integer 'pre_run_days'."
    ),
    fault(
      "\"When?\"", "\"Wh\u{0}en?\"",
      "line 28, column 17: The file holds a NUL byte; save it as plain text."),
    // Missing and unknown.
    fault(
      "[aging]", "[ageing]",
      "line 9, column 2: Unknown key \"ageing\"; known here: currency, date_order, first_year, last_year, first_contact_days, rest_days, pre_run_days, stale_books_days, snapshot_shrink_percent, rename_limit, no_contact_days, escalation_days, calendar, aging, promises, plans, incentives, approval, corrections, rights, worklist, calls, disputes, escalation, credit, holds, rates."
    ),
    fault(
      "basis = \"due\"\n", "",
      "line 9, column 2: basis is missing here."),
    fault(
      "grace_days = 2", "grace_day = 2",
      "line 13, column 1: Unknown key \"grace_day\"; known here: grace_days, tolerance_basis_points, tolerance_major, longest_days."
    ),
    fault(
      "first_contact_days = 3\n", "",
      "line 1, column 1: first_contact_days is missing."),
    fault(
      "bands = [60, 40, 20]", "band = [60, 40, 20]",
      "line 22, column 1: Unknown key \"band\"; known here: lanes, bands, rules."),
    fault(
      "title = \"ACH\"", "name = \"ACH\"",
      "line 35, column 28: Unknown key \"name\"; known here: code, title, retired, contact."),
    fault(
      "[calls]\nquestions = [\"When?\"]", "[calls]\nquestion = []",
      "line 28, column 1: Unknown key \"question\"; known here: questions, actions, results, reasons, methods, dispute_reasons."
    ),
    // Of the wrong kind.
    fault(
      "[worklist]", "[promises.worklist]",
      "line 1, column 1: worklist is missing."),
    fault(
      "grace_days = 2", "grace_days = \"two\"",
      "line 13, column 14: grace_days must be a whole number, this is text in quotes."),
    fault(
      "grace_days = 2", "grace_days = 2.5",
      "line 13, column 14: grace_days must be a whole number, this is a number with a fraction."),
    fault(
      "weekend = [\"sat\", \"sun\"]", "weekend = \"sat\"",
      "line 7, column 11: weekend must be a list, this is text in quotes."),
    fault(
      "[aging]", "[calendar.countries.Germany]\nzones = [\"Europe/Berlin\"]\nholidays = []\n[aging]",
      "line 9, column 2: \"Germany\" is not a country; write its two letters, such as DE."),
    fault(
      "[aging]", "[calendar.countries.DE]\nzones = []\nholidays = []\n[aging]",
      "line 10, column 9: zones needs at least one time zone, such as \"Europe/Berlin\"."),
    fault(
      "[aging]",
      "[calendar.countries.AT]\nzones = [\"Europe/Berlin\"]\nholidays = []\n[calendar.countries.DE]\nzones = [\"Europe/Berlin\"]\nholidays = []\n[aging]",
      "line 13, column 10: \"Europe/Berlin\" already stands under AT."),
    fault(
      "2026-12-25", "2026-12-24, \"2026-12-25\"",
      "line 8, column 25: Each of holidays must be a date such as 2026-12-25, this is text in quotes."),
    fault(
      "[0, 30, 60, 90]", "[0, true]",
      "line 10, column 14: Each of bounds must be a whole number, this is true or false."),
    fault(
      "actions = [{ code = \"OUT\", title = \"call out\" }]", "actions = [\"OUT\"]",
      "line 29, column 12: Each of actions must be a table, this is text in quotes."),
    fault(
      "asks = [] },", "asks = [], retired = 1 },",
      "line 31, column 114: retired must be true or false, this is a whole number."),
    // Disputes.
    fault(
      "[rates]", "[holds]\nreasons = []\n[rates]",
      "line 38, column 11: reasons needs at least one code that is in use."),
    fault(
      "[rates]", Self.disputes("credit_day = 3"),
      "line 38, column 1: Unknown key \"credit_day\"; known here: credit_days, owners, root_causes."),
    fault(
      "[rates]", Self.disputes("credit_days = 366"),
      "line 38, column 15: credit_days is 366; it must be from 0 to 365."),
    fault(
      "[rates]", Self.disputes("credit_days = 3", reasons: ", reasons = [\"price\", \"weather\"]"),
      "line 39, column 66: \"weather\" is none of the dispute_reasons."),
    fault(
      "[rates]", Self.disputes("credit_days = 3", reasons: ", reasons = [\"price\", \"price\"]"),
      "line 39, column 66: The reason \"price\" has two owners."),
    fault(
      "[rates]", Self.disputes("credit_days = 3", reasons: ", retired = true"),
      "line 39, column 10: owners needs at least one code that is in use."),
    fault(
      "[rates]", Self.disputes("credit_days = 3", causes: ""),
      "line 40, column 15: root_causes needs at least one code that is in use."),
    // Out of range.
    fault(
      "currency = \"USD\"", "currency = \"US$\"",
      "line 1, column 12: \"US$\" is not a currency; write its three letters, such as \"USD\"."),
    fault(
      "currency = \"USD\"", "currency = \"USD\"\ndate_order = \"us\"",
      "line 2, column 14: Unknown date_order \"us\"; known are \"dmy\", \"mdy\", \"ymd\"."),
    fault(
      "snapshot_shrink_percent = 40", "snapshot_shrink_percent = 101",
      "line 5, column 27: snapshot_shrink_percent is 101; it must be from 0 to 100."),
    fault(
      "tolerance_basis_points = 100", "tolerance_basis_points = -1",
      "line 14, column 26: tolerance_basis_points is -1; it must be from 0 to 10000."),
    fault(
      "\"sun\"", "\"sonntag\"",
      "line 7, column 19: \"sonntag\" is not a day; write mon, tue, wed, thu, fri, sat or sun."),
    fault(
      "[\"sat\", \"sun\"]", "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]",
      "line 7, column 11: A week needs at least one business day."),
    fault(
      "[0, 30, 60, 90]", "[0, 60, 30, 90]",
      "line 10, column 18: bounds must ascend: 30 follows 60."),
    fault(
      "[0, 30, 60, 90]", "[]",
      "line 10, column 10: bounds has 0 numbers; it must have one to six."),
    fault(
      "[0, 30, 60, 90]", "[0, 4000]",
      "line 10, column 14: A bound is 4000 days; it must be from 0 to 3650."),
    fault(
      "\"due\"", "\"paid\"",
      "line 11, column 9: Unknown basis \"paid\"; known are \"due\", \"issued\"."),
    fault(
      "[60, 40, 20]", "[60, 40]",
      "line 22, column 9: bands has 2 numbers; it must have three, for A, B and C."),
    fault(
      "[60, 40, 20]", "[60, 40, 40]",
      "line 22, column 18: bands must descend: 40 follows 40."),
    fault(
      "[60, 40, 20]", "[160, 40, 20]",
      "line 22, column 10: A band begins at 160 percent; it must be from 0 to 100."),
    fault(
      "\"pre_run\"", "\"prerun\"",
      "line 20, column 19: Unknown lane \"prerun\"; known are \"callback\", \"broken_promise\", \"promise_due\", \"follow_up\", \"new_past_due\", \"pre_run\", \"rest\", \"cash_application\"."
    ),
    fault(
      "\"pre_run\"", "\"rest\"",
      "line 20, column 27: The lane \"rest\" is named twice."),
    fault(
      "\"pre_run\", ", "",
      "line 18, column 9: The lane \"pre_run\" has no place; name every lane once."),
    fault(
      "code = \"old_30\"", "code = \"old_90\"",
      "line 25, column 12: The code \"old_90\" is used twice."),
    fault(
      "code = \"old_30\"", "code = \"rest\"",
      "line 25, column 12: \"rest\" is the name of a lane; reasons could not be told apart."),
    fault(
      "measure = \"oldest_days\", at_least = 30", "measure = \"oldest\", at_least = 30",
      "line 25, column 32: Unknown measure \"oldest\"; known are \"to_collect\", \"oldest_days\", \"promise_level\", \"broken_promises\", \"days_without_contact\", \"limit_share\", \"drift_days\", \"unapplied_share\"."
    ),
    fault(
      "points = 10 },\n  { code = \"old_30\", measure = \"oldest_days\", at_least = 30, points = 5",
      "points = -1",
      "line 23, column 9: No rule gives points, so no priority could be worked out."),
    fault(
      "code = \"GK\"", "code = \"NA\"",
      "line 32, column 12: The code \"NA\" is used twice."),
    fault(
      "code = \"GK\"", "code = \"Gk\"",
      "line 32, column 12: \"Gk\" must be two capital letters."),
    fault(
      "key = \"g\"", "key = \"n\"",
      "line 32, column 24: The key \"n\" is used twice."),
    fault(
      "key = \"g\"", "key = \"G\"",
      "line 32, column 24: key is \"G\"; it must be one letter from a to z."),
    fault(
      "meaning = \"away\"", "meaning = \"\"",
      "line 32, column 39: meaning must not be empty."),
    fault(
      "marks = \"WX\"", "marks = \"WXX\"",
      "line 32, column 55: marks is \"WXX\"; it may hold W, C and X, each once."),
    fault(
      "returns = \"asked_day\"", "returns = \"someday\"",
      "line 32, column 71: Unknown return \"someday\"; write a number of business days or one of \"later_today\", \"now\", \"today\", \"asked_day\", \"after_promise\", \"first_instalment\"."
    ),
    fault(
      "returns = \"asked_day\"", "returns = 366",
      "line 32, column 71: returns is 366; it must be from 0 to 365."),
    fault(
      "asks = [\"date\"]", "asks = []",
      "line 32, column 71: \"asked_day\" needs a day, so asks must hold \"date\"."),
    fault(
      "asks = [\"date\"]", "asks = [\"date\", \"when\"]",
      "line 32, column 115: Unknown field \"when\"; known are \"amount\", \"date\", \"time\", \"method\", \"reference\", \"who\", \"reason\", \"dispute_reason\", \"invoices\", \"address\", \"instalments\", \"discount\", \"approval\"."
    ),
    fault(
      "asks = [\"date\"]", "asks = [\"date\", \"date\"]",
      "line 32, column 115: \"date\" is asked twice."),
    fault(
      "next = \"call\", asks = [\"date\"]", "next = \"ring\", asks = [\"date\"]",
      "line 32, column 91: Unknown next \"ring\"; known are \"call\", \"call_back\", \"check_promise\", \"check_payment\", \"check_run\", \"resend\", \"dispute\", \"check_credit\", \"check_plan\", \"escalate\", \"legal\", \"check_escalation\", \"apply_cash\"."
    ),
    fault(
      "title = \"ACH\"", "title = \"ACH\", retired = true",
      "line 35, column 11: methods needs at least one code that is in use."),
    fault(
      "EUR = \"1.08\"", "EURO = \"1.08\"",
      "line 39, column 1: \"EURO\" is not a currency; write its three letters, such as USD."),
    fault(
      "EUR = \"1.08\"", "usd = \"1.08\"",
      "line 39, column 1: USD has two rates."),
    fault(
      "EUR = \"1.08\"", "EUR = \"1,08\"",
      "line 39, column 7: A rate is a positive number in quotes with at most six decimals, such as \"1.08\"."),
    fault(
      "EUR = \"1.08\"", "EUR = \"0\"",
      "line 39, column 7: A rate is a positive number in quotes with at most six decimals, such as \"1.08\"."),
    fault(
      "EUR = \"1.08\"", "EUR = 1.08",
      "line 39, column 7: EUR must be text in quotes, this is a number with a fraction."),
  ]
}

extension String {
  /// How many pieces `separator` cuts this text into: 2 when it occurs once.
  fileprivate func components(of separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
