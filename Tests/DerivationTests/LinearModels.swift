import Classic
import Learning
import LinearAlgebra
import RealModule
import Stats
import Testing

/// The derivations of Documentation/Guides/LinearModels.md, line by line.
@Suite("Derivation of linear and Poisson regression")
struct LinearModelsDerivation {
  let x: Matrix
  let y: [Double]
  let counts: [Double]
  /// Points (b, β₁, β₂).
  let points = [[0.0, 0, 0], [0.5, -1, 2], [-2, 0.3, 0.1]]

  init() {
    var generator = SeededGenerator(seed: 12)
    let noise = Matrix.standardNormal(rowCount: 25, columnCount: 3, using: &generator)
    x = noise.selectingColumns(0..<2)
    y = noise.rows.map { 1 + 2 * $0[0] - $0[1] + 0.5 * $0[2] }
    counts = (0..<25).map { Double($0 * 7 % 5) }
  }

  /// (1, x).
  private var design: Matrix {
    Matrix(rowCount: 25, columnCount: 3) { elements in
      for i in 0..<25 { for j in 0..<3 { elements.initializeElement(at: 3 * i + j, to: j == 0 ? 1 : x[i, j - 1]) } }
    }
  }

  private func slope(_ f: ([Double]) -> Double, at point: [Double], _ j: Int) -> Double {
    Calculus.derivative(at: point[j]) { value in
      var moved = point
      moved[j] = value
      return f(moved)
    }
  }

  // MARK: Least squares

  private func squares(_ point: [Double]) -> Double {
    0.5 * zip(y, design.multiplied(by: point)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  @Test("(1) half the squared residuals are the negative log-likelihood of normal errors, times their variance")
  func normalErrors() throws {
    let variance = 0.7
    for point in points {
      let logLikelihood = try zip(y, design.multiplied(by: point)).reduce(0) { sum, row in
        sum + (try Normal(mean: row.1, standardDeviation: variance.squareRoot())).logDensity(row.0)
      }
      let constant = 12.5 * .log(2 * .pi * variance)
      #expect(abs(squares(point) / variance + constant + logLikelihood) <= 1e-11 * abs(logLikelihood))
    }
  }

  @Test("(2) the gradient is -Xᵀ(y - Xβ), and zero where XᵀXβ = Xᵀy")
  func normalEquations() throws {
    for point in points {
      let residuals = zip(y, design.multiplied(by: point)).map { $0 - $1 }
      for (j, value) in design.transposeMultiplied(by: residuals).enumerated() {
        #expect(abs(slope(squares, at: point, j) + value) <= 1e-8)
      }
    }
    let model = try LinearRegression().fit(x, targets: y)
    let solution = try Cholesky(of: design.gram()).solve(design.transposeMultiplied(by: y))
    for (a, b) in zip([model.intercept] + model.coefficients, solution) { #expect(abs(a - b) <= 1e-13) }
  }

  @Test("(3) the hat matrix is a projection whose trace is the number of parameters")
  func hatMatrix() throws {
    let hat = design.multiplied(by: try Cholesky(of: design.gram()).solve(design.transposed()))
    #expect((hat.multiplied(by: hat) - hat).maximumMagnitude <= 1e-14)
    let model = try LinearRegression().fit(x, targets: y)
    #expect(abs(hat.diagonal.reduce(0, +) - model.effectiveParameters) <= 1e-13)
    for (a, b) in zip(hat.multiplied(by: y), try model.predict(x)) { #expect(abs(a - b) <= 1e-13) }
  }

  @Test("(4) the estimates' covariance is σ²(XᵀX)⁻¹, σ² the residual sum of squares over n - p")
  func covariance() throws {
    let model = try LinearRegression().fit(x, targets: y)
    let inverse = try Cholesky(of: design.gram()).inverse()
    let variance = 2 * squares([model.intercept] + model.coefficients) / 22
    let covariance = try #require(model.covariance)
    #expect((covariance - inverse * variance).maximumMagnitude <= 1e-15)
  }

  // MARK: Ridge

  @Test("(5) ridge is least squares of the rows √l2 I with targets 0 below the centred ones")
  func augmentedRows() throws {
    let l2 = 3.5
    let means = try ColumnMoments(of: x).mean
    let mean = y.reduce(0, +) / 25
    let augmented = x.centered(at: means).appendingRows(.diagonal([l2.squareRoot(), l2.squareRoot()]))
    let plain = try LinearRegression(fitsIntercept: false).fit(augmented, targets: y.map { $0 - mean } + [0, 0])
    let ridge = try LinearRegression.ridge(l2).fit(x, targets: y)
    for (a, b) in zip(ridge.coefficients, plain.coefficients) { #expect(abs(a - b) <= 1e-14) }
  }

  @Test("(6) ridge's degrees of freedom are the trace of its hat matrix, and Σ s²/(s² + l2)")
  func effectiveParameters() throws {
    let l2 = 3.5
    let centered = x.centered(at: try ColumnMoments(of: x).mean)
    var gram = centered.gram()
    for j in 0..<2 { gram[j, j] += l2 }
    let hat = centered.multiplied(by: try Cholesky(of: gram).solve(centered.transposed()))
    let trace = 1 + hat.diagonal.reduce(0, +)
    let values = try centered.singularValueDecomposition().values
    let sum = 1 + values.reduce(0) { $0 + $1 * $1 / ($1 * $1 + l2) }
    let model = try LinearRegression.ridge(l2).fit(x, targets: y)
    #expect(abs(model.effectiveParameters - trace) <= 1e-13)
    #expect(abs(model.effectiveParameters - sum) <= 1e-13)
  }

  @Test("(7) wide data: β = Xᵀ(XXᵀ + l2 I)⁻¹y is (XᵀX + l2 I)⁻¹Xᵀy")
  func dual() throws {
    let wide = x.selectingRows(0..<6).transposed()
    let targets = [1.5, -0.5]
    let l2 = 0.8
    var gram = wide.gram()
    for j in 0..<6 { gram[j, j] += l2 }
    let primal = try Cholesky(of: gram).solve(wide.transposeMultiplied(by: targets))
    let model = try LinearRegression(penalty: .l2(l2), fitsIntercept: false).fit(wide, targets: targets)
    for (a, b) in zip(model.coefficients, primal) { #expect(abs(a - b) <= 1e-14) }
  }

  // MARK: Poisson

  private func poissonLoss(_ point: [Double]) -> Double {
    zip(design.multiplied(by: point), counts).reduce(0) { $0 + .exp($1.0) - $1.1 * $1.0 }
  }

  @Test("(8) Σ μ - y log μ is the negative log-likelihood of Poisson counts, but for Σ log y!")
  func poissonLikelihood() throws {
    let factorials = counts.reduce(0) { $0 + .logGamma($1 + 1) }
    for point in points {
      let logLikelihood = try zip(design.multiplied(by: point), counts).reduce(0) { sum, row in
        sum + (try Poisson(mean: .exp(row.0))).logDensity(Int(row.1))
      }
      #expect(abs(poissonLoss(point) + factorials + logLikelihood) <= 1e-12 * abs(logLikelihood))
    }
  }

  @Test("(9) its gradient is Xᵀ(μ - y), and its Hessian XᵀMX with the means on the diagonal of M")
  func poissonDerivatives() throws {
    let gradient = { (point: [Double]) in
      design.transposeMultiplied(by: zip(design.multiplied(by: point), counts).map { .exp($0) - $1 })
    }
    for point in points {
      let means = design.multiplied(by: point).map { Double.exp($0) }
      let hessian = design.transposeMultiplied(by: design.scaled(rowsBy: means))
      let scale = hessian.maximumMagnitude
      for j in 0..<3 {
        #expect(abs(slope(poissonLoss, at: point, j) - gradient(point)[j]) <= 1e-9 * scale)
        for k in 0..<3 {
          #expect(abs(slope({ gradient($0)[j] }, at: point, k) - hessian[j, k]) <= 1e-9 * scale)
        }
      }
    }
  }

  @Test("(9, 10) at the maximum Xᵀμ = Xᵀy, and the covariance is (XᵀMX)⁻¹")
  func poissonMaximum() throws {
    let model = try PoissonRegression().fit(x, targets: counts)
    let means = try model.predict(x)
    for (a, b) in zip(design.transposeMultiplied(by: means), design.transposeMultiplied(by: counts)) {
      #expect(abs(a - b) <= 1e-10)
    }
    let information = design.transposeMultiplied(by: design.scaled(rowsBy: means))
    let inverse = try Cholesky(of: information).inverse()
    #expect((try #require(model.covariance) - inverse).maximumMagnitude <= 1e-12)
    // A Newton step is a least-squares fit of z = η + (y - μ)/μ with weights μ.
    let working: [Double] = zip(means, counts).map { mean, count in .log(mean) + (count - mean) / mean }
    let step = try LinearRegression().fit(x, targets: working, weights: means)
    for (a, b) in zip(step.coefficients, model.coefficients) { #expect(abs(a - b) <= 1e-10) }
  }

  @Test("(11) the deviance is twice what the log-likelihood lacks to that of means equal to the counts")
  func deviance() throws {
    let model = try PoissonRegression().fit(x, targets: counts)
    let saturated = try counts.reduce(0) { $0 + (try Poisson(mean: $1)).logDensity(Int($1)) }
    #expect(abs(model.deviance - 2 * (saturated - model.logLikelihood)) <= 1e-11)
    let mean = counts.reduce(0, +) / 25
    let null = try counts.reduce(0) { $0 + (try Poisson(mean: mean)).logDensity(Int($1)) }
    #expect(abs(model.nullDeviance - 2 * (saturated - null)) <= 1e-11)
    #expect(abs(model.nullLogLikelihood - null) <= 1e-11)
  }

  @Test("(12) a logarithm of exposure as offset: the model is one of rates, and a rate ratio is e to a coefficient")
  func exposure() throws {
    let offsets: [Double] = x.rows.map { 1 + $0[0] * $0[1] }
    let model = try PoissonRegression().fit(x, targets: counts, offsets: offsets)
    let rates = try model.predict([[0.4, -1], [1.4, -1]])
    let ratio = rates[1] / rates[0]
    #expect(abs(ratio - .exp(model.coefficients[0])) <= 1e-13 * ratio)
    let tripled = [Double.log(3)]
    let counted = try model.predict([[0.4, -1]], offsets: tripled)
    #expect(abs(counted[0] - 3 * rates[0]) <= 1e-13 * counted[0])
  }
}

extension Matrix {
  fileprivate func scaled(rowsBy factors: [Double]) -> Matrix {
    var result = self
    for i in 0..<rowCount { for j in 0..<columnCount { result[i, j] *= factors[i] } }
    return result
  }
}
