import Classic
import LinearAlgebra
import Stats

/// Two classes, normal with variance 1 in each of d independent features, whose means are `distance` apart: what linear
/// discriminant analysis assumes. The error of a linear rule is known exactly.
struct GaussianClasses {
  let dimension: Int
  let distance: Double

  /// What no rule can do better than: Φ(-distance / 2).
  var bestError: Double { Normal.standard.cumulative(-distance / 2) }

  /// `count` samples, every other one of class 1.
  func sample(_ count: Int, using generator: inout some RandomNumberGenerator) -> (x: Matrix, labels: [Int]) {
    var x = Matrix.standardNormal(rowCount: count, columnCount: dimension, using: &generator)
    let labels = (0..<count).map { $0 % 2 }
    for i in 0..<count {
      for j in 0..<dimension { x[i, j] += Double(labels[i]) * shift }
    }
    return (x, labels)
  }

  /// How often the rule “class 1 where b + wᵀx > 0” is wrong.
  func error(intercept: Double, coefficients: [Double]) -> Double {
    let norm = coefficients.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let center = intercept / norm
    let advance = coefficients.reduce(0) { $0 + $1 * shift } / norm
    return 0.5 * (Normal.standard.cumulative(center) + Normal.standard.cumulative(-center - advance))
  }

  /// The errors of logistic regression without penalty and of linear discriminant analysis, from the same samples.
  func errors(
    count: Int, repeats: Int, using generator: inout some RandomNumberGenerator
  ) throws -> (logistic: SampleMoments, discriminant: SampleMoments, difference: SampleMoments) {
    var found: [(logistic: Double, discriminant: Double)] = []
    for _ in 0..<repeats {
      let (x, labels) = sample(count, using: &generator)
      let logistic = try LogisticRegression(penalty: .none).fit(x, labels: labels)
      let discriminant = try LinearDiscriminantAnalysis().fit(x, labels: labels)
      let (rows, intercepts) = (discriminant.coefficients, discriminant.intercepts)
      found.append(
        (
          error(intercept: logistic.intercepts[0], coefficients: Array(logistic.coefficients.row(0))),
          error(
            intercept: intercepts[1] - intercepts[0], coefficients: zip(rows.row(1), rows.row(0)).map { $0 - $1 })
        ))
    }
    return (
      try SampleMoments(of: found.map(\.logistic)), try SampleMoments(of: found.map(\.discriminant)),
      try SampleMoments(of: found.map { $0.logistic - $0.discriminant })
    )
  }

  private var shift: Double { distance / Double(dimension).squareRoot() }
}

extension SampleMoments {
  /// How far the mean may be off, one standard error.
  var standardErrorOfMean: Double { (variance() / weight).squareRoot() }
}
