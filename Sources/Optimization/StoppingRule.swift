internal import Learning

/// When a method stops.
public struct StoppingRule: Hashable, Sendable, Codable {
  /// The fit has converged when the largest element of the gradient is at most this times the function's
  /// ``DifferentiableFunction/gradientScale``. 1e-9 by default: coefficients are then good to about as many digits as
  /// the data have.
  public var gradientTolerance: Double
  /// The most iterations; 1000 by default.
  public var iterationLimit: Int

  public init(gradientTolerance: Double = 1e-9, iterationLimit: Int = 1000) {
    self.gradientTolerance = gradientTolerance
    self.iterationLimit = iterationLimit
  }

  func requireValid() throws(LearningError) {
    try requireTolerance(gradientTolerance)
    try requireCount(iterationLimit, "iterationLimit")
  }
}
