/// A convex loss that is a sum over observations, each term a function of one linear predictor:
///
///     f(z) = Σᵢ wᵢ φᵢ(zᵢ)
///
/// It knows targets and weights, and neither features nor coefficients.
package protocol SeparableLoss: Sendable {
  /// n, the number of observations.
  var count: Int { get }

  /// Whether every φᵢ is a parabola, so that the second-order model is the loss itself.
  var isQuadratic: Bool { get }

  /// f(z).
  func value(at predictors: [Double]) -> Double

  /// f(z), with wᵢ φᵢʹ(zᵢ) written over `slopes` and wᵢ φᵢʺ(zᵢ) over `curvatures`, n elements each.
  func evaluate(at predictors: [Double], slopes: inout [Double], curvatures: inout [Double]) -> Double

  /// How much the inequality of Fenchel and Young leaves between the predictors and a share s of the slopes there,
  ///
  ///     Σᵢ wᵢ (φᵢ(zᵢ) + φᵢ*(s φᵢʹ(zᵢ)) - s φᵢʹ(zᵢ) zᵢ),
  ///
  /// φ* being the convex conjugate: never negative, and 0 at s = 1. The loss's part of a duality gap, in a form without
  /// cancellation.
  func conjugateGap(at predictors: [Double], share: Double) -> Double
}
