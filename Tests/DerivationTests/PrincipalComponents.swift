import Decomposition
import Learning
import LinearAlgebra
import Testing

/// The derivation of Documentation/Guides/PCA.md, line by line: what is stated there is asserted here, on data of 200
/// samples and five correlated columns.
///
/// Notation: X the n x d samples, x̄ their mean, S = Σ (x - x̄)(x - x̄)ᵀ / (n - 1), v a unit vector, λ a multiplier.
@Suite("Derivation of principal components")
struct PrincipalComponents {
  let x: Matrix
  let n: Double
  /// S, by its definition and not by the toolkit's own sums.
  let s: Matrix
  let model: PCA.Model
  let lambda: [Double]
  /// The components v₁, …, v₅.
  let v: [[Double]]

  init() throws {
    var generator = SeededGenerator(seed: 11)
    let mixing: Matrix = [
      [3, 1, 0, 0.5, -1], [0, 2, 0.7, 0, 0.3], [0, 0, 1, -0.6, 0.2], [0, 0, 0, 0.8, 0.1], [0, 0, 0, 0, 0.4],
    ]
    x = Matrix.standardNormal(rowCount: 200, columnCount: 5, using: &generator).multiplied(by: mixing).map { $0 + 2 }
    n = Double(x.rowCount)
    s = Self.covariance(of: x)
    model = try PCA().fit(x)
    lambda = model.explainedVariance
    v = model.components.rows.map(Array.init)
  }

  // MARK: What is maximised

  @Test("(1) the variance of the scores Xv is vᵀSv, for any v")
  func varianceOfScores() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<20 {
      let direction = Self.randomDirection(using: &generator)
      #expect(abs(Self.variance(x.multiplied(by: direction)) - Self.quadratic(s, direction)) <= 1e-13 * lambda[0])
    }
  }

  @Test("(2) without vᵀv = 1 there is no maximum: twice the vector, four times the variance")
  func unboundedWithoutTheConstraint() {
    let doubled = v[0].map { 2 * $0 }
    #expect(abs(Self.quadratic(s, doubled) - 4 * Self.quadratic(s, v[0])) <= 1e-13 * lambda[0])
  }

  // MARK: Lagrange

  @Test("(3) the gradient of vᵀSv - λ(vᵀv - 1) by v is 2Sv - 2λv, by finite differences")
  func gradientOfTheLagrangian() {
    var generator = SeededGenerator(seed: 3)
    let multiplier = 1.7
    func lagrangian(_ v: [Double]) -> Double {
      Self.quadratic(s, v) - multiplier * (Self.dot(v, v) - 1)
    }
    for _ in 0..<10 {
      let point = Self.randomDirection(using: &generator)
      let image = s.multiplied(by: point)
      for j in point.indices {
        let gradient = 2 * image[j] - 2 * multiplier * point[j]
        // Central differences are exact for a quadratic, but for rounding.
        let numeric = Self.slope { lagrangian(Self.moved(point, j, by: $0)) }
        #expect(abs(numeric - gradient) <= 1e-9 * lambda[0])
      }
    }
  }

  @Test("(4) it vanishes at every component with its eigenvalue: Sv = λv")
  func stationaryPoints() {
    for (lambda, v) in zip(lambda, v) {
      let gradient = zip(s.multiplied(by: v), v).map { 2 * $0 - 2 * lambda * $1 }
      #expect(Self.length(gradient) <= 1e-13 * self.lambda[0])
    }
  }

  @Test("(4) so along no great circle of the unit sphere does vᵀSv change to first order there, and elsewhere it does")
  func stationaryOnTheSphere() {
    var generator = SeededGenerator(seed: 4)
    func slope(at v: [Double], towards tangent: [Double]) -> Double {
      // cos(t) v + sin(t) u stays on the sphere; to third order cos t = 1 - t²/2 and sin t = t - t³/6.
      Self.slope { t in
        let (cosine, sine) = (1 - t * t / 2, t - t * t * t / 6)
        return Self.quadratic(s, zip(v, tangent).map { cosine * $0 + sine * $1 })
      }
    }
    for v in v {
      for _ in 0..<10 {
        let tangent = Self.unit(Self.without(v, from: Self.randomDirection(using: &generator)))
        #expect(abs(slope(at: v, towards: tangent)) <= 1e-8 * lambda[0])
      }
    }
    // A point between the first two components is no stationary point: the slope there is λ₁ - λ₂.
    let half = 0.5.squareRoot()
    let between = zip(v[0], v[1]).map { half * ($0 + $1) }
    let tangent = zip(v[0], v[1]).map { half * ($0 - $1) }
    #expect(abs(slope(at: between, towards: tangent) - (lambda[0] - lambda[1])) <= 1e-8 * lambda[0])
  }

  @Test("(5) vᵀSv = λ: the multiplier is the variance along the component")
  func multiplierIsTheVariance() throws {
    let scores = try model.transform(x)
    for k in v.indices {
      #expect(abs(Self.quadratic(s, v[k]) - lambda[k]) <= 1e-13 * lambda[0])
      #expect(abs(Self.variance(Array(scores.column(k))) - lambda[k]) <= 1e-13 * lambda[0])
    }
  }

  @Test("(5) so the best direction is the eigenvector of the largest eigenvalue: none of ten thousand beats it")
  func firstComponentIsTheBest() {
    var generator = SeededGenerator(seed: 5)
    let variances = (0..<10_000).map { _ in Self.quadratic(s, Self.randomDirection(using: &generator)) }
    #expect(variances.allSatisfy { $0 <= lambda[0] })
    // Some come near, so they did try.
    #expect(variances.contains { $0 >= 0.95 * lambda[0] })
    #expect(lambda == lambda.sorted(by: >))
  }

  // MARK: The components after the first

  @Test("(6) the second is the best of those orthogonal to the first, and so on")
  func laterComponentsAreTheBestOfTheRest() {
    var generator = SeededGenerator(seed: 6)
    for k in v.indices.dropLast() {
      for _ in 0..<100 {
        let direction = v.prefix(k).reduce(Self.randomDirection(using: &generator)) { Self.without($1, from: $0) }
        #expect(Self.quadratic(s, Self.unit(direction)) <= lambda[k] * (1 + 1e-12))
      }
    }
  }

  @Test("(7) eigenvectors of a symmetric matrix are orthonormal: VVᵀ = I")
  func orthonormality() {
    let gram = model.components.multiplied(byTransposeOf: model.components)
    #expect((gram - .identity(5)).maximumMagnitude <= 1e-14)
  }

  @Test("(8) scores are uncorrelated, with the eigenvalues as variances: VSVᵀ = diag(λ)")
  func decorrelation() throws {
    let diagonalised = model.components.multiplied(by: s).multiplied(byTransposeOf: model.components)
    #expect((diagonalised - .diagonal(lambda)).maximumMagnitude <= 1e-13 * lambda[0])
    let ofScores = Self.covariance(of: try model.transform(x))
    #expect((ofScores - .diagonal(lambda)).maximumMagnitude <= 1e-13 * lambda[0])
  }

  @Test("(9) deflation: the second component is the first of S - λ₁v₁v₁ᵀ")
  func deflation() throws {
    let deflated = s - lambda[0] * Self.outer(v[0])
    let (value, vector) = Self.dominantPair(of: deflated)
    #expect(abs(value - lambda[1]) <= 1e-12 * lambda[0])
    #expect(abs(abs(Self.dot(vector, v[1])) - 1) <= 1e-12)
    // The first has no variance left.
    #expect(Self.length(deflated.multiplied(by: v[0])) <= 1e-13 * lambda[0])
  }

  // MARK: The whole

  @Test("(10) spectral theorem: S = Σ λvvᵀ")
  func spectralTheorem() {
    let sum = zip(lambda, v).reduce(Matrix.zeros(5, 5)) { $0 + $1.0 * Self.outer($1.1) }
    #expect((sum - s).maximumMagnitude <= 1e-13 * lambda[0])
  }

  @Test("(11) the trace: Σ λ is the sum of the columns' variances, and the shares add up to 1")
  func trace() {
    let total = s.diagonal.reduce(0, +)
    #expect(abs(lambda.reduce(0, +) - total) <= 1e-13 * total)
    #expect(abs(model.explained.total - total) <= 1e-13 * total)
    for (ratio, lambda) in zip(model.explainedVarianceRatio, lambda) { #expect(abs(ratio - lambda / total) <= 1e-14) }
    #expect(abs(model.explainedVarianceRatio.reduce(0, +) - 1) <= 1e-14)
  }

  @Test("(12) the singular value decomposition of the centred data gives the same: λ = s² / (n - 1)")
  func singularValues() throws {
    let svd = try Self.centered(x).singularValueDecomposition()
    for k in v.indices {
      #expect(abs(svd.values[k] * svd.values[k] / (n - 1) - lambda[k]) <= 1e-13 * lambda[0])
      #expect(abs(svd.values[k] - model.singularValues[k]) <= 1e-13 * svd.values[0])
      #expect(abs(abs(Self.dot(Array(svd.right.row(k)), v[k])) - 1) <= 1e-13)
    }
  }

  @Test("(13) Eckart and Young: k components leave a mean squared error of Σ λ over those left out, times (n - 1) / n")
  func reconstructionError() throws {
    for k in 1...5 {
      let kept = try PCA(components: .count(k)).fit(x)
      let difference = try kept.inverseTransform(kept.transform(x)) - x
      let error = difference.elements.reduce(0) { $0 + $1 * $1 } / n
      #expect(abs(error - lambda.dropFirst(k).reduce(0, +) * (n - 1) / n) <= 1e-12 * lambda[0])
    }
  }

  @Test("(13) and no other plane through the mean leaves less")
  func noPlaneIsNearer() throws {
    var generator = SeededGenerator(seed: 7)
    let centered = Self.centered(x)
    let best = lambda.dropFirst(2).reduce(0, +) * (n - 1) / n
    for _ in 0..<100 {
      let first = Self.randomDirection(using: &generator)
      let second = Self.unit(Self.without(first, from: Self.randomDirection(using: &generator)))
      let plane = try Matrix(rows: [first, second])
      let shadow = centered.multiplied(byTransposeOf: plane).multiplied(by: plane)
      let error = (shadow - centered).elements.reduce(0) { $0 + $1 * $1 } / n
      #expect(error >= best)
    }
  }

  // MARK: The choice of units

  @Test("(14) the correlation matrix is the covariance matrix of standardised columns")
  func correlation() throws {
    let deviations = s.diagonal.map { $0.squareRoot() }
    let standardised = Self.centered(x).multiplied(by: .diagonal(deviations.map { 1 / $0 }))
    let onCorrelation = try PCA(on: .correlation).fit(x)
    let onStandardised = try PCA().fit(standardised)
    #expect((onCorrelation.components - onStandardised.components).maximumMagnitude <= 1e-13)
    for (a, b) in zip(onCorrelation.explainedVariance, onStandardised.explainedVariance) {
      #expect(abs(a - b) <= 1e-13)
    }
    // Each standardised column has variance 1, so the eigenvalues add up to d.
    #expect(abs(onCorrelation.explainedVariance.reduce(0, +) - 5) <= 1e-13)
    let scores = try onCorrelation.transform(x) - onStandardised.transform(standardised)
    #expect(scores.maximumMagnitude <= 1e-12)
  }

  @Test("(15) a rotation of the data rotates the components and leaves the eigenvalues")
  func rotation() throws {
    // A turn by the angle of the 3-4-5 triangle in the plane of columns 0 and 3.
    var turn = Matrix.identity(5)
    (turn[0, 0], turn[0, 3], turn[3, 0], turn[3, 3]) = (0.6, 0.8, -0.8, 0.6)
    let turned = try PCA().fit(x.multiplied(byTransposeOf: turn))
    for k in v.indices {
      #expect(abs(turned.explainedVariance[k] - lambda[k]) <= 1e-13 * lambda[0])
      let expected = turn.multiplied(by: v[k])
      #expect(abs(abs(Self.dot(Array(turned.components.row(k)), expected)) - 1) <= 1e-12)
    }
  }

  @Test("(16) another unit for one column turns the covariance matrix's components, not the correlation matrix's")
  func rescaling() throws {
    let inOtherUnits = x.multiplied(by: .diagonal([1, 1, 1, 1, 1000]))
    let covariance = try PCA().fit(inOtherUnits)
    // The column of the largest unit is the first component.
    #expect(abs(covariance.components[0, 4]) >= 0.999)
    #expect(covariance.explainedVarianceRatio[0] >= 0.999)
    #expect(model.explainedVarianceRatio[0] <= 0.9)
    let before = try PCA(on: .correlation).fit(x)
    let after = try PCA(on: .correlation).fit(inOtherUnits)
    #expect((after.components - before.components).maximumMagnitude <= 1e-12)
  }
}

// MARK: The textbook's operations, without the toolkit's

extension PrincipalComponents {
  static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
  static func length(_ a: [Double]) -> Double { dot(a, a).squareRoot() }
  static func unit(_ a: [Double]) -> [Double] { a.map { $0 / length(a) } }
  static func outer(_ a: [Double]) -> Matrix {
    var result = Matrix.zeros(a.count, a.count)
    for i in a.indices {
      for j in a.indices { result[i, j] = a[i] * a[j] }
    }
    return result
  }

  /// vᵀAv.
  static func quadratic(_ a: Matrix, _ v: [Double]) -> Double { dot(v, a.multiplied(by: v)) }

  /// The part of `b` that is orthogonal to the unit vector `a`.
  static func without(_ a: [Double], from b: [Double]) -> [Double] {
    let share = dot(a, b)
    return zip(a, b).map { $1 - share * $0 }
  }

  static func moved(_ point: [Double], _ j: Int, by step: Double) -> [Double] {
    var result = point
    result[j] += step
    return result
  }

  /// The derivative at 0, by central differences.
  static func slope(of f: (Double) -> Double) -> Double {
    let step = 1e-5
    return (f(step) - f(-step)) / (2 * step)
  }

  static func randomDirection(using generator: inout some RandomNumberGenerator) -> [Double] {
    unit(Array(Matrix.standardNormal(rowCount: 1, columnCount: 5, using: &generator).row(0)))
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  static func centered(_ x: Matrix) -> Matrix {
    let means = x.columns.map { mean(Array($0)) }
    var result = x
    for i in 0..<x.rowCount {
      for j in 0..<x.columnCount { result[i, j] -= means[j] }
    }
    return result
  }

  static func covariance(of x: Matrix) -> Matrix {
    let columns = centered(x).columns.map(Array.init)
    var result = Matrix.zeros(columns.count, columns.count)
    for i in columns.indices {
      for j in columns.indices { result[i, j] = dot(columns[i], columns[j]) / Double(x.rowCount - 1) }
    }
    return result
  }

  /// The largest eigenvalue of a positive semidefinite matrix and its vector, by power iteration.
  static func dominantPair(of a: Matrix) -> (value: Double, vector: [Double]) {
    var vector = unit((0..<a.rowCount).map { 1 / Double($0 + 1) })
    for _ in 0..<500 { vector = unit(a.multiplied(by: vector)) }
    return (quadratic(a, vector), vector)
  }
}
