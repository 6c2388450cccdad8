/// Where the book that the workbench shows comes from.
enum BookSource {
  /// The file at the site's path, which must exist.
  case existing
  /// A new demo company.
  case demo
  /// The file at the site's path, made if it is missing, with this export imported into it.
  case imported(String)
}
