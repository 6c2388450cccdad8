import Receivables
import Testing

@testable import Interchange

struct RecordScannerTests {
  private func records(_ text: String, delimiter: Character = ",") throws -> [[String]] {
    var bytes = Array(text.utf8)
    return try bytes.withUnsafeMutableBufferPointer { buffer in
      var scanner = RecordScanner(UnsafeBufferPointer(buffer), delimiter: delimiter.asciiValue ?? 0)
      var record = Record()
      var result: [[String]] = []
      while try scanner.next(&record) { result.append(record.fields.map { scanner.string($0) }) }
      return result
    }
  }

  @Test(arguments: [
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
    ("a,", [["a", ""]]),
    (",\n,", [["", ""], ["", ""]]),
    ("\"a,b\",c", [["a,b", "c"]]),
    ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
    ("\"say \"\"when\"\"\",c", [["say \"when\"", "c"]]),
    ("\"\"\"a\"\"\",b", [["\"a\"", "b"]]),
    ("\"\",b", [["", "b"]]),
    ("5\" pipe,b", [["5\" pipe", "b"]]),
    ("\"Smith\" & Sons,b", [["\"Smith\" & Sons", "b"]]),
    (" a , \"b\" ,c", [["a", "b", "c"]]),
    ("\"a\" \"b\",c", [["\"a\" \"b\"", "c"]]),
  ])
  func fieldsAndRecordsAreCutWhereTheExportMeantIt(_ text: String, _ expected: [[String]]) throws {
    #expect(try records(text) == expected)
  }

  @Test func aRecordKnowsTheLineOnWhichItBeginsWhateverStandsInsideQuotes() throws {
    var bytes = Array("a\n\"b\r\nb\rb\nb\"\r\nc\rd\n".utf8)
    let lines = try bytes.withUnsafeMutableBufferPointer { buffer in
      var scanner = RecordScanner(UnsafeBufferPointer(buffer), delimiter: 0x2C)
      var record = Record()
      var lines: [Int] = []
      while try scanner.next(&record) { lines.append(record.line) }
      return lines
    }
    #expect(lines == [1, 2, 6, 7])
  }

  @Test func anUnclosedQuoteIsRefusedWithTheLineOnWhichItOpens() {
    #expect(throws: Refusal.self) { try records("a,b\n\"c,d\ne,f\n") }
    let refusal = #expect(throws: Refusal.self) { try records("a,b\n1,2\n\"c,d\ne,f\n") }
    #expect(refusal?.line == 3)
  }

  @Test func aNULByteIsRefusedWithItsLine() {
    #expect(#expect(throws: Refusal.self) { try records("a,b\n1,\u{0}2\n") }?.line == 2)
    #expect(#expect(throws: Refusal.self) { try records("a,b\n1,\"x\ny\u{0}\"\n") }?.line == 3)
  }

  @Test func twentyThousandColumnsAndAFieldOf70KBAreRead() throws {
    let wide = (0..<20_000).map(String.init).joined(separator: ",")
    #expect(try records(wide).first?.count == 20_000)
    let long = String(repeating: "x", count: 70_000)
    #expect(try records("a,\"\(long)\"\nb,c") == [["a", long], ["b", "c"]])
  }

  @Test("a field ends at the same byte wherever it begins", arguments: [",", ";", "\t", "|"] as [Character])
  func fieldsOfEveryLengthAreCutAlike(delimiter: Character) throws {
    for length in 0...40 {
      let fields = [
        String(repeating: "x", count: length), "é\u{1F}\u{8D}-", String(repeating: "ÿ", count: length), "z",
      ]
      let line = fields.joined(separator: String(delimiter))
      #expect(try records("\(line)\n\(line)\r\n", delimiter: delimiter) == [fields, fields])
    }
  }
}
