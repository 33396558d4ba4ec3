extension Matrix {
  /// The rows, each times 1 or -1, so that its largest element in magnitude is positive.
  package func withSignsFixed() -> Matrix {
    var result = self
    let d = columnCount
    result.withUnsafeMutableBufferPointer { elements in
      for (i, row) in rows.enumerated() {
        let largest = row.reduce(0) { max($0, abs($1)) }
        // Two loadings that are equal but for rounding must not let rounding choose the sign.
        guard let decisive = row.first(where: { abs($0) >= largest * (1 - 1e-8) }), decisive < 0 else { continue }
        for j in 0..<d { elements[i * d + j].negate() }
      }
    }
    return result
  }
}
