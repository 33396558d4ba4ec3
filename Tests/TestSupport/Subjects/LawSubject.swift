import Learning

/// An estimator of any kind, as the laws see it.
package protocol LawSubject {
  var name: String { get }
  var kind: EstimatorKind { get }
  var traits: EstimatorTraits { get }
  /// What each training row comes with.
  var companion: LearningError.Input? { get }

  func fit(
    _ problem: LawProblem, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LawModel
  func fitWithoutGenerator(_ problem: LawProblem) throws(LearningError) -> LawModel
}
