import Receivables
import Testing

@testable import Interchange

struct CSVWriterTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"when\"", "\"say \"\"when\"\"\""), ("a\nb", "\"a\nb\""),
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-oQ", "'-oQ"), ("@sum", "'@sum"), ("\tx", "'\tx"),
    ("＝1+1", "'＝1+1"),
    ("\rx", "\"'\rx\""),
    ("", ""),
  ])
  func textIsQuotedWhereNeededAndNeverRuns(_ value: String, _ cell: String) {
    var writer = CSVWriter(header: ["name"])
    writer.write(value)
    writer.endRecord()
    #expect(writer.text == "name\n\(cell)\n")
  }

  @Test func numbersAreNotText() throws {
    var writer = CSVWriter(header: ["amount", "day", "count"])
    writer.write(Money(minor: -123_456, try #require(Currency("USD"))))
    writer.write(CalendarDay(iso: "2026-11-27"))
    writer.write(-3)
    writer.endRecord()
    #expect(writer.text == "amount,day,count\n-1234.56,2026-11-27,-3\n")
  }

  @Test(arguments: [("-12.50", "-12.50"), (nil, ""), ("=1", "'=1"), ("-1+cmd", "'-1+cmd")])
  func decimalsAreNoText(_ value: String?, _ cell: String) {
    var writer = CSVWriter()
    writer.write(decimal: value)
    writer.endRecord()
    #expect(writer.text == cell + "\n")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let values = ["a,b", "\"", "\r\n", "x\ny", "ü", "plain"]
    var writer = CSVWriter(header: ["a"])
    for value in values { writer.write(value) }
    writer.endRecord()
    var bytes = Array(writer.text.utf8)
    let cells = try bytes.withUnsafeMutableBufferPointer { buffer in
      var scanner = RecordScanner(UnsafeBufferPointer(buffer), delimiter: 0x2C)
      var record = Record()
      _ = try scanner.next(&record)
      _ = try scanner.next(&record)
      return record.fields.map { field in scanner.content(of: field) { span in span.indices.map { span[$0] } }
      }
    }
    #expect(
      cells.map { String(decoding: $0, as: UTF8.self) } == ["a,b", "\"", "'\r\n", "x\ny", "ü", "plain"])
  }
}
