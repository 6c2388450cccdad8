import Receivables
import SampleEntries
import Settings
import Testing
import TextScreen

@testable import Workbench

@Suite("The fields of the call form, whatever came of the call")
struct CallFieldTests {
  /// Something that each line takes.
  static let samples: [CallLine: String] = [
    .action: "call out", .contact: "Bob Roe", .phone: "+1 555 0200", .date: "fri", .amount: "900",
    .time: "2pm", .method: "ach", .reference: "No 81", .invoices: "77 78", .instalments: "3 weekly",
    .disputeReason: "price", .address: "ap@muster.example", .reason: "cash f", .exception: "a grant",
    .note: "one\ntwo", .approval: "Pat", .because: "misheard", .discount: "2%",
  ]

  /// Something that a line does not take.
  static let mistakes: [CallLine: String] = [
    .action: "zinc", .date: "fir", .amount: "12.x", .time: "25:00", .method: "zinc", .invoices: "no-77",
    .instalments: "many", .disputeReason: "zinc", .reason: "zinc", .discount: "zinc",
  ]

  static func codes() throws -> [String] {
    try PolicyFile.shipped().results.filter { !$0.isRetired && ResultRecordTests.cases[$0.code] != nil }
      .map(\.code)
  }

  private func bench(_ code: String, size: Size = Size(columns: 132, rows: 43)) throws -> CallBench {
    var bench = try CallBench(size: size)
    let result = try #require(bench.sitting.policy.result(code))
    _ = bench.screen.open(result, bench.sitting)
    return bench
  }

  /// What stands beside a line.
  private func beside(_ line: CallLine, _ bench: CallBench) -> LineReading? {
    guard let form = bench.screen.form else { return nil }
    let answers = bench.screen.answers(form, bench.screen.reading(form, bench.sitting), bench.sitting)
    return form.state.fields.first { $0.name == line.name }.map { form.state.reading($0, answers) }
  }

  @Test(
    "what stands in a field until something is typed means the same when it is typed", arguments: try codes())
  func presets(code: String) throws {
    var bench = try bench(code)
    for line in try #require(bench.screen.form).fields
    where beside(line, bench)?.preset == nil && line != .note {
      bench.screen.form?.state.take([line.name: Self.samples[line] ?? ""])
    }
    let form = try #require(bench.screen.form)
    let bare = try bench.screen.typedCall(form, bench.sitting).completed().body
    for line in form.fields {
      guard let preset = beside(line, bench)?.preset else { continue }
      var typed = form
      typed.state.take([line.name: preset])
      let body = try bench.screen.typedCall(typed, bench.sitting).completed().body
      // Invoices that were named are told as what the outcome is about, besides what is agreed.
      let policy = bench.sitting.policy
      #expect(
        line == .invoices ? body.readBack(policy) == bare.readBack(policy) : body == bare, "\(line) \(preset)"
      )
    }
  }

  @Test("it is dim in the field, and gone with the first key")
  func presetDrawn() throws {
    var bench = try bench("PP")
    let row = try #require(bench.lines.firstIndex { $0.hasPrefix(" Amount") })
    #expect(bench.lines[row].contains(" 1 200.00 ") && bench.frame.roleLetters()[row].contains("pppppppp"))
    bench.play("fri⏎9")
    #expect(bench.lines[row].hasPrefix(" Amount      9  ") && !bench.frame.roleLetters()[row].contains("p"))
    #expect(bench.screen.form?.text(.amount) == "9")
  }

  @Test("a draft brings every field back, also those that the result does not ask", arguments: try codes())
  func roundTrip(code: String) throws {
    var bench = try bench(code)
    bench.screen.form?.state.take(
      Dictionary(uniqueKeysWithValues: Self.samples.map { ($0.key.name, $0.value) }))
    bench.hear(.input(.hangUp))
    let draft = try #require(bench.drafts.last)
    #expect(draft.form == .call)
    #expect(CallDraft.fields(in: draft.fieldsText) == draft.fields)
    let restored = try CallBench(draft: draft)
    #expect(restored.screen.form?.result.code == code)
    for line in CallLine.allCases { #expect(restored.screen.form?.text(line) == Self.samples[line]) }
  }

  @Test("what is typed is understood beside its field, a day as the day that it is", arguments: try codes())
  func understood(code: String) throws {
    var bench = try bench(code)
    for line in try #require(bench.screen.form).fields where line != .note && line != .reference {
      bench.screen.form?.state.set(line.name, to: try #require(Self.samples[line]))
      let reading = try #require(beside(line, bench))
      #expect(reading.kind == .understood && !reading.text.isEmpty, "\(line): \(reading.text)")
      if line == .date { #expect(reading.text.contains("Fri 2") && reading.text.contains("Nov 2026, ")) }
    }
  }

  @Test("a mistake is shown beside its field and nowhere else", arguments: try codes())
  func mistakes(code: String) throws {
    let lines = try #require(bench(code).screen.form).fields
    for line in lines {
      guard let mistake = Self.mistakes[line] else { continue }
      // An account that is only skipped has any reason.
      guard code != "SK" || line != .reason else { continue }
      var bench = try bench(code)
      bench.screen.form?.state.set(line.name, to: mistake)
      bench.screen.form?.state.focus(on: line.name)
      #expect(beside(line, bench)?.kind == .problem, "\(line) takes \(mistake)")
      let row = try #require(bench.lines.firstIndex { $0.hasPrefix(" \(line.title) ") })
      #expect(bench.lines[row].contains("“\(mistake)”"))
    }
  }

  @Test("what the rules object to stands at the field until something is changed")
  func refused() throws {
    var bench = try bench("PP", size: Size(columns: 80, rows: 24))
    bench.play("fri⏎900000§")
    #expect(bench.sent == nil)
    let sentence = try #require(bench.message?.text)
    #expect(bench.screen.form?.focus == .amount)
    #expect(beside(.amount, bench) == LineReading(text: sentence, kind: .problem))
    bench.press(.backspace)
    #expect(beside(.amount, bench)?.kind == .understood)
  }
}
