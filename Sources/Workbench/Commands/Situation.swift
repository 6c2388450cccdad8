import Receivables

/// What the rows of the command table look at to say whether a command can be done: where somebody is, and on
/// what.
struct Situation: Sendable {
  let scope: Scope
  let commands: CommandTable
  var hasBook: Bool
  /// The day as of which everything is shown, where that is not the book's own.
  var otherDay: CalendarDay?
  var isWide: Bool
  /// How many accounts are listed; nil before the list is here.
  var accounts: Int?
  /// Where the list's selection stands in it, from 0.
  var rank: Int
  /// Whether the list is what a search found, and how many more it found in accounts that are not listed.
  var isSearch: Bool
  var elsewhere: Int
  /// Number and name of the account that a command would be about; nil when there is none.
  var account: String?
  /// Whether that account has a matter that is not over.
  var hasOpenMatter = false
  /// Whether that account has a dispute that is not over.
  var hasOpenDispute = false
  /// Whether the cursor stands on an open invoice.
  var isOnInvoice = false
  /// Whether the cursor stands on what somebody wrote.
  var isOnEntry = false
  /// Whether the cursor stands in the story, whether that is searched, and whether it stands on the payments of a day.
  var isInStory = false
  var isSearchingStory = false
  var isOnPayments = false
  /// Whether a result of a call is marked.
  var isOnResult = false
  /// Whether something was typed into the form.
  var isTyped = false
  /// Whether there is an outcome of a call to go on from, and the number of the one that was said after it.
  var hasOutcome = false
  var nextOutcome: Int?
  /// Why the file that is looked at cannot be taken; nil when it can.
  var notTakeable: String?
  /// Whether the cursor stands on something of it that Enter answers.
  var isOnAct = false
  /// How much money of a statement is certain, and whether the cursor stands on money that is not recorded.
  var certain = 0
  var isOnMoney = false
  /// Why nothing can be said of the pair of customers that the cursor stands on; nil when it can.
  var notRelatable: String?
  /// Why the field in focus has no list; nil when it has one.
  var nothingToPick: String?

  /// A situation in which nothing is known but what the sitting says.
  init(_ scope: Scope, _ sitting: Sitting) {
    self.scope = scope
    commands = sitting.commands
    hasBook = sitting.hasAccounts
    otherDay = sitting.isOtherDay ? sitting.today : nil
    isWide = sitting.isWide
    accounts = sitting.list.isHere ? sitting.list.total : nil
    rank = sitting.list.rank
    isSearch = sitting.list.isSearch
    elsewhere = sitting.list.elsewhere
  }
}

/// The reasons why something cannot be done.
extension Situation {
  /// A line that only tells something.
  var nothingToAnswer: String? {
    isOnAct ? nil : "This line asks nothing. Questions and columns are marked with a dot."
  }

  var nothingCertain: String? { certain > 0 ? nil : "No money is left that names what it pays." }

  var noMoney: String? {
    isOnMoney ? nil : "This money is recorded already."
  }

  var noPayable: String? { isOnInvoice ? nil : "There is no open invoice that it could pay." }

  /// What nobody wrote cannot be corrected.
  var nothingToCorrect: String? {
    guard !isOnEntry else { return nil }
    let section = commands.name(of: .nextSection, in: .account)
    return
      "Only what somebody wrote can be corrected: open an account, \(section) goes to its story, choose the line."
  }

  /// What would be recorded belongs to the book's own day.
  var readOnly: String? {
    guard let otherDay else { return nil }
    return "You are looking at \(otherDay.long): nothing can be recorded. \(commands.wayBack)"
  }

  var noCustomers: String? { hasBook ? nil : "There is no book yet." }

  var noBook: String? { hasBook ? nil : "There is no book yet in which something could be taken back." }

  /// On the start screen what is opened is one of its offers.
  var noAccount: String? { account == nil && scope != .start ? "There is no account here." : nil }

  var emptyList: String? { accounts == 0 ? "There is no account in this list." : nil }

  var nothingElsewhere: String? {
    guard isSearch else {
      return "No words were searched for yet; \(commands.name(of: .search, in: scope)) asks for them."
    }
    return elsewhere > 0 ? nil : "No other account matches."
  }

  /// The list of accounts just stays on its first row; from account to account there has to be another one.
  var firstAccount: String? {
    if let emptyList { return emptyList }
    return scope == .account && rank == 0 ? "This is the first account of the list." : nil
  }

  var lastAccount: String? {
    if let emptyList { return emptyList }
    guard scope == .account, let accounts else { return nil }
    return rank >= accounts - 1 ? "This is the last account of the list." : nil
  }

  var noOpenMatter: String? {
    guard let account else { return noAccount }
    return hasOpenMatter ? nil : "\(account.shortened(to: 50)) has nothing open to withdraw."
  }

  var noOpenDispute: String? {
    guard let account else { return noAccount }
    return hasOpenDispute ? nil : "\(account.shortened(to: 50)) has no open dispute."
  }

  var noInvoice: String? { isOnInvoice ? nil : "Only an open invoice can be tagged." }

  var noPreviousHit: String? { isSearchingStory ? nil : firstAccount }

  var noNextHit: String? { isSearchingStory ? nil : lastAccount }

  var noPayments: String? {
    isOnPayments ? nil : "Only a line of several payments in the story has details."
  }

  var narrow: String? { isWide ? nil : "The pane needs a terminal of at least 120 columns." }

  var noResult: String? {
    guard !isOnResult else { return nil }
    let (up, down) = (commands.name(of: .up, in: scope), commands.name(of: .down, in: scope))
    return "No result is marked. Type its letter, or move to it with \(up) and \(down) first."
  }

  var noOutcome: String? { hasOutcome ? nil : nothingTyped }

  var nothingTyped: String? { isTyped ? nil : "Nothing was typed here yet." }
}
