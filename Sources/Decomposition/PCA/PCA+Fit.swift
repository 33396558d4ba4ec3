import Learning
import LinearAlgebra

extension PCA {
  /// Fits the samples.
  ///
  /// - Parameters:
  ///   - x: n x d samples, n >= 2.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows. Nil for ones.
  ///   - generator: asked by the randomized solver and by parallel analysis only.
  /// - Throws: `.notFinite` with row and column, `.empty`, `.tooFewSamples`, `.noVariation` where every column is
  ///   constant or varies by less than 1e-154 or so, whose square is zero, `.overflow` where it varies by more than
  ///   1e154, what is wrong with the weights, `.cancelled`, and `.invalidOption`: more components than the rank of the
  ///   data, a target outside its range, a rule that does not apply to the matrix or to these data, `.randomized`
  ///   without `.count`.
  public func fit(
    _ x: Matrix, weights: [Double]? = nil, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireValidOptions()
    try requireSamples(x)
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    let samples = Samples(x: try kept.select(x), weights: kept.weights)
    let problem = Problem(
      configuration: self, rowCount: samples.x.rowCount, columnCount: x.columnCount,
      sampleWeight: kept.weights?.reduce(0, +) ?? Double(samples.x.rowCount))
    try problem.requireEnoughRows()
    return problem.model(of: try problem.solve(samples, using: &generator))
  }

  func requireValidOptions() throws(LearningError) {
    try components.requireValidOptions()
    // Before the work rather than after it: no data could make the rule apply.
    if let objection = components.objection(on: matrix) {
      throw .invalidOption(
        name: "components", value: "\(components) on the \(matrix.rawValue) matrix",
        allowed: "another rule: \(objection)")
    }
    guard case .randomized(let oversampling, let iterations, let tolerance) = solver else { return }
    guard case .count = components else {
      throw .invalidOption(
        name: "solver", value: ".randomized", allowed: "used with `.count(k)`; the other rules need every eigenvalue")
    }
    guard oversampling >= 0, iterations >= 1, tolerance >= 0 else {
      throw .invalidOption(
        name: "solver",
        value: ".randomized(oversampling: \(oversampling), iterations: \(iterations), tolerance: \(tolerance))",
        allowed: "given an oversampling and a tolerance of 0 or more and at least 1 iteration")
    }
  }

  /// The rule that ``Solver/automatic`` documents.
  func resolvedSolver(rowCount n: Int, columnCount d: Int) -> Solver {
    guard solver == .automatic else { return solver }
    let smaller = min(n, d)
    let (work, overflow) = n.multipliedReportingOverflow(by: d * smaller)
    if !overflow, work <= 1 << 24 { return .svd }
    if case .count(let k) = components, smaller > 2000, k <= smaller / 20 { return .randomized() }
    return n >= d ? .covariance : .gram
  }
}
