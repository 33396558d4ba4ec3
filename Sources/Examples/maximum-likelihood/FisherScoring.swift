import LinearAlgebra
import Stats

/// The points of Fisher's scoring: from each to the next by the score in the metric of the expected information, until
/// a step is below 1e-12 of the values.
func fisherScoring(_ likelihood: some LikelihoodFunction, from start: [Double]) throws -> [[Double]] {
  var points = [start]
  var point = start
  for _ in 0..<100 {
    let step = try Cholesky(of: likelihood.expectedInformation(at: point)).solve(likelihood.score(at: point))
    point = zip(point, step).map { $0 + $1 }
    points.append(point)
    if zip(point, step).allSatisfy({ abs($1) <= 1e-12 * abs($0) }) { break }
  }
  return points
}
