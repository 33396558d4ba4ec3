internal import Learning

extension CSVScanner {
  /// The text of a field, its doubled quotes single.
  func text(of field: CSVField) throws(LearningError) -> String {
    guard let text = String(validating: bytes[field.content], as: UTF8.self) else {
      throw error(at: field, "The text here is not UTF-8; save the file in that encoding.")
    }
    return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }
}
