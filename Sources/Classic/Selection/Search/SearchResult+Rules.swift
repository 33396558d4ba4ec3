public import Learning

extension SearchResult {
  /// The simplest candidate whose mean score is no more than a standard error of the best one's from it.
  ///
  /// The standard error is ``ScoreEstimate/standardError``, as the rule was published. Without one, with a single fold
  /// or an infinite score, candidates as good as the best are compared only.
  ///
  /// - Parameter complexity: a number that grows with a configuration's complexity, such as minus the penalty; of equal
  ///   ones the first is taken. Nil for the order of the candidates, from simple to complex.
  ///
  /// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984, section 3.4.3.
  public func simplestWithinOneStandardError(
    complexity: ((Configuration) -> Double)? = nil
  ) -> SearchEntry<Configuration> {
    let margin = bestScores.test.standardError.isFinite ? bestScores.test.standardError : 0
    let limit = metric.direction == .higherIsBetter
      ? bestScores.test.mean - margin : bestScores.test.mean + margin
    let close = entries.filter { entry in
      entry.scores.map { !metric.direction.prefers(limit, to: $0.test.mean) } ?? false
    }
    guard let complexity else { return close.first ?? best }
    return close.min { complexity($0.candidate.configuration) < complexity($1.candidate.configuration) } ?? best
  }

  /// The candidate that a rule takes.
  public func choice(by rule: SelectionRule) -> SearchEntry<Configuration> {
    switch rule {
    case .best: best
    case .oneStandardError: simplestWithinOneStandardError()
    }
  }

  /// Compares two candidates, given by their places, in the folds that both have seen. Of several pairs from one
  /// search, those picked for their difference look more different than they are.
  ///
  /// - Throws: the error of a candidate that failed; `.undefined` for a single fold, and where a score is infinite.
  public func comparison(of first: Int, with second: Int) throws(LearningError) -> ScoreComparison {
    for index in [first, second] {
      precondition(entries.indices.contains(index), "There is no candidate \(index) among \(entries.count)")
    }
    return try ScoreComparison(entries[first].outcome.get().test, entries[second].outcome.get().test)
  }
}
