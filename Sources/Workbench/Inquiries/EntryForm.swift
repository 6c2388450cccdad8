import Receivables
import TextScreen

/// A small form laid over a screen, whose answer is one journal entry. It stays, with what was typed, until the entry
/// is safe.
struct EntryForm: Overlay {
  private let inquiry: any Inquiry
  private var form: Form
  /// The account as last read.
  private var picture: AccountPicture
  private var draft: FormDraft
  /// The entry that it corrects; nil for a new one.
  private var correcting: Correcting?
  /// What a correction held before anything of it was changed.
  private var unchanged: FormTexts = [:]
  /// The list of what the field takes, while it is open.
  private var list: PickOverlay?

  /// Lays the form over the screen with what was typed and left before, or says why there is nothing to ask.
  /// `selected` is what the cursor stands on.
  static func opening(
    _ inquiry: any Inquiry, _ file: AccountFile, on selected: MatterID? = nil, typed: FormTexts = [:],
    _ sitting: inout Sitting
  ) -> Turn {
    let picture: AccountPicture
    let fields: [FormField]
    do { picture = try sitting.picture(of: file) } catch { return .message(error.sentence, .failure) }
    do {
      fields = try inquiry.fields(Subject(picture: picture, sitting: sitting, selected: selected))
    } catch {
      return .message(error.sentence)
    }
    let draft = FormDraft(inquiry.name, on: file.customer.id, &sitting)
    var form = Form(fields)
    let isWhole = form.take((draft.kept ?? [:]).merging(typed, uniquingKeysWith: { $1 }))
    let said =
      isWhole
      ? draft.typedOn.map { "Typed on \($0.long): days in it are read as of today. Look before you save." }
      : "What you had chosen is not there any more; look before you save."
    let entryForm = EntryForm(inquiry: inquiry, form: form, picture: picture, draft: draft)
    return Turn(move: .overlay(entryForm), message: said.map { Message(text: $0, kind: .failure) })
  }

  /// Lays the form in which an entry was made over the screen, with what it says and a field for why it is corrected;
  /// or as the correction was left before.
  static func opening(
    _ inquiry: any Inquiry, correcting: Correcting, _ texts: FormTexts, _ sitting: inout Sitting
  ) throws(PictureProblem) -> Turn {
    let picture = try correcting.picture(sitting)
    let fields: [FormField]
    do {
      fields = try inquiry.fields(Subject(picture: picture, sitting: sitting)) + [Correcting.because.field]
    } catch {
      throw PictureProblem(sentence: error.sentence)
    }
    let draft = FormDraft(
      inquiry.name, on: picture.file.customer.id, correcting: correcting.entry.number, &sitting)
    var form = Form(fields)
    form.offer(texts)
    var entryForm = EntryForm(inquiry: inquiry, form: form, picture: picture, draft: draft)
    entryForm.correcting = correcting
    entryForm.unchanged = form.all
    if let kept = draft.kept { entryForm.form.take(kept) }
    return Turn(move: .overlay(entryForm))
  }

  private init(inquiry: any Inquiry, form: Form, picture: AccountPicture, draft: FormDraft) {
    self.inquiry = inquiry
    self.form = form
    self.picture = picture
    self.draft = draft
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    if let turn = list?.type(key, &sitting) { return hear(turn, sitting) }
    let width = layout(sitting).width
    let command = sitting.commands.command(for: key, in: scope)
    if command == .back || command == .leave { return leave(sitting) }
    switch command.flatMap({ form.obey($0, noteWidth: width) }) {
    case .stay: return .stay
    case .moved: return .effects(keep(sitting))
    case .save: return save(sitting)
    case .pick: return pick(sitting)
    case nil:
      guard form.handle(key, width: width) else { return .stay }
      return form.overflow.map(OverlayTurn.message) ?? .stay
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    if let turn = list?.paste(text, &sitting) { return hear(turn, sitting) }
    form.insert(text)
    return form.overflow.map(OverlayTurn.message) ?? .stay
  }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn {
    if let turn = list?.point(event, &sitting) { return hear(turn, sitting) }
    guard case .click(let position) = event,
      let field = layout(sitting).field(at: position)
    else { return .stay }
    form.focus(on: field)
    return .effects(keep(sitting))
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn {
    switch event {
    case .recorded(let entry, _) where entry.action == draft.action: .close
    case .input(.hangUp), .rested: .effects(keep(sitting))
    case .stale(let entry, let file) where entry.action == draft.action: rebase(on: file, sitting)
    case .began, .adopted: derivedAnew(sitting)
    case .notKept(let action, _) where action == draft.action: lost()
    default: .stay
    }
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let answers = answers(sitting)
    layout(sitting).draw(
      form, title: title, answers, into: &frame)
    list?.draw(into: &frame, sitting)
  }
}

extension EntryForm {
  /// Which keys mean something on the field with the cursor.
  private var scope: Scope { form.focused?.isTyped == false ? .choice : .form }

  private var title: String {
    let account = picture.file.customer.title.shortened(to: 50)
    guard let correcting else { return "\(inquiry.title) \(account)" }
    return "\(account.shortened(to: 30)): \(inquiry.noun), \(correcting.words)"
  }

  /// Whether something was typed that is worth keeping.
  private var isTyped: Bool { correcting == nil ? !form.typed.isEmpty : form.all != unchanged }

  private func layout(_ sitting: Sitting) -> SmallFormLayout {
    SmallFormLayout(
      form, outlook: inquiry.outlook(answers(sitting)), rows: inquiry.outlookRows, in: sitting.size)
  }

  private func answers(_ sitting: Sitting) -> FormAnswers {
    FormAnswers(picture: picture, sitting: sitting, texts: form.all)
  }

  private mutating func keep(_ sitting: Sitting) -> [Effect] {
    isTyped ? draft.keep(form.typed, of: correcting?.file ?? picture.file, sitting) : []
  }

  /// Closes the form; what was typed is kept, as in the call form.
  private mutating func leave(_ sitting: Sitting) -> OverlayTurn {
    guard isTyped else { return .turn(Turn(effects: draft.forget())) }
    let said = "Not saved. What you typed is kept: open this form here again to go on with it."
    return .turn(Turn(effects: keep(sitting), message: Message(text: said, kind: .notice)))
  }

  private mutating func pick(_ sitting: Sitting) -> OverlayTurn {
    guard let field = form.focused, let list = form.list(of: field, answers(sitting)) else {
      return .message(Message(text: Form.nothingToPick, kind: .notice))
    }
    self.list = list
    return .stay
  }

  /// What came of a key in the list of values.
  private mutating func hear(_ turn: OverlayTurn, _ sitting: Sitting) -> OverlayTurn {
    switch turn {
    case .chosen(.form(.fields(let texts))):
      list = nil
      form.take(texts)
      form.move(by: 1)
      return .effects(keep(sitting))
    case .close:
      list = nil
      return .stay
    default: return turn
    }
  }

  /// The same account on another day, or by another policy.
  private mutating func derivedAnew(_ sitting: Sitting) -> OverlayTurn {
    do {
      picture = try read(correcting?.file ?? picture.file, sitting)
      return .stay
    } catch {
      return .message(Message(text: error.sentence, kind: .failure))
    }
  }

  private mutating func lost() -> OverlayTurn {
    draft.lose()
    return .stay
  }

  /// The picture of the account that the form is read against.
  private mutating func read(_ file: AccountFile, _ sitting: Sitting) throws(PictureProblem) -> AccountPicture
  {
    guard let before = correcting else { return try sitting.picture(of: file) }
    let correcting = try Correcting(before.entry.number, in: file, sitting)
    self.correcting = correcting
    return try correcting.picture(sitting)
  }

  private mutating func rebase(on file: AccountFile, _ sitting: Sitting) -> OverlayTurn {
    let changes = SavingWords(sitting).changes(from: correcting?.file ?? picture.file, to: file)
    do {
      picture = try read(file, sitting)
    } catch {
      return .message(Message(text: "Not saved: \(error.sentence)", kind: .failure))
    }
    let key = sitting.commands.name(of: .save, in: .form)
    let again = "Nothing you typed is lost; \(key) saves it on top."
    return .message(Message(text: "Not saved: \(changes). \(again)", kind: .failure))
  }

  private func body(_ answers: FormAnswers) throws(FormProblem) -> EntryBody {
    let said = try inquiry.body(answers)
    guard let correcting else { return said }
    let reason = try answers[Correcting.because]
    do {
      return try correcting.entry.correction(saying: said, because: reason)
    } catch {
      throw FormProblem(sentence: error.sentence)
    }
  }

  private mutating func save(_ sitting: Sitting) -> OverlayTurn {
    do {
      let entry = NewEntry(
        action: draft.action, account: picture.file.customer.id, day: sitting.today,
        collector: sitting.collector, body: try body(answers(sitting)))
      return .effects(keep(sitting) + [.write(.record(entry, basedOn: picture.file.version))])
    } catch {
      form.refuse(error)
      return .message(Message(text: error.sentence(sitting.commands), kind: .failure))
    }
  }
}
