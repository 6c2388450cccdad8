import Glibc

@testable import Commands

/// Real exports that lie beside the project on machines of people who work on it, and nowhere else.
enum RealExports {
  /// `../shared/data`, seen from the project.
  static let directory =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/../shared/data/"

  static var exist: Bool { access(directory, R_OK) == 0 }
}
