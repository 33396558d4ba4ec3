import LinearAlgebra

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// Pearson's.
func correlation(of first: [Double], and second: [Double]) throws -> Double {
  try Moments(of: Matrix(rows: zip(first, second).map { [$0, $1] })).correlation()[0, 1]
}

/// The mean of the largest of some values that are drawn from a list without replacement.
func expectedMaximum(of count: Int, from values: [Double]) -> Double {
  let ascending = values.sorted()
  let n = ascending.count
  // The k-th of n is the largest of `count` drawn with the probability C(k - 1, count - 1) / C(n, count), which grows
  // from one k to the next by k / (k - count + 1).
  var probability = Double(count) / Double(n)
  var expectation = 0.0
  for k in stride(from: n, through: count, by: -1) {
    expectation += probability * ascending[k - 1]
    if k > count { probability *= Double(k - count) / Double(k - 1) }
  }
  return expectation
}
