extension Matrix {
  /// The means of the columns.
  ///
  /// - Throws: as ``ColumnMoments/init(of:weights:)``.
  public func columnMeans() throws(LinearAlgebraError) -> [Double] {
    try ColumnMoments(of: self).mean
  }

  /// The covariance matrix of the columns, d x d.
  ///
  /// - Throws: as ``Moments/init(of:weights:)``.
  public func covariance(_ denominator: Moments.Denominator = .unbiased) throws(LinearAlgebraError) -> Matrix {
    try Moments(of: self).covariance(denominator)
  }

  /// The correlation matrix of the columns, d x d.
  ///
  /// - Throws: as ``Moments/init(of:weights:)``.
  public func correlation() throws(LinearAlgebraError) -> Matrix {
    try Moments(of: self).correlation()
  }

  /// The rows less `center`, in memory of their own.
  public func centered(at center: [Double]) -> Matrix {
    scaled(center: center, scale: nil)
  }

  /// (x - center) / scale for each column, in memory of its own.
  public func standardized(center: [Double], scale: [Double]) -> Matrix {
    scaled(center: center, scale: scale)
  }

  private func scaled(center: [Double], scale: [Double]?) -> Matrix {
    precondition(
      center.count == columnCount && scale.map { $0.count == columnCount } ?? true,
      "Centres and scales of \(center.count) and \(scale?.count ?? columnCount) elements do not fit a matrix of "
        + shape)
    let d = columnCount
    guard !isEmpty else { return self }
    return withBase { source in
      Matrix(rowCount: rowCount, columnCount: d) { target in
        forBlocks(of: rowCount, length: max(1, (1 << 16) / d)) { rows in
          center.withUnsafeBufferPointer { center in
            for i in rows {
              for j in 0..<d { target[i * d + j] = source[i * d + j] - center[j] }
            }
          }
          scale?.withUnsafeBufferPointer { scale in
            for i in rows {
              for j in 0..<d { target[i * d + j] /= scale[j] }
            }
          }
        }
      }
    }
  }

  /// Row i times factor i.
  package func scalingRows(by factors: [Double]) -> Matrix {
    precondition(factors.count == rowCount, "\(factors.count) factors do not fit \(rowCount) rows")
    var result = self
    let d = columnCount
    result.withUnsafeMutableBufferPointer { elements in
      for (i, factor) in factors.enumerated() {
        for j in 0..<d { elements[i * d + j] *= factor }
      }
    }
    return result
  }
}
