public import Learning
public import LinearAlgebra

/// The models of one sample for penalties from strong to weak.
///
///     let path = try LogisticRegression().path(x, labels: y)
///     path.strengths            // 100, descending
///     path.nonzeroCounts        // 0, 1, 1, 2, ...
///     path.devianceExplained    // 0 ... towards 1
///     try path.models[20].probabilities(for: newRows)
///
/// The penalty at strength λ is λ (mixing ‖B‖₁ + (1 - mixing)/2 ‖B‖²), added to the weighted sum of the losses; so λ is
/// n times the one of glmnet.
public struct RegularizationPath<Model: FittedModel>: Sendable {
  /// λ, in descending order.
  public let strengths: [Double]
  /// The share of the L1 penalty: 1 for the lasso, 0 for ridge.
  public let mixing: Double
  /// One for each strength.
  public let models: [Model]
  /// A row for each strength, with the d coefficients in the features' own units; for K outputs the K d coefficients,
  /// output by output.
  public let coefficients: Matrix
  /// A row for each strength, with the intercept of each output.
  public let intercepts: Matrix
  /// Of each model on the sample.
  public let deviances: [Double]
  /// Of the model without features, an intercept being all it has.
  public let nullDeviance: Double

  package init(
    strengths: [Double], mixing: Double, models: [Model], nullDeviance: Double,
    describe: (Model) -> (coefficients: [Double], intercepts: [Double], deviance: Double)
  ) {
    let parts = models.map(describe)
    self.strengths = strengths
    self.mixing = mixing
    self.models = models
    self.nullDeviance = nullDeviance
    deviances = parts.map(\.deviance)
    coefficients = Self.matrix(parts.map(\.coefficients))
    intercepts = Self.matrix(parts.map(\.intercepts))
  }

  private static func matrix(_ rows: [[Double]]) -> Matrix {
    let columnCount = rows.first?.count ?? 0
    return Matrix(rowCount: rows.count, columnCount: columnCount) { target in
      for (i, row) in rows.enumerated() {
        for (j, value) in row.enumerated() { target[i * columnCount + j] = value }
      }
    }
  }

  /// 1 - deviance / null deviance of each model: R² for least squares.
  public var devianceExplained: [Double] { deviances.map { 1 - $0 / nullDeviance } }

  /// The number of coefficients of each model that are not zero.
  public var nonzeroCounts: [Int] { coefficients.rows.map { row in row.count { $0 != 0 } } }

  /// What each fit did.
  public var reports: [FitReport] { models.map(\.report) }
}
