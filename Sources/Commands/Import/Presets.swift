import Interchange
import Settings

/// Forms of exports that are known by their headings: those that ship, and before them those of the folder `presets`
/// beside the policy.
enum Presets {
  /// All of them; one of the folder takes the place of a shipped one of its name. Throws `SettingsError` and
  /// `CommandFailure`.
  static func all() throws -> [Layout] {
    var own: [Layout] = []
    for path in files() { own += try LayoutsFile.read(text: TextFile.read(path), name: path) }
    let names = Set(own.map(\.name))
    return own + (try LayoutsFile.shipped().filter { !names.contains($0.name) })
  }

  /// The files of the folder in the order of their names; none without it.
  private static func files() -> [String] {
    (Folder.names(in: Places.presets) ?? []).filter { $0.hasSuffix(".toml") }.map {
      Places.presets + "/" + $0
    }
  }
}
