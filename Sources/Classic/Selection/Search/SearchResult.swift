public import Learning

/// How the candidates of a search did; made by
/// ``search(among:_:labels:groups:weights:splitter:metric:scoresTraining:using:)``.
///
/// The score of the best candidate is too good an estimate of what it will do: it was chosen for it. Judge the choice
/// with a nested cross-validation, `crossValidate(TunedClassifier(candidates), ...)`.
public struct SearchResult<Configuration: Estimator, Measure: Metric>: Sendable {
  public let metric: Measure
  /// The folds, the same for all candidates.
  public let splits: [TrainTestSplit]
  /// One for each candidate, in their order.
  public let entries: [SearchEntry<Configuration>]
  /// Among ``entries``, of the best mean score on the test parts; the first of several.
  public let bestIndex: Int
  /// The scores of the best candidate.
  public let bestScores: CandidateScores

  public var best: SearchEntry<Configuration> { entries[bestIndex] }

  /// - Throws: the error of the first candidate where every one has failed.
  init(
    metric: Measure, splits: [TrainTestSplit], candidates: [Candidate<Configuration>],
    outcomes: [Result<CandidateScores, LearningError>]
  ) throws(LearningError) {
    var best: (index: Int, scores: CandidateScores)?
    for (index, outcome) in outcomes.enumerated() {
      guard case .success(let scores) = outcome else { continue }
      guard let leader = best else {
        best = (index, scores)
        continue
      }
      if metric.direction.prefers(scores.test.mean, to: leader.scores.test.mean) { best = (index, scores) }
    }
    guard let best else {
      for outcome in outcomes { _ = try outcome.get() }
      throw .invalidOption(name: "candidates", value: "an empty list", allowed: "one candidate or more")
    }
    self.metric = metric
    self.splits = splits
    (bestIndex, bestScores) = best
    let means = outcomes.map { try? $0.get().test.mean }
    entries = candidates.indices.map { index in
      SearchEntry(
        index: index, candidate: candidates[index], outcome: outcomes[index],
        rank: means[index].map { mean in
          1 + means.count { other in other.map { metric.direction.prefers($0, to: mean) } ?? false }
        })
    }
  }
}

/// How a candidate did.
public struct SearchEntry<Configuration: Estimator>: Sendable {
  /// Among all candidates.
  public let index: Int
  public let candidate: Candidate<Configuration>
  /// The scores, or why there are none: the error of the first fold that failed.
  public let outcome: Result<CandidateScores, LearningError>
  /// 1 for the best mean score; candidates of equal means share the better rank. Nil for one that failed.
  public let rank: Int?

  /// Nil for a candidate that failed.
  public var scores: CandidateScores? { try? outcome.get() }
}

/// What a candidate scored in the folds.
public struct CandidateScores: Hashable, Sendable {
  /// On the rows that the models have not learned from.
  public let test: ScoreEstimate
  /// On the rows that they have; nil where it was not asked for. Beside ``test`` along the values of an option it is
  /// the validation curve.
  public let training: ScoreEstimate?
  /// Of all folds together; where fits shared work, an equal share of the whole.
  public let fitDuration: Duration
}
