internal import LinearAlgebra

/// Columns of text, two spaces apart.
struct TextTable: CustomStringConvertible {
  enum Side { case leading, trailing }

  struct Column {
    private let texts: [String]
    private let side: Side

    /// - Parameter side: where the texts are flush; numbers stand at the right.
    init(_ header: String, _ texts: [String], _ side: Side = .trailing) {
      self.texts = [header] + texts
      self.side = side
    }

    /// The header and the texts below it, all of one width.
    var lines: [String] {
      let width = texts.map(\.count).max() ?? 0
      return texts.map { text in
        side == .trailing ? text.padded(to: width) : text + String(repeating: " ", count: width - text.count)
      }
    }
  }

  private let columns: [[String]]

  /// - Precondition: the columns are of one length.
  init(_ columns: [Column]) { self.columns = columns.map(\.lines) }

  var description: String {
    (columns.first ?? []).indices.map { line in columns.map { $0[line] }.joined(separator: "  ") }
      .joined(separator: "\n")
  }
}
