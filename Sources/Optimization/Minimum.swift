public import Learning

/// Where a method ended, and what it says of it.
public struct Minimum: Hashable, Sendable {
  public let point: [Double]
  /// The function there; an estimate where a stochastic method was asked for one.
  public let value: Double
  /// How often the function or its gradient was computed; for stochastic methods the number of terms over that of all.
  public let evaluations: Double
  /// Iterations, reason of stopping, trace of the values and certificate.
  public let report: FitReport

  public init(point: [Double], value: Double, evaluations: Double, report: FitReport) {
    self.point = point
    self.value = value
    self.evaluations = evaluations
    self.report = report
  }
}
