import TextScreen

extension CommandTable {
  /// The keys of the green screens and of vi side by side. To add a command: its case and its row. The row of a small
  /// form stands with the form.
  public static let standard = CommandTable(rows: moving + Inquiries.all.map(\.row) + others)

  private static let moving = [
    CommandRow(
      .help, "help", "Show every key; typing searches, Enter runs it.",
      Binding([.everywhere], .function(1), .character("?"))),
    CommandRow(
      .palette, "commands", "Run any command by its name.",
      Binding([.everywhere], .function(9), .character(":"))),
    CommandRow(
      .leave, "leave", "Leave the screen; on the queue, leave kept.",
      Binding([.everywhere], .function(3), .character("q"))),
    CommandRow(
      .back, "back", "Cancel or go back one screen.",
      Binding([.everywhere], .function(12), .escape, .character("h"), .left)),
    CommandRow(
      .refresh, "refresh", "Read everything again.",
      Binding([.everywhere], .function(5), .character("r"))),
    CommandRow(
      .repaint, "repaint", "Paint the screen from scratch.",
      Binding([.everywhere], .control("l"))),
    CommandRow(
      .suspend, "suspend", "Step into the background; fg brings it back.",
      Binding([.everywhere], .control("z"))),
    CommandRow(
      .up, "up", "One row up.",
      Binding([.everywhere], .up, .character("k")), Binding([.invoices], .character("k"))),
    CommandRow(
      .down, "down", "One row down.",
      Binding([.everywhere], .down, .character("j")), Binding([.invoices], .character("j")),
      Binding([.call, .form, .choice], .tab)),
    CommandRow(
      .pageUp, "page up", "One page up.",
      Binding([.everywhere], .pageUp, .control("b"))),
    CommandRow(
      .pageDown, "page down", "One page down.",
      Binding([.everywhere], .pageDown, .control("f"))),
    CommandRow(
      .top, "first", "To the first row.",
      Binding([.everywhere], .home, .character("g"))),
    CommandRow(
      .bottom, "last", "To the last row.",
      Binding([.everywhere], .end, .character("G"))),
    CommandRow(
      .open, "open", "Open the selected account.",
      Binding([.queue, .start], .enter, .character("l"), .right), unavailable: \.noAccount),
    CommandRow(
      .take, "take", "Take the marked result; its letter takes it at once.",
      Binding([.callMenu], .enter), unavailable: \.noResult),
    CommandRow(
      .logCall, "log call", "Log a call, a letter or a visit on this account.",
      Binding([.queue, .account], .function(6), .character("c")), unavailable: \.noAccount),
    CommandRow(
      .previousAccount, "previous", "Go to the previous account of the queue.",
      Binding([.queue, .account], .function(7), .character("K"), .character("[")), unavailable: \.firstAccount
    ),
    CommandRow(
      .nextAccount, "next", "Go to the next account of the queue.",
      Binding([.queue, .account], .function(8), .character("J"), .character("]")), unavailable: \.emptyList),
    CommandRow(
      .search, "search", "Search by any text or amount; in the story its words.",
      Binding([.queue, .account], .character("/"))),
    CommandRow(
      .searchNext, "next hit", "Go to the next account or entry that matches.",
      Binding([.queue, .account], .character("n")), unavailable: \.noNextHit),
    CommandRow(
      .searchPrevious, "previous hit", "Go to the previous account or entry that matches.",
      Binding([.queue, .account], .character("N")), unavailable: \.noPreviousHit),
    CommandRow(
      .searchEverywhere, "search all", "Look for the same words in all accounts.",
      Binding([.queue], .character("a")), unavailable: \.nothingElsewhere),
    CommandRow(
      .chooseView, "view", "Choose which accounts are listed.",
      Binding([.queue], .character("v"))),
    CommandRow(
      .chooseOrder, "sort", "Choose what the list is sorted by.",
      Binding([.queue], .character("o"))),
    CommandRow(
      .sidePane, "pane", "Show or hide the pane beside the list.",
      Binding([.queue], .character("w")), unavailable: \.narrow),
    CommandRow(
      .bell, "bell", "Ring when a callback of mine comes due, or not.",
      Binding([.queue], .character("b"))),
  ]

  private static let others = [
    CommandRow(
      .undo, "undo", "Take back my last entry; it stays readable as reversed.",
      Binding([.queue, .account, .cash, .customers], .character("u")), unavailable: \.noBook),
    CommandRow(
      .correct, "correct", "Correct the call or note of the story that the cursor stands on.",
      Binding([.account], .character("C")), unavailable: \.nothingToCorrect),
    CommandRow(
      .lookAt, "as of", "Show everything as of another day, read only.",
      Binding([.queue, .account], .character("D")), unavailable: \.noBook),
    CommandRow(
      .copyValue, "copy", "Copy the number of account or invoice, or a phone or address.",
      Binding([.queue, .account], .character("y")), unavailable: \.noAccount),
    CommandRow(
      .copyLine, "copy line", "Copy the selected line.",
      Binding([.queue, .account], .character("Y")), unavailable: \.noAccount),
    CommandRow(
      .theme, "theme", "Change the colours: dark, light, high contrast, mono.",
      Binding([.queue, .account, .start], .character("t"))),
    CommandRow(
      .nextSection, "section", "Go to the next part of the account.",
      Binding([.account], .tab)),
    CommandRow(
      .previousSection, "section back", "Go to the previous part of the account.",
      Binding([.account], .backTab)),
    CommandRow(
      .tagInvoice, "tag", "Tag the invoice for the next call.",
      Binding([.account], .character(" ")), unavailable: \.noInvoice),
    CommandRow(
      .tagAll, "tag all due", "Tag every invoice listed that is past due, or none of them.",
      Binding([.account], .character("a")), unavailable: \.noAccount),
    CommandRow(
      .tagRange, "tag to here", "Tag all from the invoice tagged last to this one.",
      Binding([.account], .character("T")), unavailable: \.noInvoice),
    CommandRow(
      .sortInvoices, "sort list", "Sort the invoices: oldest first, largest first, by number.",
      Binding([.account], .character("s")), unavailable: \.noAccount),
    CommandRow(
      .details, "details", "Show or hide the payments of a day one by one.",
      Binding([.account], .enter), unavailable: \.noPayments),
    CommandRow(
      .filter, "filter", "Show other invoices, or another part of the story.",
      Binding([.account], .character("f")), unavailable: \.noAccount),
    CommandRow(
      .save, "save", "Save the form; after a call the next account comes.",
      Binding([.call, .form, .choice], .function(10), .control("s"))),
    CommandRow(
      .nextField, "next field", "Go to the next field; saves on the last.",
      Binding([.call, .form, .choice], .enter)),
    CommandRow(
      .previousField, "field back", "Go to the field before.",
      Binding([.call, .form, .choice], .backTab)),
    CommandRow(
      .pick, "pick", "Pick a value from a list; typing filters.",
      Binding([.call, .callMenu, .form, .choice], .function(4), .control("o")), unavailable: \.nothingToPick),
    CommandRow(
      .addOutcome, "and also", "Go on to another outcome of the same call.",
      Binding([.call], .control("a")), unavailable: \.noOutcome,
      titled: { $0.nextOutcome.map { "outcome \($0)" } }),
    CommandRow(
      .discard, "discard", "Throw away what was typed into the form, after asking.",
      Binding([.call, .callMenu], .control("x")), unavailable: \.nothingTyped),
    CommandRow(
      .openDemo, "demo book", "Make a demo company and open it.",
      Binding([.start], .character("d"))),
    CommandRow(
      .importFile, "import file", "Import a file, or open a statement of the bank.",
      Binding([.queue, .start], .character("i"))),
    CommandRow(
      .answer, "answer", "Answer what the cursor stands on, or take the file.",
      Binding([.importing], .enter), unavailable: \.nothingToAnswer),
    CommandRow(
      .takeFile, "take the file", "Take the file into the book as it is shown.",
      Binding([.importing], .function(10), .control("s")), unavailable: \.notTakeable),
    CommandRow(
      .takeMoney, "record", "Record that the money pays what is shown, and go on to the next.",
      Binding([.cash, .split], .enter, .function(10), .control("s")), unavailable: \.notTakeable),
    CommandRow(
      .takeCertain, "all certain", "Record all money that names what it pays.",
      Binding([.cash], .character("a")), unavailable: \.nothingCertain),
    CommandRow(
      .split, "split", "Go to the invoices that the money pays, to choose others.",
      Binding([.cash], .character(" ")), unavailable: \.noMoney),
    CommandRow(
      .putAgainst, "put against", "Put the money against the invoice, or take it off.",
      Binding([.split], .character(" ")), unavailable: \.noPayable),
    CommandRow(
      .partAmount, "amount", "Say how much of the invoice it pays.",
      Binding([.split], .character("e")), unavailable: \.noPayable),
    CommandRow(
      .shortReason, "why short", "Say why less is paid than open: discount, fee, dispute.",
      Binding([.split], .character("s")), unavailable: \.noPayable),
    CommandRow(
      .whoseMoney, "whose", "Say whose money it is.",
      Binding([.cash], .character("w")), unavailable: \.noMoney),
    CommandRow(
      .remittance, "list", "Put the money against the invoices of a list that came with it.",
      Binding([.cash, .split], .character("l")), unavailable: \.noMoney),
    CommandRow(
      .customers, "customers", "Look for customers that the books may have twice.",
      Binding([.queue], .character("&")), unavailable: \.noCustomers),
    CommandRow(
      .merge, "the same", "Both are one customer: one account from now on.",
      Binding([.customers], .enter, .character("m")), unavailable: \.notRelatable),
    CommandRow(
      .joinBranch, "branch", "The other one is a branch that is worked together.",
      Binding([.customers], .character("b")), unavailable: \.notRelatable),
    CommandRow(
      .joinGroup, "group", "The other one is a branch that is worked for itself.",
      Binding([.customers], .character("o")), unavailable: \.notRelatable),
    CommandRow(
      .different, "different", "They are two customers; the pair is not shown again.",
      Binding([.customers], .character("x")), unavailable: \.notRelatable),
    CommandRow(
      .swap, "swap", "Let the other one go on, or be the head.",
      Binding([.customers], .character("s")), unavailable: \.notRelatable),
    CommandRow(
      .choose, "choose", "Take what the cursor stands on, or what was marked or typed.",
      Binding([.list, .invoices], .enter, .tab), Binding([.question, .prompt], .enter),
      Binding([.invoices], .function(10), .control("s"))),
    CommandRow(
      .nextValue, "next value", "Go to the next of a few values or answers.",
      Binding([.choice], .right, .character(" ")), Binding([.question], .tab, .right)),
    CommandRow(
      .previousValue, "value back", "Go to the value or the answer before.",
      Binding([.choice], .left), Binding([.question], .backTab, .left)),
    CommandRow(
      .mark, "mark", "Mark an invoice, or take its mark off.",
      Binding([.invoices], .character(" "), .insert)),
    CommandRow(
      .markAll, "mark all", "Mark every invoice, or none.",
      Binding([.invoices], .character("a"))),
  ]
}
