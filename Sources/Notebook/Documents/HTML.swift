/// Texts for HTML and XML.
enum HTML {
  /// A text that comes out as it is, in an element or in an attribute.
  static func escaped(_ text: String) -> String {
    let characters = text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(scalar)
      }
    }
    return characters.joined()
  }
}
