import Learning
import LinearAlgebra

extension PCA {
  /// One fit under way: the rows that count, and what was asked.
  struct Problem {
    let x: Matrix
    let weights: [Double]?
    /// The number of rows, or the sum of their weights.
    let weight: Double
    let configuration: PCA

    var divisor: Double { configuration.denominator == .unbiased ? weight - 1 : weight }

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

    func solve(using generator: inout some RandomNumberGenerator) throws(LearningError) -> Model {
      let solution: Solution
      switch resolvedSolver {
      case .automatic, .covariance: solution = try solveByCovariance()
      case .gram: solution = try solveByGram()
      case .svd: solution = try solveBySVD()
      case .randomized(let oversampling, let iterations):
        solution = try solveByProjection(oversampling: oversampling, iterations: iterations, using: &generator)
      }
      return model(of: solution)
    }

    /// The rule that ``Solver/automatic`` documents.
    private var resolvedSolver: Solver {
      guard configuration.solver == .automatic else { return configuration.solver }
      let (n, d) = (x.rowCount, x.columnCount)
      let smaller = min(n, d)
      if n.multipliedReportingOverflow(by: d * smaller).overflow == false, n * d * smaller <= 1 << 24 { return .svd }
      if case .count(let k) = configuration.components, smaller > 2000, k <= smaller / 20 { return .randomized() }
      return n >= d ? .covariance : .gram
    }

    /// How many components the rule keeps of these variances.
    func componentCount(of spectrum: VarianceSpectrum, rank: Int) throws(LearningError) -> Int {
      guard rank > 0 else { throw .noVariation }
      switch configuration.components {
      case .all:
        return rank
      case .count(let count):
        try requireRank(rank, for: count)
        return count
      case .variance(let target):
        return target == 1 ? rank : min(rank, spectrum.count(reaching: target))
      case .kaiser:
        return max(1, spectrum.variances.prefix { $0 > 1 + VarianceSpectrum.ratioTolerance }.count)
      }
    }

    func requireRank(_ rank: Int, for count: Int) throws(LearningError) {
      guard count <= rank else {
        throw .invalidOption(
          name: "components", value: ".count(\(count))", allowed: "from 1 to \(rank), the rank of the data")
      }
    }

    private func model(of solution: Solution) -> Model {
      let variances = Array(solution.spectrum.variances.prefix(solution.components.rowCount))
      return Model(
        center: solution.center,
        scale: solution.scale,
        components: solution.components.withSignsFixed(),
        explained: VarianceSpectrum(variances: variances, total: solution.spectrum.total),
        eigenvalues: solution.spectrum.variances,
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
      let varyingColumns = x.columnCount - solution.constantColumns.count
      let full = min(x.rowCount - 1, varyingColumns)
      let missing = full - solution.rank
      guard missing > 0 else { return nil }
      let cause = x.rowCount > varyingColumns
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

extension Matrix {
  /// The rows, each times 1 or -1, so that its largest element in magnitude is positive.
  func withSignsFixed() -> Matrix {
    var result = self
    let d = columnCount
    result.withUnsafeMutableBufferPointer { elements in
      for (i, row) in rows.enumerated() {
        let largest = row.reduce(0) { max($0, abs($1)) }
        // Two loadings that are equal but for rounding must not let rounding choose the sign.
        guard let decisive = row.first(where: { abs($0) >= largest * (1 - 1e-8) }), decisive < 0 else { continue }
        for j in 0..<d { elements[i * d + j].negate() }
      }
    }
    return result
  }
}
