extension String {
  /// The text on one line, cut where it is long: for messages.
  var excerpt: String {
    let longest = 40
    let line = String(prefix(longest).map { $0.isNewline ? " " : $0 })
    return count > longest ? line + "…" : line
  }
}
