import LinearAlgebra

func largestDifference(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) }.max() ?? .nan }

/// From one value to the next.
func largestRise(_ values: [Double]) -> Double { zip(values.dropFirst(), values).map { $0 - $1 }.max() ?? .nan }

/// The correlations of every two columns, without their signs.
func magnitudesOfPairs(_ correlations: Matrix) -> [Double] {
  correlations.rows.indices.flatMap { i in (0..<i).map { abs(correlations[i, $0]) } }
}
