extension Matrix: CustomStringConvertible {
  /// The shape, and up to eight rows and columns from the corners: five significant digits, aligned.
  public var description: String {
    guard !isEmpty else { return "Matrix \(shape)" }
    let rows = Self.excerpt(of: rowCount)
    let columns = Self.excerpt(of: columnCount)
    let cells = rows.map { i in
      columns.map { j in
        if let i, let j { self[i, j].formatted(digits: 5) } else { i == nil ? "⋮" : "…" }
      }
    }
    let widths = columns.indices.map { k in cells.map { $0[k].count }.max() ?? 0 }
    let lines = cells.map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
    }
    return (["Matrix \(shape)"] + lines).joined(separator: "\n")
  }

  /// The indices to show of `count`: all of them, or the first five and the last two with a gap (nil) between.
  private static func excerpt(of count: Int) -> [Int?] {
    count <= 8 ? Array(0..<count) : Array(0..<5) + [nil] + Array(count - 2..<count)
  }
}
