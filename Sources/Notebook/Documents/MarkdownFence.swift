/// Code blocks of Markdown.
enum MarkdownFence {
  /// A fence one backtick longer than any in the text.
  static func fenced(_ text: String, language: String) -> String {
    let longest = text.matches(of: #/`+/#).map { $0.output.count }.max() ?? 0
    let marks = String(repeating: "`", count: max(3, longest + 1))
    return "\(marks)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(marks)"
  }
}
