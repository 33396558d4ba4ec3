import Classic
import Learning
import LinearAlgebra
import RealModule
import Stats
import Testing

/// The derivation of Documentation/Guides/LogisticRegression.md, line by line.
@Suite("Derivation of logistic regression")
struct LogisticRegressionDerivation {
  let x: Matrix
  let y: [Double]
  /// Points (b, β₁, β₂).
  let points = [[0.0, 0, 0], [0.5, -1, 2], [-2, 0.3, 0.1]]

  init() {
    var generator = SeededGenerator(seed: 9)
    x = Matrix.standardNormal(rowCount: 30, columnCount: 2, using: &generator)
    y = (0..<30).map { $0.isMultiple(of: 3) ? 1 : 0 }
  }

  private func scores(_ point: [Double]) -> [Double] {
    x.rows.map { point[0] + point[1] * $0[0] + point[2] * $0[1] }
  }

  private static func sigmoid(_ z: Double) -> Double { 1 / (1 + .exp(-z)) }

  private func loss(_ point: [Double]) -> Double {
    zip(scores(point), y).reduce(0) { $0 + .log(onePlus: .exp($1.0)) - $1.1 * $1.0 }
  }

  /// Xᵀ (p - y), of the intercept first.
  private func gradient(_ point: [Double]) -> [Double] {
    let residuals = zip(scores(point), y).map { Self.sigmoid($0) - $1 }
    return [residuals.reduce(0, +)] + x.transposeMultiplied(by: residuals)
  }

  @Test("(1) the cross-entropy is the negative log-likelihood of Bernoulli outcomes, and Σ log(1 + eᶻ) - yz")
  func crossEntropy() throws {
    for point in points {
      let logLikelihood = try zip(scores(point), y).reduce(0) { sum, row in
        sum + (try Bernoulli(probability: Self.sigmoid(row.0)).logDensity(Int(row.1)))
      }
      #expect(abs(loss(point) + logLikelihood) <= 1e-12 * abs(logLikelihood))
    }
  }

  @Test("(2) σ' = σ(1 - σ), and the gradient is Xᵀ(p - y)")
  func gradients() {
    for z in [-3.0, 0, 0.7, 5] {
      let slope = Calculus.derivative(at: z, of: Self.sigmoid)
      #expect(abs(slope - Self.sigmoid(z) * (1 - Self.sigmoid(z))) <= 1e-11)
    }
    for point in points {
      for j in 0..<3 {
        let slope = Calculus.derivative(at: point[j]) { value in
          var moved = point
          moved[j] = value
          return loss(moved)
        }
        #expect(abs(slope - gradient(point)[j]) <= 1e-9)
      }
    }
  }

  @Test("(3) the Hessian is XᵀWX, and no eigenvalue of it is negative")
  func hessian() throws {
    let design = Matrix(repeating: 1, rowCount: 30, columnCount: 3)
    for point in points {
      let weights = scores(point).map { Self.sigmoid($0) * (1 - Self.sigmoid($0)) }
      var hessian = Matrix.zeros(3, 3)
      for (i, weight) in weights.enumerated() {
        let row = [design[i, 0], x[i, 0], x[i, 1]]
        for j in 0..<3 { for k in 0..<3 { hessian[j, k] += weight * row[j] * row[k] } }
      }
      for j in 0..<3 {
        for k in 0..<3 {
          let slope = Calculus.derivative(at: point[k]) { value in
            var moved = point
            moved[k] = value
            return gradient(moved)[j]
          }
          #expect(abs(slope - hessian[j, k]) <= 1e-9)
        }
      }
      #expect(try #require(try hessian.symmetricEigenvalues().last) > 0)
    }
  }

  @Test("(4) a unit step in a feature multiplies the odds by e to its coefficient")
  func oddsRatio() throws {
    let model = try LogisticRegression().fit(x, labels: y)
    let p = try model.probabilities(for: [[0.4, -1], [1.4, -1]]).column(1)
    let odds = p.map { $0 / (1 - $0) }
    #expect(abs(odds[1] / odds[0] - .exp(model.coefficients[0, 0])) <= 1e-13)
  }

  @Test("(2, 7) at the optimum the gradient and that of the normal prior cancel: Xᵀ(p - y) + l2 β = 0")
  func optimum() throws {
    let model = try LogisticRegression(penalty: .l2(2)).fit(x, labels: y)
    let point = model.intercepts + model.coefficients.elements
    let slopes = gradient(point)
    #expect(abs(slopes[0]) <= 1e-9)
    for j in 1...2 { #expect(abs(slopes[j] + 2 * point[j]) <= 1e-9) }
    // The logarithm of likelihood times prior is largest there.
    let prior = try Normal(mean: 0, standardDeviation: 0.5.squareRoot())
    let posterior = { (p: [Double]) in -loss(p) + prior.logDensity(p[1]) + prior.logDensity(p[2]) }
    for j in 0..<3 {
      for step in [-0.01, 0.01] {
        var moved = point
        moved[j] += step
        #expect(posterior(moved) < posterior(point))
      }
    }
  }

  @Test("(5, 6) the softmax's gradient vanishes, and a ridge penalty makes the coefficients of a feature sum to zero")
  func softmax() throws {
    let labels = (0..<30).map { $0 % 3 }
    let model = try LogisticRegression(penalty: .l2(0.7)).fit(x, labels: labels)
    let p = try model.probabilities(for: x)
    for k in 0..<3 {
      let residuals = (0..<30).map { p[$0, k] - (labels[$0] == k ? 1 : 0) }
      #expect(abs(residuals.reduce(0, +)) <= 1e-8)
      for (slope, coefficient) in zip(x.transposeMultiplied(by: residuals), model.coefficients.row(k)) {
        #expect(abs(slope + 0.7 * coefficient) <= 1e-8)
      }
    }
    for j in 0..<2 { #expect(abs(model.coefficients.column(j).reduce(0, +)) <= 1e-8) }
    // Adding a vector to all classes changes no probability.
    let shifted: [[Double]] = model.coefficients.rows.map { row in zip(row, [3.0, -1]).map { $0 + $1 } }
    let scores = x.multiplied(byTransposeOf: try Matrix(rows: shifted))
    for i in 0..<30 {
      let exponents = (0..<3).map { Double.exp(scores[i, $0] + model.intercepts[$0]) }
      let sum = exponents.reduce(0, +)
      for k in 0..<3 { #expect(abs(exponents[k] / sum - p[i, k]) <= 1e-12) }
    }
  }

  /// The rows (1, x₁, x₂).
  private var design: Matrix {
    get throws { try Matrix(rows: x.rows.map { [1] + Array($0) }) }
  }

  /// Σ p (1 - p) x xᵀ.
  private func information(_ point: [Double]) throws -> Matrix {
    let weights = scores(point).map { Self.sigmoid($0) * (1 - Self.sigmoid($0)) }
    let design = try design
    var information = Matrix.zeros(3, 3)
    for (row, weight) in zip(design.rows, weights) {
      for j in 0..<3 { for k in 0..<3 { information[j, k] += weight * row[j] * row[k] } }
    }
    return information
  }

  @Test("(8) the derivative of l + ½ log|I| is Σ (y - p + h (½ - p)) x, h being the leverages")
  func modifiedScore() throws {
    let design = try design
    for point in points {
      let inverse = try Cholesky(of: information(point)).inverse()
      let p = scores(point).map(Self.sigmoid)
      var score = [0.0, 0, 0]
      for (i, row) in design.rows.enumerated() {
        var quadratic = 0.0
        for j in 0..<3 { for k in 0..<3 { quadratic += row[j] * inverse[j, k] * row[k] } }
        let leverage = p[i] * (1 - p[i]) * quadratic
        for j in 0..<3 { score[j] += (y[i] - p[i] + leverage * (0.5 - p[i])) * row[j] }
      }
      for j in 0..<3 {
        let slope = Calculus.derivative(at: point[j]) { value in
          var moved = point
          moved[j] = value
          let determinant = (try? Cholesky(of: information(moved)).logDeterminant) ?? .nan
          return -loss(moved) + 0.5 * determinant
        }
        #expect(abs(slope - score[j]) <= 1e-8)
      }
    }
    // The leverages are those of weighted least squares: they sum to the number of coefficients.
    let inverse = try Cholesky(of: information(points[1])).inverse()
    let leverages = zip(design.multiplied(by: inverse).rows, design.rows).enumerated().map { i, rows in
      let p = Self.sigmoid(scores(points[1])[i])
      return p * (1 - p) * zip(rows.0, rows.1).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(leverages.reduce(0, +) - 3) <= 1e-12)
  }

  @Test("(8) Firth's estimate is where that vanishes")
  func firth() throws {
    let model = try LogisticRegression.firth().fit(x, labels: y)
    let best = model.intercepts + model.coefficients.elements
    let value = { (point: [Double]) throws in
      -loss(point) + 0.5 * (try Cholesky(of: information(point)).logDeterminant)
    }
    for j in 0..<3 {
      for step in [-0.01, 0.01] {
        var moved = best
        moved[j] += step
        #expect(try value(moved) < value(best))
      }
    }
  }

  @Test("(9) along a direction that no row is against, the likelihood only rises: it has no maximum")
  func separation() {
    // Labels by the sign of the first feature, and the direction that is this feature.
    let signs = x.rows.map { $0[0] > 0 ? 1.0 : -1 }
    let logLikelihood = { (t: Double) in
      zip(x.rows, signs).reduce(0) { $0 - .log(onePlus: .exp(-$1.1 * t * $1.0[0])) }
    }
    #expect(zip(x.rows, signs).allSatisfy { $1 * $0[0] > 0 })
    let values = [0, 1, 10, 100, 1000].map(logLikelihood)
    #expect(zip(values, values.dropFirst()).allSatisfy(<))
    #expect(values[4] < 0)
  }

  @Test("(9) a fit with a finite maximum holds the proof that no direction separates: its residuals")
  func proof() throws {
    let model = try LogisticRegression(penalty: .none).fit(x, labels: y)
    // Positive weights of the rows ±(1, x) whose sum is zero, so that no direction can be for all of them.
    let p = try model.probabilities(for: x)
    let weights = y.indices.map { p[$0, y[$0] == 1 ? 0 : 1] }
    let signed = zip(weights, y).map { $1 == 1 ? $0 : -$0 }
    #expect(weights.allSatisfy { $0 > 0 })
    #expect(try design.transposeMultiplied(by: signed).allSatisfy { abs($0) <= 1e-9 })
  }

  @Test("(10) balanced weights make every class weigh the same, and all as much as before")
  func balance() throws {
    let model = try LogisticRegression(classWeights: .balanced).fit(x, labels: y)
    let factors = try #require(model.classWeights)
    #expect(abs(factors[0] * 20 - 15) <= 1e-12 && abs(factors[1] * 10 - 15) <= 1e-12)
  }

  @Test("(11) zero is a subgradient at the L1 optimum, and the null model tells the smallest penalty that leaves it")
  func subgradient() throws {
    let model = try LogisticRegression(penalty: .l1(1.5)).fit(x, labels: y)
    let point = model.intercepts + model.coefficients.elements
    let slopes = gradient(point)
    #expect(abs(slopes[0]) <= 1e-9)
    for j in 1...2 {
      if point[j] == 0 {
        #expect(abs(slopes[j]) <= 1.5)
      } else {
        #expect(abs(slopes[j] + (point[j] > 0 ? 1.5 : -1.5)) <= 1e-7)
      }
    }
    let share = y.reduce(0, +) / 30
    let null = gradient([.log(share / (1 - share)), 0, 0])
    let largest = max(abs(null[1]), abs(null[2]))
    #expect(try LogisticRegression(penalty: .l1(largest * 1.001)).fit(x, labels: y).coefficients.elements == [0, 0])
    #expect(try LogisticRegression(penalty: .l1(largest * 0.999)).fit(x, labels: y).coefficients.elements != [0, 0])
  }

  @Test("(12) shrunk residuals bound the L1 minimum from below, and the gap is a sum of divergences")
  func duality() throws {
    let l1 = 1.5
    let model = try LogisticRegression(penalty: .l1(l1)).fit(x, labels: y)
    let best = model.intercepts + model.coefficients.elements
    let primal = { (p: [Double]) in loss(p) + l1 * (abs(p[1]) + abs(p[2])) }
    let xlogx = { (q: Double) in q == 0 ? 0 : q * Double.log(q) }
    for slopes in [[0.0, 0], [best[1] / 2, best[2] / 2], [1, -1], [best[1], best[2]]] {
      // The intercept at which the residuals sum to zero, by Newton's method.
      var point = [0] + slopes
      for _ in 0..<50 {
        let curvature = scores(point).reduce(0) { $0 + Self.sigmoid($1) * (1 - Self.sigmoid($1)) }
        point[0] -= gradient(point)[0] / curvature
      }
      let g = gradient(point)
      let share = min(1, l1 / max(abs(g[1]), abs(g[2])))
      let p = scores(point).map(Self.sigmoid)
      let q = zip(p, y).map { $1 + share * ($0 - $1) }
      let dual = -q.reduce(0) { $0 + xlogx($1) + xlogx(1 - $1) }
      #expect(dual <= primal(best) + 1e-9)
      let divergence = zip(q, p).reduce(0) {
        $0 + xlogx($1.0) - $1.0 * .log($1.1) + xlogx(1 - $1.0) - (1 - $1.0) * .log(1 - $1.1)
      }
      let penalty = (1...2).reduce(0) { $0 + l1 * abs(point[$1]) + point[$1] * share * g[$1] }
      #expect(abs(divergence + penalty - (primal(point) - dual)) <= 1e-10)
    }
    // At the optimum nothing is left between them.
    let g = gradient(best)
    let share = min(1, l1 / max(abs(g[1]), abs(g[2])))
    let q = zip(scores(best).map(Self.sigmoid), y).map { $1 + share * ($0 - $1) }
    #expect(primal(best) + q.reduce(0) { $0 + xlogx($1) + xlogx(1 - $1) } <= 1e-6)
  }
}
