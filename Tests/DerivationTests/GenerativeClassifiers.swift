import Classic
import Learning
import LinearAlgebra
import RealModule
import Testing

/// The derivations of Documentation/Guides/GenerativeClassifiers.md, line by line, on 90 samples of three classes and
/// three correlated columns.
///
/// Notation: πₖ, μₖ and Cₖ are the share, the mean and the maximum likelihood covariance of class k; Σ = Σₖ πₖ Cₖ;
/// m = Σₖ πₖ μₖ; B = Σₖ πₖ (μₖ - m)(μₖ - m)ᵀ.
@Suite("Derivation of the generative classifiers")
struct GenerativeClassifiers {
  let x: Matrix
  let labels: [Int]
  let priors: [Double]
  let mu: [[Double]]
  /// Cₖ, by their definition and not by the toolkit's own sums.
  let covariances: [Matrix]
  let sigma: Matrix
  let model: LinearDiscriminantAnalysis.Model<Int>
  let naive: GaussianNaiveBayes.Model<Int>
  /// Points that are none of the samples.
  let points: Matrix

  init() throws {
    var generator = SeededGenerator(seed: 21)
    let mixing: Matrix = [[1.5, 0.8, 0], [0, 1, -0.6], [0, 0, 0.7]]
    labels = (0..<90).map { $0 < 40 ? 0 : $0 < 70 ? 1 : 2 }
    var x = Matrix.standardNormal(rowCount: 90, columnCount: 3, using: &generator).multiplied(by: mixing)
    for (i, label) in labels.enumerated() { x[i, label] += 2 }
    self.x = x
    points = Matrix.standardNormal(rowCount: 6, columnCount: 3, using: &generator) * 2
    let labels = labels
    let members = (0..<3).map { k in x.selectingRows(labels.indices.filter { labels[$0] == k }) }
    priors = members.map { Double($0.rowCount) / 90 }
    let mu = members.map { members in
      (0..<3).map { Calculus.mean(Array(members.column($0))) }
    }
    self.mu = mu
    covariances = zip(mu, members).map { Self.meanProduct(about: $0, of: $1) }
    sigma = Self.sum(covariances, weights: priors)
    model = try LinearDiscriminantAnalysis().fit(x, labels: labels)
    naive = try GaussianNaiveBayes(varianceSmoothing: 0).fit(x, labels: labels)
  }

  // MARK: Linear discriminant analysis

  @Test("(1) the log-odds of two classes are those of the priors plus the log-ratio of the densities")
  func logOdds() throws {
    let probabilities = try model.probabilities(for: points)
    for (i, point) in points.rows.map(Array.init).enumerated() {
      for (k, l) in [(0, 1), (1, 2), (2, 0)] {
        let ratio = try logDensity(point, mu[k], sigma) - logDensity(point, mu[l], sigma)
        let odds = Double.log(priors[k] / priors[l]) + ratio
        #expect(abs(.log(probabilities[i, k] / probabilities[i, l]) - odds) < 1e-11)
      }
    }
  }

  @Test("(2) with one covariance, what is quadratic in x is the same in both densities: the log-odds are linear")
  func linear() throws {
    let inverse = try Cholesky(of: sigma).inverse()
    for point in points.rows.map(Array.init) {
      for (k, l) in [(0, 1), (1, 2), (2, 0)] {
        let slope = inverse.multiplied(by: zip(mu[k], mu[l]).map { $0 - $1 })
        let constant = -0.5 * (quadratic(inverse, mu[k]) - quadratic(inverse, mu[l]))
        let ratio = try logDensity(point, mu[k], sigma) - logDensity(point, mu[l], sigma)
        #expect(abs(dot(slope, point) + constant - ratio) < 1e-12)
        // The model's coefficients have the same difference.
        for j in 0..<3 { #expect(abs(model.coefficients[k, j] - model.coefficients[l, j] - slope[j]) < 1e-12) }
        #expect(
          abs(model.intercepts[k] - model.intercepts[l] - constant - .log(priors[k] / priors[l])) < 1e-12)
      }
    }
  }

  @Test("(3) the derivative of the log-likelihood by the covariance vanishes at Σ")
  func maximumLikelihood() throws {
    #expect(try abs(logLikelihood(sigma) - logLikelihood(Self.sum(covariances, weights: [0.3, 0.3, 0.4]))) > 0.01)
    for (i, j) in [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)] {
      let slope = try [-2, -1, 1, 2].map { step -> Double in
        var moved = sigma
        moved[i, j] += 1e-3 * step
        if i != j { moved[j, i] += 1e-3 * step }
        return try logLikelihood(moved)
      }
      // Central differences of fourth order.
      #expect(abs((slope[0] - 8 * slope[1] + 8 * slope[2] - slope[3]) / 12e-3) < 1e-6)
    }
  }

  @Test("(4) the discriminant axes satisfy B a = λ Σ a, with aᵀΣa = 1 and λ in proportion to the explained variance")
  func axes() {
    let m = (0..<3).map { j in zip(priors, mu).reduce(0) { $0 + $1.0 * $1.1[j] } }
    let between = Self.sum(
      mu.map { mean in Self.meanProduct(about: m, of: [mean]) }, weights: priors)
    let lambda = model.discriminantAxes.rows.map { quadratic(between, Array($0)) }
    for (axis, lambda) in zip(model.discriminantAxes.rows.map(Array.init), lambda) {
      #expect(abs(quadratic(sigma, axis) - 1) < 1e-12)
      for (left, right) in zip(between.multiplied(by: axis), sigma.multiplied(by: axis)) {
        #expect(abs(left - lambda * right) < 1e-11)
      }
    }
    #expect(lambda.count == 2)
    for (ratio, lambda) in zip(model.explainedVarianceRatio, lambda.map { $0 / lambda.reduce(0, +) }) {
      #expect(abs(ratio - lambda) < 1e-12)
    }
  }

  @Test("(5) between and within add up to the covariance of all")
  func decomposition() {
    let m = (0..<3).map { j in zip(priors, mu).reduce(0) { $0 + $1.0 * $1.1[j] } }
    let between = Self.sum(mu.map { Self.meanProduct(about: m, of: [$0]) }, weights: priors)
    #expect((Self.meanProduct(about: m, of: x) - sigma - between).maximumMagnitude < 1e-13)
  }

  // MARK: Naive Bayes

  @Test("(6) the derivatives of the log-likelihood by a mean and a variance vanish at the class's own")
  func naiveMaximumLikelihood() {
    for k in 0..<3 {
      for j in 0..<3 {
        let values = zip(x.column(j), labels).filter { $0.1 == k }.map(\.0)
        func logLikelihood(_ mean: Double, _ variance: Double) -> Double {
          values.reduce(0) { $0 - 0.5 * (.log(2 * .pi * variance) + ($1 - mean) * ($1 - mean) / variance) }
        }
        let (mean, variance) = (naive.means[k, j], naive.variances[k, j])
        #expect(abs(Calculus.derivative(at: mean) { logLikelihood($0, variance) }) < 1e-8)
        #expect(abs(Calculus.derivative(at: variance, step: 1e-3 * variance) { logLikelihood(mean, $0) }) < 1e-8)
      }
    }
  }

  @Test("(7) the log-odds of naive Bayes are a sum over the columns, each quadratic")
  func naiveLogOdds() throws {
    let joint = try naive.core.jointLogLikelihoods(of: points)
    for i in 0..<points.rowCount {
      let odds = (0..<3).reduce(Double.log(priors[0] / priors[1])) { sum, j in
        let (p, q) = (naive.variances[0, j], naive.variances[1, j])
        let (a, b) = (points[i, j] - naive.means[0, j], points[i, j] - naive.means[1, j])
        return sum + 0.5 * .log(q / p) - 0.5 * (a * a / p - b * b / q)
      }
      #expect(abs(joint[i, 0] - joint[i, 1] - odds) < 1e-12)
    }
  }

  @Test("(8) where the variances are the same in all classes and covariances zero, both classifiers are one")
  func coincidence() throws {
    // A cross of four points has equal variances and no covariance; each class is a copy of it.
    let cross: Matrix = [[2, 0], [-2, 0], [0, 1], [0, -1]]
    let moved = cross.appendingRows(cross.centered(at: [-3, 1])).appendingRows(cross.centered(at: [1, 2]))
    let labels = (0..<12).map { $0 / 4 }
    let query = points.selectingColumns([0, 1])
    let naive = try GaussianNaiveBayes(varianceSmoothing: 0).fit(moved, labels: labels).probabilities(for: query)
    let linear = try LinearDiscriminantAnalysis().fit(moved, labels: labels).probabilities(for: query)
    #expect((naive - linear).maximumMagnitude < 1e-13)
  }

  // MARK: Ledoit and Wolf

  @Test("(9) the intensity is β / δ, with β the mean squared distance of the zzᵀ from R over n, and δ = ‖R - I‖²")
  func ledoitWolf() throws {
    let shrunken = try LinearDiscriminantAnalysis(shrinkage: .ledoitWolf).fit(x, labels: labels)
    for k in 0..<3 {
      let rows = labels.indices.filter { labels[$0] == k }
      let z = x.selectingRows(rows).standardized(
        center: mu[k], scale: (0..<3).map { covariances[k][$0, $0].squareRoot() })
      let r = Self.meanProduct(about: [0, 0, 0], of: z)
      let distances: [Double] = z.rows.map { row in
        squaredNorm(Self.meanProduct(about: [0, 0, 0], of: [Array(row)]) - r)
      }
      let beta = Calculus.mean(distances) / Double(rows.count)
      #expect(abs(shrunken.shrinkage[k] - beta / squaredNorm(r - .identity(3))) < 1e-12)
    }
  }

  // MARK: Formulas by definition

  /// Σ (x - c)(x - c)ᵀ / n.
  private static func meanProduct(about c: [Double], of rows: [[Double]]) -> Matrix {
    var result = Matrix.zeros(c.count, c.count)
    for row in rows {
      for i in c.indices {
        for j in c.indices { result[i, j] += (row[i] - c[i]) * (row[j] - c[j]) / Double(rows.count) }
      }
    }
    return result
  }

  private static func meanProduct(about c: [Double], of x: Matrix) -> Matrix {
    meanProduct(about: c, of: x.rows.map(Array.init))
  }

  private static func sum(_ matrices: [Matrix], weights: [Double]) -> Matrix {
    zip(matrices, weights).reduce(.zeros(3, 3)) { $0 + $1.1 * $1.0 }
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  private func quadratic(_ a: Matrix, _ v: [Double]) -> Double { dot(a.multiplied(by: v), v) }

  private func squaredNorm(_ a: Matrix) -> Double { a.elements.reduce(0) { $0 + $1 * $1 } }

  private func logDensity(_ x: [Double], _ mean: [Double], _ covariance: Matrix) throws -> Double {
    let factor = try Cholesky(of: covariance)
    let distance = zip(x, mean).map { $0 - $1 }
    return -0.5 * (3 * .log(2 * .pi) + factor.logDeterminant + dot(distance, try factor.solve(distance)))
  }

  /// That of all samples, each class about its mean with one covariance.
  private func logLikelihood(_ covariance: Matrix) throws -> Double {
    try zip(x.rows, labels).reduce(0) { $0 + (try logDensity(Array($1.0), mu[$1.1], covariance)) }
  }
}
