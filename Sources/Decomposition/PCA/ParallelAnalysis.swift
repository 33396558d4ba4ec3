import Learning
import LinearAlgebra

/// Horn's parallel analysis: how large are the eigenvalues of the correlation matrix of as many rows and columns of
/// uncorrelated normal numbers?
///
/// Components are kept from the first on while the eigenvalue exceeds this quantile of its simulated counterpart.
///
/// The simulation draws the scatter matrix itself, not the rows: for n rows it has a Wishart distribution, and
/// Bartlett's decomposition gives a draw from p(p - 1)/2 normal numbers and p of chi-squared, whatever n is.
///
/// Source: Horn, A rationale and test for the number of factors in factor analysis, Psychometrika 30(2), 1965,
/// doi:10.1007/BF02289447; the quantile in place of the mean: Glorfeld, Educational and Psychological Measurement
/// 55(3), 1995, doi:10.1177/0013164495055003002; Bartlett, Proceedings of the Royal Society of Edinburgh 53, 1933,
/// doi:10.1017/S0370164600015492.
public struct ParallelAnalysis: Hashable, Sendable, Codable {
  /// How many random data sets; 200 by default, which puts the 0.95 quantile within about a hundredth of its own.
  public var repetitions: Int
  /// The quantile of the random eigenvalues to exceed, in (0, 1); 0.95 by default. Horn's own rule, the mean, keeps
  /// more.
  public var quantile: Double

  public init(repetitions: Int = 200, quantile: Double = 0.95) {
    self.repetitions = repetitions
    self.quantile = quantile
  }

  /// The eigenvalues to exceed, largest first, for `rowCount` rows and `columnCount` columns.
  ///
  /// - Throws: `.invalidOption`, `.tooFewSamples` for fewer than two rows, `.cancelled`.
  /// - Complexity: O(p³) for each repetition; the repetitions run in parallel.
  public func thresholds(
    rowCount: Int, columnCount: Int, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [Double] {
    try requireValidOptions()
    guard rowCount > 1 else { throw .tooFewSamples(found: rowCount, needed: 2, purpose: "parallel analysis") }
    guard columnCount > 0 else { throw .empty(rowCount: rowCount, columnCount: columnCount) }
    let generators = generator.children(repetitions)
    let draws = try monitoredParallelMap(repetitions) { index throws(LearningError) in
      var generator = generators[index]
      try Monitor.poll(Monitor.Progress(stage: "parallel analysis", iteration: index, iterationLimit: repetitions))
      return try Self.eigenvalues(rowCount: rowCount, columnCount: columnCount, using: &generator)
    }
    return (0..<columnCount).map { k in
      QuantileMethod.linear.quantile(quantile, ofSorted: draws.map { $0[k] }.sorted())
    }
  }

  func requireValidOptions() throws(LearningError) {
    guard repetitions > 0 else {
      throw .invalidOption(name: "repetitions", value: "\(repetitions)", allowed: "at least 1")
    }
    guard quantile > 0, quantile < 1 else {
      throw .invalidOption(name: "quantile", value: "\(quantile)", allowed: "between 0 and 1, both excluded")
    }
  }

  /// The eigenvalues of the correlation matrix of one random data set.
  private static func eigenvalues(
    rowCount: Int, columnCount: Int, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [Double] {
    let scatter = wishart(degreesOfFreedom: rowCount - 1, order: columnCount, using: &generator)
    let scale = scatter.diagonal.map { 1 / $0.squareRoot() }
    var correlation = scatter
    for i in 0..<columnCount {
      for j in 0..<columnCount { correlation[i, j] *= scale[i] * scale[j] }
    }
    return try LearningError.wrapping { () throws(LinearAlgebraError) in try correlation.symmetricEigenvalues() }
  }

  /// A draw of X'X for as many rows of independent normal numbers as there are degrees of freedom.
  private static func wishart(
    degreesOfFreedom: Int, order: Int, using generator: inout some RandomNumberGenerator
  ) -> Matrix {
    guard degreesOfFreedom >= order else {
      // Bartlett's factor needs a degree of freedom for each column; fewer rows are cheap to draw.
      return Matrix.standardNormal(rowCount: degreesOfFreedom, columnCount: order, using: &generator).gram()
    }
    var factor = Matrix.standardNormal(rowCount: order, columnCount: order, using: &generator)
    for i in 0..<order {
      factor[i, i] = generator.nextChiSquared(degreesOfFreedom: Double(degreesOfFreedom - i)).squareRoot()
      for j in i + 1..<max(order, i + 1) { factor[i, j] = 0 }
    }
    return factor.rowGram()
  }
}
