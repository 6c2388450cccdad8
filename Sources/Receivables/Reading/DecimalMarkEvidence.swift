/// Finds a file's decimal mark by looking at a column of amounts.
///
/// `1.234,56` and `12,5` can only be read with a comma; `1,234` alone could be either.
public struct DecimalMarkEvidence: Hashable, Sendable {
  /// What the cells say together.
  public enum Verdict: Hashable, Sendable {
    /// Every cell that decides agrees.
    case mark(DecimalMark)
    /// No cell has a mark: both readings give the same amounts.
    case either
    /// Nothing decides, and a cell such as this one has two readings.
    case ambiguous(example: String)
    /// One cell needs a point, another a comma.
    case contradictory(point: String, comma: String)
  }

  private var point: String?
  private var comma: String?
  private var undecided: String?

  /// Nothing seen yet.
  public init() {}

  /// Takes a cell into account.
  public mutating func see(_ cell: Span<UInt8>) {
    var marks = (points: 0, commas: 0, others: 0)
    var last: UInt8 = 0
    var digitsBefore = 0
    var digitsAfter = 0
    var leads = UInt8(0)
    var isPlain = true
    for index in cell.indices {
      let byte = cell[index]
      if byte.isDigit {
        if digitsBefore + digitsAfter == 0 { leads = byte }
        if last == 0 { digitsBefore += 1 } else { digitsAfter += 1 }
      } else if byte == 0x2E || byte == 0x2C {
        // A point that does not touch a digit belongs to a word: "Rs. 5", "100 Cr."
        guard index + 1 < cell.count, cell[index + 1].isDigit, index == 0 || !cell[index - 1].isLetter else {
          continue
        }
        if byte == 0x2E { marks.points += 1 } else { marks.commas += 1 }
        last = byte
        digitsAfter = 0
      } else {
        isPlain = false
        if last == 0, digitsBefore > 0, !byte.isLetter || byte >= 0x80 { marks.others += 1 }
      }
    }
    guard last != 0, isPlain || !Self.isSpoilt(cell) else { return }
    let isPoint = last == 0x2E
    let ofKind = isPoint ? marks.points : marks.commas
    let ofOther = isPoint ? marks.commas : marks.points
    if ofKind > 1 {
      note(isPoint ? .comma : .point, cell)
    } else if ofOther > 0 || marks.others > 0 || digitsAfter != 3 || digitsBefore > 3 || leads == 0x30
      || digitsBefore == 0
    {
      note(isPoint ? .point : .comma, cell)
    } else if undecided == nil {
      undecided = Self.text(cell)
    }
  }

  /// Whether a letter stands between digits and marks, as in `12,65O.00`: that is no amount and says nothing.
  private static func isSpoilt(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices.dropFirst() where index + 1 < cell.count {
      guard cell[index].isLetter, cell[index] < 0x80 else { continue }
      let (before, after) = (cell[index - 1], cell[index + 1])
      if before.isDigit, after.isDigit || after == 0x2E || after == 0x2C { return true }
    }
    return false
  }

  /// What the cells seen so far say.
  public var verdict: Verdict {
    switch (point, comma) {
    case (let point?, let comma?): .contradictory(point: point, comma: comma)
    case (_?, nil): .mark(.point)
    case (nil, _?): .mark(.comma)
    case (nil, nil): undecided.map { .ambiguous(example: $0) } ?? .either
    }
  }

  private mutating func note(_ mark: DecimalMark, _ cell: Span<UInt8>) {
    switch mark {
    case .point where point == nil: point = Self.text(cell)
    case .comma where comma == nil: comma = Self.text(cell)
    default: break
    }
  }

  private static func text(_ cell: Span<UInt8>) -> String {
    String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
  }
}
