extension ExportHeadersTests.Export {
  static let all = [
    ExportHeadersTests.Export(
      system: "Xero invoices, one row a line",
      text: """
        ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,\
        Description,Quantity,UnitAmount,LineAmount,Currency,Type,Sent,Status
        Alder Co,ap@alder.example,INV-1,PO 9,27/02/2026,29/03/2026,120.00,20.00,100.00,Bolts,1,60,60,GBP,Sales invoice,Sent,Awaiting Payment
        Alder Co,ap@alder.example,INV-1,PO 9,27/02/2026,29/03/2026,120.00,20.00,100.00,Nuts,1,60,60,GBP,Sales invoice,Sent,Awaiting Payment
        Alder Co,ap@alder.example,CN-1,,28/02/2026,,-10.00,0.00,-10.00,Return,1,-10,-10,GBP,Sales credit note,,Awaiting Payment
        Birch Ltd,,INV-2,,01/03/2026,31/03/2026,50.00,0,50.00,Nails,1,50,50,GBP,Bill,,Awaiting Payment
        Birch Ltd,,INV-3,,01/03/2026,31/03/2026,50.00,0,50.00,Nails,1,50,50,GBP,Sales invoice,,Draft
        """,
      expected: [
        "Alder Co|INV-1|invoice|2026-02-27|2026-03-29|120.00 GBP|100.00",
        "Alder Co|CN-1|credit_note|2026-02-28|2026-02-28|10.00 GBP|10.00",
      ]),
    ExportHeadersTests.Export(
      system: "Xero import template",
      text: """
        *ContactName,EmailAddress,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,Total,InventoryItemCode,*Description,*Quantity,*UnitAmount,*AccountCode,*TaxType,TaxAmount,Currency
        Alder Co,,INV-1,,2026-02-27,2026-03-29,120.00,,Bolts,1,120,200,20%,20,EUR
        """,
      expected: ["Alder Co|INV-1|invoice|2026-02-27|2026-03-29|120.00 EUR|-"]),
    ExportHeadersTests.Export(
      system: "Xero aged receivables detail",
      text: """
        Aged Receivables Detail
        Demo Company
        As at 31 March 2026
        Ageing by due date

        Contact Account Number,Primary Person,Phone,Email,Mobile,Contact Group,Invoice Date,Due Date,Expected Date,Invoice Number,Invoice Reference,< 1 Month,1 Month,2 Months,3 Months,Older,,Total,Outstanding Tax,Invoice Seen,Invoice Sent
        Alder Co,,,,,,,,,,,,,,,,,,,,
        A-1,Jane Roe,+44 20 7946 0000,jane@alder.example,,,27 Feb 2026,29 Mar 2026,,INV-1,,100.00,0.00,0.00,0.00,0.00,,100.00,20.00,,
        A-1,Jane Roe,+44 20 7946 0000,jane@alder.example,,,28 Feb 2026,,,,,-10.00,0.00,0.00,0.00,0.00,,-10.00,0.00,,
        Total Alder Co,,,,,,,,,,,90.00,0.00,0.00,0.00,0.00,,90.00,20.00,,
        Total,,,,,,,,,,,90.00,0.00,0.00,0.00,0.00,,90.00,20.00,,
        """,
      expected: [
        "A-1|INV-1|invoice|2026-02-27|2026-03-29|100.00 USD|100.00",
        "A-1|2026-02-28 10.00|credit_note|2026-02-28|2026-02-28|10.00 USD|10.00",
      ]),
    ExportHeadersTests.Export(
      system: "QuickBooks Online A/R aging detail",
      text: """
        Demo Company
        A/R Aging Detail
        As of December 31, 2025

        Date,Transaction Type,Num,Customer,Location,Due Date,Amount,Open Balance
        31 - 60 days past due,,,,,,,
        10/15/2025,Invoice,1001,Alder Co,,11/14/2025,"1,200.00","1,000.00"
        10/20/2025,Payment,,Alder Co,,10/20/2025,-50.00,-50.00
        Total for 31 - 60 days past due,,,,,,"$1,150.00",$950.00
        TOTAL,,,,,,"$1,150.00",$950.00
        "Saturday, January 3, 2026 10:11 AM GMT-5",,,,,,,
        """,
      expected: [
        "Alder Co|1001|invoice|2025-10-15|2025-11-14|1 200.00 USD|1000.00",
        "Alder Co|2025-10-20 50.00|payment|2025-10-20|2025-10-20|50.00 USD|50.00",
      ]),
    ExportHeadersTests.Export(
      system: "QuickBooks customer balance detail",
      text: """
        ,Date,Transaction Type,Num,Due Date,Amount,Open Balance,Balance
        Alder Co,,,,,,,
        ,10/15/2025,Invoice,1001,11/14/2025,"1,200.00","1,000.00","1,000.00"
        ,10/20/2025,Credit Memo,1002,10/20/2025,-50.00,-50.00,950.00
        Total for Alder Co,,,,,"$1,150.00",$950.00,
        """,
      expected: [
        "Alder Co|1001|invoice|2025-10-15|2025-11-14|1 200.00 USD|1000.00",
        "Alder Co|1002|credit_note|2025-10-20|2025-10-20|50.00 USD|50.00",
      ]),
    ExportHeadersTests.Export(
      system: "QuickBooks title block",
      text: """
        Demo Company
        A/R Aging Detail
        As of 31 December 2025

        Num,Customer,Date,Due Date,Amount,Open Balance,P.O. #
        1001,Alder Co,2025-10-15,2025-11-14,1200,1000,PO-7
        """,
      expected: ["Alder Co|1001|invoice|2025-10-15|2025-11-14|1 200.00 USD|1000.00"]),
    ExportHeadersTests.Export(
      system: "NetSuite",
      text: """
        Customer,Transaction Type,Date,Document Number,P.O. No.,Due Date,Age,Open Balance
        4711 Alder Co,Invoice,2/27/2026,INV9,PO1,3/29/2026,2,"$1,000.00"
        4711 Alder Co,Credit Memo,3/1/2026,CM9,,,0,($100.00)
        """,
      expected: [
        "4711 Alder Co|INV9|invoice|2026-02-27|2026-03-29|1 000.00 USD|1000.00",
        "4711 Alder Co|CM9|credit_note|2026-03-01|2026-03-01|100.00 USD|100.00",
      ]),
    ExportHeadersTests.Export(
      system: "ERPNext",
      text: """
        Posting Date,Party Type,Party,Receivable Account,Customer Contact,Cost Center,Voucher Type,Voucher No,Due Date,Invoiced Amount,Paid Amount,Credit Note,Outstanding Amount,Age (Days),0-30,31-60,61-90,91-120,121-Above,Currency,Customer LPO,Territory,Customer Group
        2026-02-27,Customer,Alder Co,Debtors - D,Jane,Main,Sales Invoice,ACC-SINV-1,2026-03-29,120.0,20.0,0.0,100.0,3,100.0,0,0,0,0,INR,,India,All
        ,,Total,,,,,,,120.0,20.0,0,100.0,,100.0,,,,,,,,
        """,
      expected: ["Alder Co|ACC-SINV-1|invoice|2026-02-27|2026-03-29|120.00 INR|100.00"]),
    ExportHeadersTests.Export(
      system: "Dynamics 365 Business Central",
      text: """
        Entry_No;Customer_No;Posting_Date;Due_Date;Document_Date;Document_Type;Document_No;Open;Currency_Code;Amount;Remaining_Amount;Amount_LCY
        1;10000;27.02.2026;29.03.2026;26.02.2026;Invoice;103001;true;EUR;1.200,50;1.000,00;1.200,50
        2;10000;01.03.2026;01.03.2026;01.03.2026;Payment;G1;true;EUR;-50,00;-50,00;-50,00
        """,
      expected: [
        "10000|103001|invoice|2026-02-26|2026-03-29|1 200.50 EUR|1000.00",
        "10000|G1|payment|2026-03-01|2026-03-01|50.00 EUR|50.00",
      ]),
    ExportHeadersTests.Export(
      system: "SAP line items",
      text: """
        BUKRS\tKUNNR\tBELNR\tBUZEI\tBLART\tBUDAT\tBLDAT\tZFBDT\tZTERM\tWAERS\tWRSHB\tXBLNR\tAUGBL\tAUGDT
        1000\t0000100001\t1800000001\t001\tRV\t20260227\t20260227\t20260301\tNT30\tEUR\t119.00\tPO1\t\t
        1000\t0000100001\t1800000001\t002\tRV\t20260227\t20260227\t20260301\tNT30\tEUR\t1.00\tPO1\t\t20260305
        1000\t0000100001\t1400000001\t001\tDZ\t20260301\t20260301\t20260301\t\tEUR\t20.00-\t\t\t
        """,
      expected: [
        "0000100001|1800000001|invoice|2026-02-27|2026-03-31|119.00 EUR|-",
        "0000100001|1800000001/2|invoice|2026-02-27|2026-03-31|1.00 EUR|settled 2026-03-05",
        "0000100001|1400000001|payment|2026-03-01|2026-03-01|20.00 EUR|-",
      ]),
    ExportHeadersTests.Export(
      system: "HighRadius raw",
      text: """
        business_code,cust_number,name_customer,clear_date,buisness_year,doc_id,posting_date,document_create_date,document_create_date.1,due_in_date,invoice_currency,document type,posting_id,area_business,total_open_amount,baseline_create_date,cust_payment_terms,invoice_id,isOpen
        U001,0200000001,ALD in,2019-03-07 00:00:00,2019,1900000001,2019-02-20,20190220,20190220,20190307.0,USD,RV,1,,212.05,20190220.0,NAA8,1900000001,0
        """,
      expected: ["0200000001|1900000001|invoice|2019-02-20|2019-03-07|212.05 USD|settled 2019-03-07"]),
    ExportHeadersTests.Export(
      system: "HighRadius open invoices",
      text: """
        business_code,cust_number,name_customer,clear_date,buisness_year,doc_id,posting_date,due_in_date,baseline_create_date,cust_payment_terms,converted_usd,term_days
        CA02,140000001,BIR llc,,2020,2900000001,2020-03-30,2020-04-10,31-03-2020,CA10,2309.789,11
        U001,200000001,ALD us,,2020,1900000001,2020-03-19,2020-04-03,19-03-2020,NAA8,11173.02,15
        """,
      expected: [
        "140000001|2900000001|invoice|2020-03-30|2020-04-10|2 309.79 CAD|-",
        "200000001|1900000001|invoice|2020-03-19|2020-04-03|11 173.02 USD|-",
      ]),
    ExportHeadersTests.Export(
      system: "IBM late payments",
      text: """
        countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate
        391,0001-ABCDE,4/6/2013,0000000077,1/2/2013,2/1/2013,55.94,No,1/15/2013,Paper,13,0
        """,
      expected: ["0001-ABCDE|0000000077|invoice|2013-01-02|2013-02-01|55.94 USD|settled 2013-01-15"]),
    ExportHeadersTests.Export(
      system: "Zoho, by name",
      text: """
        Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer Name,GST Treatment,Due Date,Is Inclusive Tax,Item Name,Account,Quantity,Item Price,Item Total,SubTotal,Total,Balance
        2026-02-27,1234567890123456789,INV-1,Overdue,Alder Co,x,2026-03-29,false,Bolts,Sales,1,60,60,120,120,100
        2026-02-27,1234567890123456789,INV-1,Overdue,Alder Co,x,2026-03-29,false,Nuts,Sales,1,60,60,120,120,100
        2026-02-27,1234567890123456790,INV-2,Void,Alder Co,x,2026-03-29,false,Nuts,Sales,1,60,60,60,60,60
        """,
      expected: ["Alder Co|INV-1|invoice|2026-02-27|2026-03-29|120.00 USD|100.00"]),
    ExportHeadersTests.Export(
      system: "Zoho, by number",
      text: """
        Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer ID,Customer Name,Customer Number,Due Date,SubTotal,Total,Entity Discount Amount,Notes,Subject
        2026-02-27,1234567890123456789,INV-1,Overdue,9876543210987654321,Alder Co,CUS-1,2026-03-29,120,120,0,,
        """,
      expected: ["CUS-1|INV-1|invoice|2026-02-27|2026-03-29|120.00 USD|-"]),
    ExportHeadersTests.Export(
      system: "FreshBooks",
      text: """
        Client Name,Invoice #,Date Issued,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Line Total,Currency
        Alder Co,0000012,2026-02-27,paid,2026-03-10,Bolts,,60,1,60.00,CAD
        Alder Co,0000012,2026-02-27,paid,2026-03-10,Nuts,,30,2,60.50,CAD
        """,
      expected: ["Alder Co|0000012|invoice|2026-02-27|2026-02-27|120.50 CAD|settled 2026-03-10"]),
    ExportHeadersTests.Export(
      system: "Tally bills receivable",
      text: """
        Group : Sundry Debtors
        Details of: Pending Bills
        1-Apr-25 to 31-Mar-26
        Date,Ref. No.,Party's Name,Opening,Pending,Due on,Overdue
        ,,,Amount,Amount,,by days
        27-Feb-26,INV/1,Alder Co,"5,00,000.00 Dr","4,00,000.00 Dr",29-Mar-26,2
        28-Feb-26,ADV/1,Alder Co,"1,000.00 Cr","1,000.00 Cr",28-Feb-26,31
        ,,,"4,99,000.00 Dr","3,99,000.00 Dr",,
        """,
      expected: [
        "Alder Co|INV/1|invoice|2026-02-27|2026-03-29|500 000.00 USD|400000.00",
        "Alder Co|ADV/1|credit_note|2026-02-28|2026-02-28|1 000.00 USD|1000.00",
      ]),
  ]
}
