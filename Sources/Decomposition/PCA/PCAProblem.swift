import Learning
import LinearAlgebra

extension PCA {
  /// One fit under way: what was asked, and the size of the data.
  struct Problem {
    let configuration: PCA
    let rowCount, columnCount: Int
    /// The number of rows, or the sum of their weights.
    let sampleWeight: Double

    /// What sums of squares are divided by; NaN where the weights leave nothing to divide by.
    var divisor: Double { configuration.denominator.divisor(for: sampleWeight) }

    /// What a solver finds.
    struct Solution {
      /// The means of the columns and what they are divided by.
      var center, scale: [Double]
      var constantColumns: [Int]
      /// Variances, largest first: all d, or from the randomized solver those kept.
      var spectrum: VarianceSpectrum
      /// The number of variances that are not zero to the solver's accuracy.
      var rank: Int
      /// k x d, orthonormal rows, signs not yet fixed.
      var components: Matrix
      var method: String
      var iterations = 1
      var certificate: Certificate?
    }

    /// - Throws: `.tooFewSamples`, `.invalidOption` where the weights leave no degree of freedom.
    func requireEnoughRows() throws(LearningError) {
      guard rowCount > 1 else { throw .tooFewSamples(found: rowCount, needed: 2, purpose: "a variance") }
      guard divisor > 0 else {
        throw .invalidOption(
          name: "denominator", value: ".unbiased with weights that sum to \(sampleWeight)",
          allowed: ".maximumLikelihood where weights are shares, or weights must count rows and sum to more than 1")
      }
    }

    /// How many components the rule keeps of these variances.
    func componentCount(
      of spectrum: VarianceSpectrum, rank: Int, constantColumnCount: Int,
      using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> Int {
      guard rank > 0 else { throw .noVariation }
      let rule = configuration.components
      if case .count(let count) = rule { try requireRank(rank, for: count) }
      let selector = ComponentSelector(
        spectrum: spectrum, rank: rank, matrix: configuration.matrix, sampleWeight: sampleWeight, divisor: divisor,
        variableCount: columnCount - constantColumnCount, isWholeSpectrum: spectrum.variances.count == columnCount)
      let answer = try selector.answer(of: rule, using: &generator)
      guard answer.applies, let count = answer.count else {
        throw .invalidOption(
          name: "components", value: "\(rule)",
          allowed: "another rule for these data: \(answer.objection ?? "this one has no answer")")
      }
      return count
    }

    func requireRank(_ rank: Int, for count: Int) throws(LearningError) {
      guard count <= rank else {
        throw .invalidOption(
          name: "components", value: ".count(\(count))", allowed: "from 1 to \(rank), the rank of the data")
      }
    }

    func model(of solution: Solution) -> Model {
      let variances = Array(solution.spectrum.variances.prefix(solution.components.rowCount))
      return Model(
        center: solution.center,
        scale: solution.scale,
        components: solution.components.withSignsFixed(),
        explained: VarianceSpectrum(variances: variances, total: solution.spectrum.total),
        eigenvalues: solution.spectrum.variances,
        rank: solution.rank,
        constantColumns: solution.constantColumns,
        sampleWeight: sampleWeight,
        divisor: divisor,
        isWhitening: configuration.whiten,
        matrix: configuration.matrix,
        report: report(of: solution))
    }

    private func report(of solution: Solution) -> FitReport {
      var report = FitReport(method: solution.method, iterations: solution.iterations)
      if let certificate = solution.certificate {
        report.certificate = certificate
        report.termination = certificate.value <= certificate.tolerance ? .converged : .iterationLimit
      }
      if !solution.constantColumns.isEmpty { report.warnings.append(constantWarning(solution.constantColumns)) }
      if solution.certificate == nil, let warning = rankWarning(solution) { report.warnings.append(warning) }
      return report
    }

    private func rankWarning(_ solution: Solution) -> FitWarning? {
      let varyingColumns = columnCount - solution.constantColumns.count
      let full = min(rowCount - 1, varyingColumns)
      let missing = full - solution.rank
      guard missing > 0 else { return nil }
      let cause = rowCount > varyingColumns
        ? "some columns are linear combinations of others"
        : "some rows are repeated, or are mixtures of others"
      return FitWarning(
        .rankDeficient,
        message: "\(missing) of \(full) directions \(missing == 1 ? "has" : "have") no variance beyond rounding; "
          + "\(cause). What has no variance is left out.")
    }

    private func constantWarning(_ columns: [Int]) -> FitWarning {
      let consequence = configuration.matrix == .correlation
        ? "They have no correlation, are not scaled, and have no part in any component."
        : "They have no part in any component."
      let places = columns.map(String.init).joined(separator: ", ")
      return FitWarning(
        .constantColumns, columns: columns,
        message: columns.count == 1
          ? "Column \(places) holds one value only. It has no part in any component."
          : "Columns \(places) hold one value each. \(consequence)")
    }
  }
}
