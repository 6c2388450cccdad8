internal import CNcursesW
import Glibc

/// The character encoding that ncurses writes.
enum TextEncoding {
  /// Takes the person's locale, or C.UTF-8 if that one is not installed or not UTF-8. Only the encoding is taken:
  /// numbers stay as the program writes them.
  static func prepare() {
    setlocale(LC_CTYPE, "")
    guard let codeset = kept_codeset(), String(cString: codeset) == "UTF-8" else {
      setlocale(LC_CTYPE, "C.UTF-8")
      return
    }
  }
}
