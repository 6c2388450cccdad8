import Glibc
import Receivables
import Workbench

/// The files that can be imported, where somebody is likely to have saved one: the folder from which the program was started,
/// and the one for downloads.
enum ExportFolder {
  private static let endings =
    [".csv", ".tsv", ".txt"] + [".xml", ".sta", ".mt940", ".940", ".bai", ".bai2", ".ofx", ".qfx", ".qbo"]
  /// More are not offered.
  private static let most = 40

  /// The newest first.
  static func offers(now: Instant) -> [ExportOffer] {
    let home = getenv("HOME").map { String(cString: $0) }
    let folders = [("", ".")] + (home.map { [("~/Downloads/", $0 + "/Downloads")] } ?? [])
    var found: [(path: String, size: Int, written: Int)] = []
    for (shown, folder) in folders {
      for name in Folder.names(in: folder) ?? [] where endings.contains(where: name.lowercased().hasSuffix) {
        var status = stat()
        guard stat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
        found.append((shown + name, Int(status.st_size), status.st_mtim.tv_sec))
      }
    }
    found.sort { ($1.written, $0.path) < ($0.written, $1.path) }
    return found.prefix(most).map { file in
      ExportOffer(
        path: file.path,
        detail: "\(size(file.size)), \(age(Int(now.milliseconds / 1_000) - file.written))")
    }
  }

  /// A path with the home directory written out.
  static func whole(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(max(bytes / 1_000, 1)) kB" : "\(bytes / 1_000_000) MB"
  }

  private static func age(_ seconds: Int) -> String {
    switch seconds {
    case ..<3_600: "\(max(seconds / 60, 1)) min ago"
    case ..<172_800: "\(seconds / 3_600) h ago"
    default: "\(seconds / 86_400) days ago"
    }
  }
}

/// A folder of the file system.
enum Folder {
  /// The names of what lies in it and is not hidden, in their order; nil where it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
