import Learning

extension LogisticRegression {
  /// Firth's penalised likelihood: logistic regression for small samples, rare outcomes and separated classes, with
  /// standard errors and intervals.
  ///
  ///     let model = try LogisticRegression.firth().fit(x, labels: ill)
  ///     print(try LogisticRegression.firth().profileInference(x, labels: ill))
  ///
  /// It maximises l(β) + ½ log|I(β)|, I being the information: the estimates are those of maximum likelihood without
  /// their bias of the order of 1/n, shrunk towards zero in the log-odds, and finite for every sample of two classes.
  /// For columns that depend on others the coefficient is zero, and the report says so.
  ///
  /// - Complexity: O(n d²) an iteration.
  ///
  /// Source: D. Firth, Bias reduction of maximum likelihood estimates, Biometrika 80(1), 1993,
  /// doi:10.1093/biomet/80.1.27; G. Heinze and M. Schemper, A solution to the problem of separation in logistic
  /// regression, Statistics in Medicine 21(16), 2002, doi:10.1002/sim.1047.
  public static func firth(fitsIntercept: Bool = true, tolerance: Double = 1e-9) -> LogisticRegression {
    LogisticRegression(penalty: .none, fitsIntercept: fitsIntercept, reducesBias: true, tolerance: tolerance)
  }

  func requireBiasReduction(classCount: Int) throws(LearningError) {
    guard reducesBias else { return }
    guard penalty == .none else {
      throw .invalidOption(
        name: "reducesBias", value: "true with the penalty \(penalty)",
        allowed: "used with penalty .none, for it is a penalty itself")
    }
    guard solver == .automatic || solver == .newton else {
      throw .invalidOption(
        name: "solver", value: "\(solver)",
        allowed: "automatic or newton with reducesBias, which needs the information")
    }
    guard classCount == 2 || multiclass == .oneVsRest else {
      throw .invalidOption(
        name: "reducesBias", value: "true for \(classCount) classes",
        allowed: "used for two classes, or with multiclass .oneVsRest")
    }
  }
}
