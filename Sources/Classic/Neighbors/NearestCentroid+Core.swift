import Learning
import LinearAlgebra

extension NearestCentroid {
  /// The fitted means.
  public struct Core: ClassifierCore, Equatable {
    /// The mean of each class, K x d.
    public let centroids: Matrix
    /// σ², the mean squared distance of a coordinate from its class's mean: the maximum likelihood estimate.
    public let variance: Double
    public let report: FitReport

    init(centroids: Matrix, variance: Double, report: FitReport) {
      self.centroids = centroids
      self.variance = variance
      self.report = report
    }

    public var classCount: Int { centroids.rowCount }
    public var featureCount: Int { centroids.columnCount }

    /// p(k | x) ∝ exp(-‖x - μₖ‖² / 2σ²). Where σ² is zero, which is where every sample was its class's mean, the
    /// nearest mean has probability 1, shared where several are as near.
    ///
    /// - Throws: `.featureCountMismatch`, `.notFinite`, `.linearAlgebra(.overflow)` where a squared distance is too
    ///   large for a Double.
    public func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      try requireFitting(x)
      var result = x.squaredDistances(to: centroids)
      // Finite coordinates may still have a squared distance beyond the largest Double.
      guard result.maximumMagnitude.isFinite else {
        throw .linearAlgebra(.overflow(operation: "squared distance to a centroid"))
      }
      let count = classCount
      // Only a core from a file can be without classes.
      guard count > 0 else { return result }
      result.withUnsafeMutableBufferPointer { elements in
        for i in 0..<x.rowCount {
          turnIntoExponents(UnsafeMutableBufferPointer(rebasing: elements[i * count..<(i + 1) * count]))
        }
        VectorMath.softmaxRows(UnsafeBufferPointer(elements), columns: count, into: elements)
      }
      return result
    }

    /// Squared distances become the exponents, relative to the nearest, so that a tiny variance cannot make every one
    /// of them infinite.
    private func turnIntoExponents(_ distances: UnsafeMutableBufferPointer<Double>) {
      let nearest = distances.min() ?? 0
      for k in distances.indices {
        distances[k] = variance > 0
          ? -(distances[k] - nearest) / (2 * variance) : (distances[k] == nearest ? 0 : -.infinity)
      }
    }
  }
}
