import LinearAlgebra

/// What a model says about some samples: a row of numbers for each, or a label.
package enum Answer: Sendable {
  case values(Matrix)
  case labels([Int])
}

extension Answer {
  /// How close two answers must be. Labels must be equal in either case.
  enum Closeness {
    /// The same bits.
    case bits
    /// At most this much apart, relative to the largest number of both, or absolute where those are below 1.
    case relative(Double)
  }

  var rowCount: Int {
    switch self {
    case .values(let matrix): matrix.rowCount
    case .labels(let labels): labels.count
    }
  }

  var isFinite: Bool {
    switch self {
    case .values(let matrix): matrix.maximumMagnitude.isFinite
    case .labels: true
    }
  }

  /// The given rows, less those that a model at fault did not give: the difference in shape is then found.
  func selecting(_ rows: [Int]) -> Answer {
    let given = rows.filter { $0 < rowCount }
    return switch self {
    case .values(let matrix): .values(matrix.selectingRows(given))
    case .labels(let labels): .labels(given.map { labels[$0] })
    }
  }

  /// Where and how two answers differ; nil where they do not.
  func difference(from other: Answer, _ closeness: Closeness) -> String? {
    switch (self, other) {
    case (.values(let a), .values(let b)): Self.difference(a, b, closeness)
    case (.labels(let a), .labels(let b)): Self.difference(a, b)
    case (.values, .labels), (.labels, .values): "numbers against labels"
    }
  }

  private static func difference(_ a: [Int], _ b: [Int]) -> String? {
    guard a.count == b.count else { return "\(a.count) labels against \(b.count)" }
    return a.indices.first { a[$0] != b[$0] }.map { "row \($0): label \(a[$0]) against \(b[$0])" }
  }

  private static func difference(_ a: Matrix, _ b: Matrix, _ closeness: Closeness) -> String? {
    guard a.rowCount == b.rowCount, a.columnCount == b.columnCount else { return "\(a.shape) against \(b.shape)" }
    let scale = max(1, a.maximumMagnitude, b.maximumMagnitude)
    let (left, right) = (a.elements, b.elements)
    let worst = left.indices.filter { isApart(left[$0], right[$0], closeness, scale: scale) }
      .max { abs(left[$0] - right[$0]) < abs(left[$1] - right[$1]) }
    guard let worst else { return nil }
    let (row, column) = worst.quotientAndRemainder(dividingBy: a.columnCount)
    return "row \(row), column \(column): \(left[worst]) against \(right[worst])"
  }

  private static func isApart(_ a: Double, _ b: Double, _ closeness: Closeness, scale: Double) -> Bool {
    switch closeness {
    case .bits: a.bitPattern != b.bitPattern
    // Written so that a NaN is apart from everything.
    case .relative(let tolerance): !(abs(a - b) <= tolerance * scale)
    }
  }
}
