import CSQLite

/// File systems on which SQLite's locks and shared memory do not hold between machines.
public enum NetworkFileSystem {
  /// Whether `directory` is on one of them: NFS, SMB, CIFS, SMB2, AFS, Coda, NCP or Ceph.
  public static func holds(_ directory: String) -> Bool { magics.contains(kept_file_system_magic(directory)) }

  /// Magic numbers of statfs(2), in that order.
  private static let magics: Set<Int64> = [
    0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x7375_7245, 0x564C, 0x00C3_6400,
  ]
}
