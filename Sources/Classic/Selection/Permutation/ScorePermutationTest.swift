/// Whether a cross-validated score is better than chance: the same cross-validation of labels that were put in random
/// order, and so have nothing to do with the features.
public struct ScorePermutationTest: Hashable, Sendable {
  /// The score with the labels as they are.
  public let score: ScoreEstimate
  /// The mean score of each permutation.
  public let permutedMeans: [Double]
  /// The permutations whose mean is at least as good, and 1, over their number and 1: the permutation that changes
  /// nothing counts as well, so that the test keeps its level. Never below 1 / (permutations + 1).
  public let pValue: Double

  init(score: ScoreEstimate, permutedMeans: [Double]) {
    self.score = score
    self.permutedMeans = permutedMeans
    let asGood = permutedMeans.count { !score.direction.prefers(score.mean, to: $0) }
    pValue = Double(1 + asGood) / Double(1 + permutedMeans.count)
  }
}
