/// Formats that people give the name `.csv` and that are not text.
enum ForeignFormat: CaseIterable {
  case gzip, workbook, oldWorkbook, pdf, bzip2, xz, zstandard, html, xml

  /// The format that the first bytes give away, or nil for what may be text.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = bytes[start...].prefix(512).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let found = Self.allCases.first { format in
      format.signatures.contains { format.isMarkup ? text.starts(with: $0) : bytes.starts(with: $0) }
    }
    guard let found else { return nil }
    self = found
  }

  /// What the file is and what to do instead.
  var sentence: String {
    switch self {
    case .gzip, .bzip2, .xz, .zstandard:
      "This is a compressed file, not CSV. Unpack it and import what is inside."
    case .workbook, .oldWorkbook:
      "This is a spreadsheet or an archive, not CSV. Open it there, save it as \"CSV UTF-8\" and import that."
    case .pdf: "This is a PDF, not CSV. Export the report as CSV instead."
    case .html: "This is a web page, not CSV. Some systems give it such a name: export as CSV instead."
    case .xml: "This is XML, not CSV. Export as CSV instead."
    }
  }

  private var isMarkup: Bool { self == .html || self == .xml }

  private var signatures: [[UInt8]] {
    switch self {
    case .gzip: [[0x1F, 0x8B]]
    case .workbook: [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
    case .oldWorkbook: [[0xD0, 0xCF, 0x11, 0xE0], [0x09, 0x08, 0x10, 0x00], [0x09, 0x08, 0x08, 0x00]]
    case .pdf: [Array("%PDF-".utf8)]
    case .bzip2: [Array("BZh9".utf8)]
    case .xz: [[0xFD, 0x37, 0x7A, 0x58, 0x5A]]
    case .zstandard: [[0x28, 0xB5, 0x2F, 0xFD]]
    case .html: ["<html", "<!doctype html", "<table", "<head", "<meta"].map { Array($0.utf8) }
    case .xml: [Array("<?xml".utf8)]
    }
  }
}
