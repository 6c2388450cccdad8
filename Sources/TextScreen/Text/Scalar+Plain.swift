extension Unicode.Scalar {
  /// Whether it is known without a look at its properties to be a character of its own that is one cell wide: the
  /// letters of western Europe and the punctuation, lines and signs that the product itself shows.
  var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF: true
    case 0x2010...0x2027, 0x20A0...0x20BF, 0x2190...0x21FF, 0x2500...0x25FC, 0x2713, 0x2717: true
    default: false
    }
  }
}
