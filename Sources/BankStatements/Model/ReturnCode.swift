/// What the codes mean under which payments come back (ISO 20022, external code set "return reason").
public enum ReturnCode {
  /// A few words for a code: `ReturnCode.meaning("AM04") == "not enough money in the account"`; nil for one that is not
  /// in the list.
  public static func meaning(_ code: String) -> String? { meanings[code] }

  private static let meanings: [String: String] = [
    "AC01": "the account number is wrong", "AC03": "the account number is wrong",
    "AC04": "the account is closed", "AC06": "the account is blocked", "AC13": "not an account of a business",
    "AG01": "such payments are not allowed on the account", "AG02": "the kind of payment is wrong",
    "AM04": "not enough money in the account", "AM05": "paid twice", "AM09": "the amount is wrong",
    "BE01": "name and account do not belong together", "BE04": "the address is missing",
    "BE05": "the creditor is not known", "CNOR": "the bank of the creditor takes no part",
    "CUST": "the customer asked for it", "DNOR": "the bank of the debtor takes no part",
    "DT01": "the date is wrong", "DUPL": "paid twice", "ED05": "it could not be settled",
    "FF01": "the file was not as it must be", "FOCR": "it was called back", "FRAD": "fraud is suspected",
    "LEGL": "the law forbids it", "MD01": "there is no mandate", "MD02": "the mandate is not complete",
    "MD06": "the payer asked for it back", "MD07": "the payer has died", "MS02": "the payer refused it",
    "MS03": "the bank gives no reason", "NARR": "for the reason in the text",
    "NOAS": "the payee did not answer", "NOOR": "there was no such payment",
    "RC01": "the bank's code is wrong", "RR01": "the account of the payer is missing",
    "RR02": "name or address of the payer is missing", "RR03": "name or address of the payee is missing",
    "RR04": "for a reason of the authorities", "SL01": "the bank of the payer offers no such debit",
    "TECH": "for a technical reason", "TM01": "it came too late",
  ]
}
