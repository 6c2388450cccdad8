/// Accounts of a book, a bit each, in words of the pages that hold what is searched of them.
struct AccountBits: Sendable {
  /// The pages that are searched, more than any book has: who writes such numbers into a file is not found.
  static let allPages: Range<Int64> = 0..<1 << 20

  private var pages: [UInt64] = []

  /// The accounts of a page.
  subscript(page: Int64) -> UInt64 {
    get { page >= 0 && page < pages.count ? pages[Int(page)] : 0 }
    set {
      guard Self.allPages.contains(page) else { return }
      if page >= pages.count {
        guard newValue != 0 else { return }
        pages += Array(repeating: 0, count: Int(page) + 1 - pages.count)
      }
      pages[Int(page)] = newValue
    }
  }

  mutating func insert(_ account: Int64) {
    self[SearchedTexts.page(of: account)] |= 1 << UInt64(SearchedTexts.slot(of: account))
  }

  /// How many pages have some of them.
  var pageCount: Int { pages.count { $0 != 0 } }
}
