extension Matrix {
  /// The matrix of `transform` of each element.
  @inlinable
  public func map(_ transform: (Double) -> Double) -> Matrix {
    var result = self
    result.withUnsafeMutableBufferPointer { elements in
      for i in elements.indices { elements[i] = transform(elements[i]) }
    }
    return result
  }

  @inlinable
  mutating func combine(with other: Matrix, _ operation: (Double, Double) -> Double) {
    precondition(
      rowCount == other.rowCount && columnCount == other.columnCount,
      "Matrices of \(rowCount) x \(columnCount) and \(other.rowCount) x \(other.columnCount) have no elementwise sum")
    withUnsafeMutableBufferPointer { a in
      other.withUnsafeBufferPointer { b in
        for i in a.indices { a[i] = operation(a[i], b[i]) }
      }
    }
  }

  public static func += (a: inout Matrix, b: Matrix) { a.combine(with: b) { $0 + $1 } }
  public static func -= (a: inout Matrix, b: Matrix) { a.combine(with: b) { $0 - $1 } }
  public static func *= (a: inout Matrix, scalar: Double) { a = a.map { $0 * scalar } }
  public static func /= (a: inout Matrix, scalar: Double) { a = a.map { $0 / scalar } }

  public static func + (a: Matrix, b: Matrix) -> Matrix {
    var sum = a
    sum += b
    return sum
  }

  public static func - (a: Matrix, b: Matrix) -> Matrix {
    var difference = a
    difference -= b
    return difference
  }

  public static func * (scalar: Double, a: Matrix) -> Matrix { a.map { scalar * $0 } }
  public static func * (a: Matrix, scalar: Double) -> Matrix { a.map { $0 * scalar } }
  public static func / (a: Matrix, scalar: Double) -> Matrix { a.map { $0 / scalar } }

  /// The largest absolute value of the elements; 0 for an empty matrix, NaN where an element is NaN.
  public var maximumMagnitude: Double {
    withUnsafeBufferPointer { elements in
      elements.reduce(0) { $0.isNaN || $1.isNaN ? .nan : max($0, abs($1)) }
    }
  }
}
