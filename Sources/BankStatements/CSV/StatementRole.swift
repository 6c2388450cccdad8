/// What a column of a bank's CSV tells. The raw value is its key in `bank-columns.toml`.
public enum StatementRole: String, Hashable, Sendable, CaseIterable {
  /// The day of booking.
  case booked
  /// The day from which it counts for interest.
  case valued
  /// How much, with a sign or with a word for the side in another column.
  case amount
  /// How much, where it went out.
  case debit
  /// How much, where it came in.
  case credit
  /// Whether it came or went, as a word.
  case side
  /// Currency code.
  case currency
  /// Who stands on the other side.
  case counterparty
  /// Who paid: the other side of money that came.
  case payer
  /// Who got it: the other side of money that went.
  case payee
  /// The account of the other side.
  case theirAccount = "their_account"
  /// What the payer wrote; several columns are one text.
  case text
  /// What the bank calls it.
  case title
  /// What the payer's side gave it and every bank handed on.
  case endToEnd = "end_to_end"
  /// What the account's bank calls it.
  case bankReference = "bank_reference"
  /// The mandate of a direct debit.
  case mandate
  /// The number of a check.
  case check
  /// A reference with check digits.
  case structured
  /// Whether it is booked yet, as a word.
  case status
  /// Why it came back.
  case returnReason = "return_reason"
  /// What is on the account behind it.
  case balance
  /// The account that it was booked on.
  case account
  /// The bank of that account by its digits: a sort code.
  case bank
  /// What banks tell and nobody asks here.
  case other
}

/// Which way money went, by a word. The raw value is its key in `bank-columns.toml`.
public enum MoneySide: String, Hashable, Sendable, CaseIterable {
  case incoming = "in"
  case outgoing = "out"
}

/// How far a booking is, by a word. The raw value is its key in `bank-columns.toml`.
public enum BookingState: String, Hashable, Sendable, CaseIterable {
  /// It stands on the account.
  case booked
  /// It is noted, authorised, on its way.
  case pending
  /// It came to nothing.
  case failed
}

/// What a line above the headings tells behind a word. The raw value is its key in `bank-columns.toml`.
public enum StatementTitle: String, Hashable, Sendable, CaseIterable {
  case account, currency, opening, closing
}
