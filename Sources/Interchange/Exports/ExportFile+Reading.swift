public import Receivables

extension ExportFile {
  /// Rows between two calls of `progress`.
  private static let progressInterval = 4_096

  /// Hands over every row in the order of the file; those of documents that the export lists line by line come
  /// joined, at the end. `progress` gets the share of the file that was read, 0 to 1.
  ///
  /// Lines that cannot be read are collected in the report. After the first one no row is handed over any more,
  /// and the reading goes on only to find the others.
  public func read<Failure: Error>(
    progress: (Double) throws(Failure) -> Void,
    _ take: (IncomingRow) throws(Failure) -> Void
  ) throws(Failure) -> ReadingReport {
    var reader = RowReader(self)
    var record = Record()
    var report = ReadingReport(contradictions)
    var joined = isListedByLine ? JoinedRows(self) : nil
    var count = 0
    while reader.next(&record, &report) {
      if let row = reader.row(record, &report, &joined), report.refused.isEmpty { try take(row) }
      count += 1
      if count % Self.progressInterval == 0 { try progress(reader.scanner.share) }
    }
    report.putInOrder()
    report.notes = reader.notes
    if let joined {
      report.notes.repeated = joined.repeated
      if report.refused.isEmpty { for row in joined.rows { try take(row) } }
    }
    return report
  }

  private var isListedByLine: Bool {
    switch kind {
    case .invoices: columns.hasAny(.lineDetail, .lineAmount)
    case .payments: columns[.paymentNumber] != nil && columns[.appliedInvoice] != nil
    case .customers: false
    }
  }

  /// Whether the document's amount is the sum of its rows rather than repeated on each.
  var addsAmounts: Bool {
    switch kind {
    case .invoices: !columns.hasAny(.amount, .balance)
    case .payments: columns[.appliedAmount] == nil || columns[.paymentAmount] == nil
    case .customers: false
    }
  }
}

extension RowReader {
  /// The next record; a fault of the text itself ends the reading.
  fileprivate mutating func next(_ record: inout Record, _ report: inout ReadingReport) -> Bool {
    do throws(Refusal) {
      return try scanner.next(&record)
    } catch {
      report.refuse(error)
      return false
    }
  }

  /// The row of `record`, unless it is furniture, was refused or waits to be joined.
  fileprivate mutating func row(
    _ record: Record, _ report: inout ReadingReport, _ joined: inout JoinedRows?
  ) -> IncomingRow? {
    do throws(Refusal) {
      guard let row = try row(record) else { return nil }
      guard joined != nil else { return row }
      try joined?.add(row)
    } catch {
      report.refuse(error)
    }
    return nil
  }
}

extension RecordScanner {
  /// How much of the text has been read, 0 to 1.
  fileprivate var share: Double { Double(position) / Double(max(bytes.count, 1)) }
}
