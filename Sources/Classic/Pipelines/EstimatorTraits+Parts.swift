import Learning

extension EstimatorTraits {
  /// The traits of two parts that work on the same samples: nothing is drawn if neither draws, rows are drawn or
  /// counted if either does, and missing values are accepted if both accept them.
  func combined(with other: EstimatorTraits) -> EstimatorTraits {
    let both: EstimatorTraits = [.deterministic, .acceptsMissingValues]
    return intersection(other).intersection(both).union(union(other).subtracting(both))
  }

  /// The traits of this part and one that works on what it makes, which never sees the samples themselves.
  func followed(by later: EstimatorTraits) -> EstimatorTraits {
    combined(with: later.union(.acceptsMissingValues))
  }
}
