import LinearAlgebra

/// The largest absolute difference; infinite where counts differ or one of the numbers is NaN.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).reduce(0) { largest, pair in
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}

/// The largest absolute difference of the elements; infinite where shapes differ or an element is NaN.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
  a.rowCount == b.rowCount && a.columnCount == b.columnCount ? distance(a.elements, b.elements) : .infinity
}

/// The largest difference between the projectors onto the spans of two sets of orthonormal rows.
func subspaceDistance(_ a: Matrix, _ b: Matrix) -> Double {
  distance(a.transposeMultiplied(by: a), b.transposeMultiplied(by: b))
}

/// Runs of consecutive values, each closer to the one before than `resolution` times the largest: only the span of
/// their vectors is determined.
func groupsOfCloseValues(_ values: [Double], resolution: Double) -> [Range<Int>] {
  let largest = values.first ?? 0
  let borders = values.indices.dropFirst().filter { values[$0 - 1] - values[$0] > resolution * largest }
  return zip([0] + borders, borders + [values.count]).map { $0..<$1 }
}
