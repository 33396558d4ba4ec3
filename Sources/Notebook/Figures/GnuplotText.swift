import Foundation

/// Texts for a gnuplot script, so written that they come out as they are.
enum GnuplotText {
  /// A text in double quotes. Nothing in it can be a command: gnuplot takes a plain backtick even inside quotes as
  /// one of the shell's, but not its octal form.
  static func quoted(_ text: String) -> String {
    let characters = text.replacingOccurrences(of: "\r\n", with: "\n").unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "`": "\\140"
      case "\n": "\\n"
      case _ where scalar.properties.generalCategory == .control: " "
      default: String(scalar)
      }
    }
    return "\"\(characters.joined())\""
  }

  /// A text for a mark of an axis, which gnuplot reads as a format.
  static func quotedMark(_ text: String) -> String {
    quoted(text.replacing("%", with: "%%"))
  }

  /// A number; what is none stands for a value that is missing.
  static func number(_ value: Double) -> String {
    value.isFinite ? "\(value)" : "NaN"
  }
}
