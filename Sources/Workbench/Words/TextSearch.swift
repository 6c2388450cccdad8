extension String {
  /// Whether its small letters hold a text that is in small letters, without making a text of them where both are plain:
  /// an account may have thousands of numbers to look through.
  func containsLowercased(_ text: some StringProtocol) -> Bool {
    let plain = utf8.withContiguousStorageIfAvailable { bytes in
      text.utf8.withContiguousStorageIfAvailable { sought in Self.contains(bytes, sought) }
    }
    if let plain, let plain, let plain { return plain }
    return lowercased().contains(text)
  }

  /// Nil where one of them is not plain ASCII.
  private static func contains(
    _ bytes: UnsafeBufferPointer<UInt8>, _ sought: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    guard bytes.allSatisfy({ $0 < 0x80 }), sought.allSatisfy({ $0 < 0x80 }) else { return nil }
    guard sought.count <= bytes.count else { return false }
    return (0...bytes.count - sought.count).contains { start in
      sought.indices.allSatisfy { place in
        let byte = bytes[start + place]
        return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == sought[place]
      }
    }
  }
}
