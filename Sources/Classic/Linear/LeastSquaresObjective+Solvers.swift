import Learning
import LinearAlgebra
import Optimization

extension LeastSquaresObjective {
  /// The minimum, by what is fastest among what is accurate.
  func minimum() throws(LearningError) -> LinearFit {
    let (n, d) = (x.rowCount, x.columnCount)
    if l2 > 0 && d > n, let fit = try byDualEquations() { return fit }
    // Without a penalty squaring pays where an orthogonal factorization of many rows would take several times as long.
    let squaringPays = l2 > 0 ? d <= n : n >= 4 * d && n * d >= 1 << 16
    if squaringPays, let fit = try byNormalEquations() { return fit }
    return try byOrthogonalFactorization()
  }

  /// The minimum with an L1 penalty, by coordinate descent.
  func minimizeWithL1(_ l1: Double) throws(LearningError) -> LinearFit {
    let minimum = try CoordinateDescent(tolerance: tolerance).minimize(
      SquaredLoss(targets: targets, weights: weights), of: x, scaling: scaling, l1: l1, l2: l2,
      hasIntercept: hasIntercept)
    let coefficients = Array(minimum.point.prefix(dimension))
    return LinearFit(
      self, coefficients: coefficients, effectiveParameters: try effectiveParameters(ofActive: coefficients),
      report: minimum.report)
  }

  /// The number of coefficients that are not zero, as far as a ridge penalty leaves them free, and the intercept.
  ///
  /// Source: H. Zou, T. Hastie and R. Tibshirani, On the "degrees of freedom" of the lasso, Ann. Statist. 35(5), 2007,
  /// doi:10.1214/009053607000000127.
  private func effectiveParameters(ofActive coefficients: [Double]) throws(LearningError) -> Double {
    let active = coefficients.indices.filter { coefficients[$0] != 0 }
    let intercept = hasIntercept ? 1.0 : 0
    guard l2 > 0, !active.isEmpty else { return Double(active.count) + intercept }
    let samples = try RegressionSamples(x.selectingColumns(active), targets: targets, weights: weights)
    return try LeastSquaresObjective(samples, fitsIntercept: hasIntercept, l2: l2, tolerance: tolerance)
      .minimum().effectiveParameters
  }

  /// By the Cholesky factor of XᵀWX + l2 I, and a correction by the residuals, after which the error is about that of
  /// an orthogonal factorization. Nil where the columns are too near to dependent for that.
  ///
  /// Source: Å. Björck, Stability analysis of the method of seminormal equations, Linear Algebra Appl. 88/89, 1987,
  /// doi:10.1016/0024-3795(87)90101-7.
  private func byNormalEquations() throws(LearningError) -> LinearFit? {
    guard let equations = NormalEquations(x, weights: weights, scaling: scaling, l2: l2) else { return nil }
    var coefficients = [Double](repeating: 0, count: x.columnCount)
    for _ in 0..<2 {
      let descent = evaluate(coefficients).descent
      let step = try LearningError.wrapping { () throws(LinearAlgebraError) in try equations.solve(descent) }
      for j in step.indices { coefficients[j] += step[j] }
    }
    return LinearFit(
      self, coefficients: coefficients,
      effectiveParameters: equations.effectiveCount(l2: l2) + (hasIntercept ? 1 : 0),
      inverseInformation: l2 > 0 ? nil : equations.inverseInformation(scaling, hasIntercept: hasIntercept),
      report: FitReport(method: "least squares, normal equations by Cholesky with one correction"))
  }

  /// By the n x n system (XXᵀ + l2 I) α = y of wide data, β = Xᵀα, with a correction. Nil where it is ill conditioned.
  ///
  /// Source: C. Saunders, A. Gammerman and V. Vovk, Ridge regression learning algorithm in dual variables, ICML 1998.
  private func byDualEquations() throws(LearningError) -> LinearFit? {
    let rows = scaling.centering.design(x, weights: weights, hasIntercept: false)
    var gram = rows.rowGram()
    for i in 0..<gram.rowCount { gram[i, i] += l2 }
    guard gram.maximumMagnitude < 1e10 * l2, let factor = try? Cholesky(of: gram), let inverse = try? factor.inverse()
    else { return nil }
    let right = weightedTargets
    var alpha = [Double](repeating: 0, count: right.count)
    for _ in 0..<2 {
      let fitted = rows.multiplied(by: rows.transposeMultiplied(by: alpha))
      let rest = right.indices.map { right[$0] - fitted[$0] - l2 * alpha[$0] }
      let step = try LearningError.wrapping { () throws(LinearAlgebraError) in try factor.solve(rest) }
      for i in step.indices { alpha[i] += step[i] }
    }
    return LinearFit(
      self, coefficients: rows.transposeMultiplied(by: alpha),
      effectiveParameters: inverse.diagonal.reduce(hasIntercept ? 1 : 0) { $0 + (1 - l2 * $1) },
      report: FitReport(method: "least squares, dual equations by Cholesky with one correction"))
  }

  /// √w (y - center).
  private var weightedTargets: [Double] {
    targets.indices.map { (weights?[$0] ?? 1).squareRoot() * (targets[$0] - targetCenter) }
  }

  /// By QR with column pivoting of the rows √w (x - center, 1) and, with a ridge penalty, √l2 I below them.
  private func byOrthogonalFactorization() throws(LearningError) -> LinearFit {
    let d = x.columnCount
    let centering = scaling.centering
    var design = centering.design(x, weights: weights, hasIntercept: hasIntercept)
    var right = weightedTargets
    if l2 > 0 {
      var penalty = Matrix.zeros(d, design.columnCount)
      for j in 0..<d { penalty[j, j] = l2.squareRoot() }
      design = design.appendingRows(penalty)
      right += [Double](repeating: 0, count: d)
    }
    let (solution, inverse) = try LearningError.wrapping { () throws(LinearAlgebraError) in
      let factorization = try PivotedQR(of: design)
      return (try factorization.leastSquares(right), try factorization.inverseGram())
    }
    var point = solution.coefficients
    if hasIntercept { point[d] += targetCenter }
    let coefficients = centering.coefficients(at: point)
    let dependent = solution.dependentColumns.filter { $0 < d && scaling.inverseScale[$0] > 0 }
    let penalised = (0..<d).reduce(0) { $0 + l2 * inverse[$1, $1] }
    return LinearFit(
      self, coefficients: coefficients, intercept: centering.intercept(at: point, coefficients),
      // The rotated targets lose nothing in sums; with a penalty they hold its value, too.
      residualSumOfSquares: l2 > 0 ? nil : solution.residualSumOfSquares,
      effectiveParameters: Double(solution.rank) - penalised,
      inverseInformation: l2 > 0 ? nil : centering.covariance(ofPoint: inverse),
      report: FitReport(
        method: "least squares, QR with column pivoting", warnings: dependent.isEmpty ? [] : [.dependent(dependent)]))
  }
}
