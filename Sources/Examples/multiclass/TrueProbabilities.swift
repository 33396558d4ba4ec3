import LinearAlgebra
import RealModule

/// Normal classes with standard deviation 1 around known centres: Bayes' theorem gives the probabilities.
struct TrueProbabilities {
  let centers: [Double]
  let shares: [Double]

  func callAsFunction(_ x: Double) -> [Double] {
    VectorMath.softmaxRows(
      zip(centers, shares).map { .log($1) - (x - $0) * (x - $0) / 2 }, columns: centers.count)
  }

  /// The mean absolute difference from a model's probabilities, over places and classes.
  func meanDistance(from probabilities: Matrix, at places: [Double]) -> Double {
    let distances = places.enumerated().flatMap { i, x in
      self(x).enumerated().map { k, p in abs(p - probabilities[i, k]) }
    }
    return distances.reduce(0, +) / Double(distances.count)
  }
}
