import Learning

extension LearningError {
  /// The error with the rows of the whole sample, of which the work that failed had some.
  ///
  /// - Parameter rows: those it had, in its order.
  func located(in rows: [Int]) -> LearningError {
    func original(_ row: Int) -> Int { rows.indices.contains(row) ? rows[row] : row }
    return switch self {
    case .notFinite(let row, let column, let value): .notFinite(row: original(row), column: column, value: value)
    case .valueNotFinite(let input, let row, let value): .valueNotFinite(input, row: original(row), value: value)
    case .negativeWeight(let row, let value): .negativeWeight(row: original(row), value: value)
    case .unknownLabel(let label, let row, let known): .unknownLabel(label, row: original(row), known: known)
    case .notProbability(let row, let column, let value):
      .notProbability(row: original(row), column: column, value: value)
    case .probabilitySum(let row, let sum): .probabilitySum(row: original(row), sum: sum)
    case .outsideSupport(let distribution, let row, let value, let support):
      .outsideSupport(distribution: distribution, row: original(row), value: value, support: support)
    case .observationOutOfRange(let row, let value, let allowed):
      .observationOutOfRange(row: original(row), value: value, allowed: allowed)
    case .inFold(let fold, let count, let error): .inFold(fold, of: count, error.located(in: rows))
    default: self
    }
  }

  /// The error with the fold that it happened in. What does not come from a fold's rows stays as it is: that the work
  /// was cancelled, or that an option is invalid.
  func inFold(_ fold: Int, of count: Int) -> LearningError {
    switch self {
    case .cancelled, .invalidOption: self
    default: .inFold(fold, of: count, self)
    }
  }
}
