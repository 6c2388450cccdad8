import CNettle

/// SHA-256 over bytes that come piece by piece.
///
/// Source: FIPS 180-4.
public struct SHA256 {
  private var context = sha256_ctx()

  /// Nothing hashed yet.
  public init() { nettle_sha256_init(&context) }

  /// Takes more bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
  }

  /// The 32 bytes over all that was taken.
  public func finish() -> [UInt8] {
    // It begins anew when asked, so it is a copy that is asked.
    var context = context
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { digest, count in
      nettle_sha256_digest(&context, digest.count, digest.baseAddress)
      count = digest.count
    }
  }

  /// The 32 bytes over `bytes`: of none `e3b0c442…`.
  public static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var sha = SHA256()
    sha.update(bytes)
    return sha.finish()
  }
}
