import Foundation

/// The programs beside which kept is measured: packages of Debian and of PyPI, put into a folder of their own. Where
/// one cannot be had its rows say so.
struct Peers {
  private let folder: String

  private static let packages = ["fzf", "less", "libpcre2-posix3", "nnn", "sqlite3", "tig", "vim-tiny"]

  /// Gets what is missing. Takes as long as the network does.
  init(in folder: String) {
    self.folder = folder
    guard !FileManager.default.fileExists(atPath: folder + "/done") else { return }
    let script = """
      set -e; exec 2> /dev/null; mkdir -p "$0"; cd "$0"
      apt-get update -qq || true
      apt-get download -qq \(Self.packages.joined(separator: " ")) || true
      for package in *.deb; do dpkg-deb -x "$package" root; done
      python3 -m pip install -q --target python duckdb || true
      touch done
      """
    print("getting the programs to compare with")
    _ = try? TimedRun("/bin/sh", ["-c", script, folder], environment: ["HOME": folder, "PATH": Self.path])
  }

  private static var path: String { ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin" }

  /// Where a program is; nil where it could not be had.
  func program(_ name: String) -> String? {
    ["\(folder)/root/usr/bin/\(name)", "/usr/bin/\(name)"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// What a peer needs to find its libraries.
  var environment: [String: String] {
    [
      "LD_LIBRARY_PATH": "\(folder)/root/usr/lib/x86_64-linux-gnu", "PYTHONPATH": folder + "/python",
      "PATH": Self.path, "HOME": folder,
    ]
  }

  /// Runs a Python program that uses DuckDB. Throws where that could not be had.
  func duckDB(_ script: String) throws -> TimedRun {
    guard FileManager.default.fileExists(atPath: folder + "/python/duckdb") else {
      throw BenchmarkError(sentence: "DuckDB could not be had.")
    }
    return try TimedRun("/usr/bin/env", ["python3", "-c", script], environment: environment)
  }
}
