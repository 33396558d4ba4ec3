/// How the laws are held against a distribution.
package struct DistributionLawOptions: Sendable {
  /// The relative error of a tail probability or quantile, apart from what the rounding of x makes of it.
  package var accuracy: Double
  /// The error of an integral or a sum, relative to its terms.
  package var integralAccuracy: Double
  package var sampleCount: Int

  package init(accuracy: Double = 1e-12, integralAccuracy: Double = 1e-9, sampleCount: Int = 1000) {
    self.accuracy = accuracy
    self.integralAccuracy = integralAccuracy
    self.sampleCount = sampleCount
  }
}
