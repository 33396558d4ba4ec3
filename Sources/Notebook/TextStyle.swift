import Foundation

/// ANSI styles of a terminal, or plain text.
struct TextStyle: Sendable {
  let isEnabled: Bool

  /// Whether the user asks for plain text, by the convention of no-color.org.
  static var isRefusedByEnvironment: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
  }

  func bold(_ text: String) -> String { styled(text, code: 1) }
  func dim(_ text: String) -> String { styled(text, code: 2) }
  func red(_ text: String) -> String { styled(text, code: 31) }
  func green(_ text: String) -> String { styled(text, code: 32) }

  private func styled(_ text: String, code: Int) -> String {
    isEnabled ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
