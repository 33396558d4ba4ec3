public import Learning
internal import LinearAlgebra

/// Distributions of some of the variables.
extension MultivariateNormal {
  /// The distribution of the variables with these indices, in this order, whatever the others are.
  ///
  /// - Parameter indices: below d, each at most once.
  /// - Throws: What ``init(mean:covariance:)`` throws: for no indices, and where the part of a covariance that is
  ///   nearly singular is not positive definite by rounding.
  public func marginal(of indices: [Int]) throws(LearningError) -> MultivariateNormal {
    requireVariables(indices)
    return try MultivariateNormal(
      mean: indices.map { mean[$0] },
      covariance: covariance.selectingRows(indices).selectingColumns(indices))
  }

  /// The distribution of the other variables, in their order, where some have known values.
  ///
  ///     // The height of a man of 80 kg.
  ///     let height = try heightAndWeight.conditional(on: [1: 80])
  ///
  /// With the known variables b first, Σ has the factor [L_bb 0; L_ab L_aa], and the others have the mean
  /// μ_a + L_ab L_bb⁻¹ (x_b - μ_b) and the covariance L_aa L_aaᵀ: no difference of covariances is taken.
  ///
  /// - Parameter values: by the variables' indices, below d.
  /// - Throws: ``LearningError/valueNotFinite(_:row:value:)`` with the index as the row,
  ///   ``LearningError/invalidOption(name:value:allowed:)`` where no variable is left, and what
  ///   ``init(mean:covariance:)`` throws where a covariance is singular but for rounding.
  /// - Complexity: d³/3 multiply-adds.
  public func conditional(on values: [Int: Double]) throws(LearningError) -> MultivariateNormal {
    let known = values.keys.sorted()
    requireVariables(known)
    for index in known {
      guard let value = values[index], !value.isFinite else { continue }
      throw .valueNotFinite(.observations, row: index, value: value)
    }
    let others = (0..<dimension).filter { values[$0] == nil }
    guard !others.isEmpty else {
      throw .invalidOption(
        name: "values", value: "given for all \(dimension) variables", allowed: "given for fewer, so that one is left")
    }
    let reordered = try marginal(of: known + others)
    return try reordered.conditional(onFirst: known.compactMap { values[$0] })
  }

  /// The distribution of the last variables, given the first.
  private func conditional(onFirst values: [Double]) throws(LearningError) -> MultivariateNormal {
    let known = values.count
    // L_bb⁻¹ (x_b - μ_b), and then the others' means with each of its elements.
    var white = [Double](repeating: 0, count: known)
    for i in 0..<known {
      let explained = (0..<i).reduce(0) { $0 + factor[i, $1] * white[$1] }
      white[i] = (values[i] - mean[i] - explained) / factor[i, i]
    }
    let others = Array(known..<dimension)
    let means = others.map { i in white.indices.reduce(mean[i]) { $0 + factor[i, $1] * white[$1] } }
    let rest = factor.selectingRows(others).selectingColumns(others)
    return try MultivariateNormal(mean: means, covariance: rest.rowGram())
  }

  private func requireVariables(_ indices: [Int]) {
    for index in indices {
      precondition(mean.indices.contains(index), "There is no variable \(index) among \(dimension)")
    }
    precondition(Set(indices).count == indices.count, "Each variable is taken once; the indices are \(indices)")
  }
}
