import Glibc

extension UnsafeBufferPointer<UInt8> {
  private typealias Block = SIMD16<UInt8>

  /// Where `part` first stands from a place on; nil when it does not.
  ///
  /// Sixteen places at once are asked for its first three bytes: for words of a few letters and for digits that is several
  /// times as fast as memmem.
  func firstPlace(of part: [UInt8], from start: Int) -> Int? {
    guard let base = baseAddress else { return nil }
    guard !part.isEmpty else { return start }
    guard part.count > 1 else {
      let found = memchr(base + start, Int32(part[0]), count - start)
      return found.map { UnsafeRawPointer(base).distance(to: $0) }
    }
    let raw = UnsafeRawPointer(base)
    let third = min(2, part.count - 1)
    let wanted = (Block(repeating: part[0]), Block(repeating: part[1]), Block(repeating: part[third]))
    var place = start
    while place + third + Block.scalarCount <= count {
      let blocks = (
        raw.loadUnaligned(fromByteOffset: place, as: Block.self),
        raw.loadUnaligned(fromByteOffset: place + 1, as: Block.self),
        raw.loadUnaligned(fromByteOffset: place + third, as: Block.self)
      )
      let all = (blocks.0 .== wanted.0) .& (blocks.1 .== wanted.1) .& (blocks.2 .== wanted.2)
      let halves = unsafeBitCast(all, to: SIMD2<UInt64>.self)
      if halves[0] | halves[1] != 0 {
        if let found = first(of: part, at: place, among: halves[0]) { return found }
        if let found = first(of: part, at: place + 8, among: halves[1]) { return found }
      }
      place += Block.scalarCount
    }
    while place + part.count <= count {
      if has(part, at: place) { return place }
      place += 1
    }
    return nil
  }

  /// Of eight places those whose byte in `candidates` is not 0.
  private func first(of part: [UInt8], at place: Int, among candidates: UInt64) -> Int? {
    var candidates = UInt64(littleEndian: candidates)
    while candidates != 0 {
      let offset = candidates.trailingZeroBitCount & ~7
      if has(part, at: place + (offset >> 3)) { return place + (offset >> 3) }
      candidates &= ~(0xFF << UInt64(offset))
    }
    return nil
  }

  private func has(_ part: [UInt8], at place: Int) -> Bool {
    guard let baseAddress, place + part.count <= count else { return false }
    return memcmp(baseAddress + place, part, part.count) == 0
  }
}
