import Receivables

/// What stands below the fields: what is wrong, what happens next, what to say, what to doubt, what to ask.
struct CallRemarks {
  let reading: CallReading
  let form: CallForm
  let sitting: Sitting

  /// Everything but the script.
  var all: [CallRemark] { [problem].compactMap { $0 } + outcome }

  /// The questions of the policy in one line.
  var script: CallRemark {
    CallRemark(label: "Ask", text: sitting.policy.questions.joined(separator: "  "), role: .dim)
  }

  /// The whole sentence of what the field in focus does not understand; beside the field it may be cut.
  private var problem: CallRemark? {
    let meaning = reading.reading(form.focus, sitting.moment)
    guard meaning.role == .bad else { return nil }
    return CallRemark(label: form.focus.title, text: meaning.text, role: .bad)
  }

  private var outcome: [CallRemark] {
    do {
      let record = try reading.record()
      return record.next.map { [CallRemark(label: "Next", text: CallWords(sitting.policy).step($0))] } ?? []
    } catch {
      return [CallRemark(label: "Next", text: error.sentence, role: .dim)]
    }
  }
}
