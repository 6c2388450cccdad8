/// Random text from the alphabets that break screens, the same for the same seed.
struct HostileText {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  static let pieces: [String] = [
    "a", "Z", "7", " ", "Muster AG", "1,250.00", "é", "e\u{301}", "ß", "東京", "ｆｕｌｌ", "한국",
    "\u{1100}\u{1161}\u{11A8}",
    "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{1B}]52;c;eA==\u{7}", "\u{1B}P1$r\u{1B}\\", "\u{9B}2J", "\u{90}",
    "\r", "\n", "\r\n",
    "\t", "\u{8}", "\u{7}", "\u{7F}", "\0", "\u{E}", "\u{F}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}",
    "\u{202E}",
    "\u{2066}", "\u{2069}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{2028}",
    "\u{2029}",
    "\u{E0041}", "\u{E007F}", "\u{301}", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "👨‍👩‍👧", "🇩🇪", "1️⃣", "❤️",
    "👍🏽", "😀",
    "🏴\u{E0067}\u{E007F}", "عربي", "שלום", "\u{E000}", "\u{3000}", "\u{A0}",
    "\u{FFFD}",
    "क्षि", "ก็", "\u{0600}", "\u{FFF9}", "\u{115F}", "\u{3164}", "\u{302E}", "☯",
  ]

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func text(upTo pieces: Int) -> String {
    (0..<next(below: pieces + 1)).reduce(into: "") { text, _ in
      if next(below: 8) == 0, let scalar = Unicode.Scalar(UInt32(next(below: 0x110000))) {
        text.unicodeScalars.append(scalar)
      } else {
        text += Self.pieces[next(below: Self.pieces.count)]
      }
    }
  }
}
