import Foundation

enum SystemError {
  /// The system's words for the last failed call, such as `Permission denied`.
  static var current: String { String(cString: strerror(errno)) }
}
