import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Stats
import TestSupport
import Testing

@Suite("Linear regression")
struct LinearRegressionTests {
  /// The digits of the worst coefficient and of the residual sum of squares.
  @Test("has the digits of NIST's certified values", arguments: [
    (name: "Norris", coefficients: 12.5, residual: 13.0), ("Pontius", 12, 12), ("NoInt1", 14, 13.5),
    ("NoInt2", 14.5, 14.5), ("Longley", 12, 12), ("Wampler1", 9, 15), ("Wampler2", 12, 15), ("Wampler3", 9, 13.5),
    ("Wampler4", 8, 14.5), ("Wampler5", 6, 14.5), ("Filip", 7, 7.5),
  ])
  func nist(name: String, coefficients: Double, residual: Double) throws {
    let certified = try #require(try NIST.certified().linear[name])
    let (design, y) = try NIST.design(name, certified)
    let x = certified.intercept ? design.selectingColumns(1..<design.columnCount) : design
    let model = try LinearRegression(fitsIntercept: certified.intercept).fit(x, targets: y)
    let found = (certified.intercept ? [model.intercept] : []) + model.coefficients
    let digits = zip(found, certified.coefficients).map { correctDigits($0, certified: $1.estimate) }
    #expect((digits.min() ?? 0) >= coefficients, "\(digits)")
    let squares = correctDigits(model.residualSumOfSquares, certified: certified.residual.sumOfSquares)
    #expect(squares >= residual, "\(squares)")
    #expect(model.report.warnings.isEmpty, "\(model.report)")
    // The gradient at Filip's ten powers is rounding, and above the tolerance.
    #expect(model.report.termination == (name == "Filip" ? .stalled : .closedForm), "\(model.report)")
  }

  @Test("has NIST's certified standard errors of Longley's data")
  func longley() throws {
    let certified = try #require(try NIST.certified().linear["Longley"])
    let (design, y) = try NIST.design("Longley", certified)
    let model = try LinearRegression().fit(design.selectingColumns(1..<7), targets: y)
    // The certified standard deviations of the estimates, the residual one, R² and F, as NIST prints them.
    let errors = [
      890420.383607373, 84.9149257747669, 0.334910077722432e-01, 0.488399681651699, 0.214274163161675,
      0.226073200069370, 455.478499142212,
    ]
    for (row, error) in zip(try model.inference().rows, errors) { expectClose(row.standardError, error, within: 1e-11) }
    expectClose(model.residualStandardError, 304.854073561965, within: 1e-12)
    expectClose(model.r2, 0.995479004577296, within: 1e-13)
    expectClose(try model.fTest().statistic, 330.285339234588, within: 1e-11)
    #expect(model.residualDegreesOfFreedom == 9)
  }

  private func expectTable(
    _ model: LinearRegression.Model, _ reference: LinearFixture.Table, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let inference = try model.inference()
    for (index, row) in inference.rows.enumerated() {
      expectClose(row.estimate, reference.estimates[index], within: 1e-9, sourceLocation: sourceLocation)
      expectClose(row.standardError, reference.standardErrors[index], within: 1e-9, sourceLocation: sourceLocation)
      expectClose(row.statistic, reference.statistics[index], within: 1e-9, sourceLocation: sourceLocation)
      expectClose(row.pValue, reference.pValues[index], within: 1e-8, sourceLocation: sourceLocation)
      expectClose(row.interval?.lower, reference.intervals[index][0], within: 1e-8, sourceLocation: sourceLocation)
      expectClose(row.interval?.upper, reference.intervals[index][1], within: 1e-8, sourceLocation: sourceLocation)
    }
    expectClose(model.residualSumOfSquares, reference.residualSumOfSquares, within: 1e-12)
    expectClose(model.residualStandardError, reference.residualStandardError, within: 1e-12)
    expectClose(model.r2, reference.r2, within: 1e-12)
    expectClose(model.adjustedR2, reference.adjustedR2, within: 1e-12)
    expectClose(model.logLikelihood, reference.logLikelihood, within: 1e-12)
    expectClose(model.aic, reference.aic, within: 1e-12)
    expectClose(model.bic, reference.bic, within: 1e-12)
    let test = try model.fTest()
    expectClose(test.statistic, reference.fStatistic, within: 1e-10)
    expectClose(test.pValue, reference.fPValue, within: 1e-8)
  }

  @Test("of the diabetes data is statsmodels', with all that the table says")
  func diabetes() throws {
    let data = try Datasets.diabetes()
    let model = try LinearRegression().fit(data.features, targets: data.targets)
    try expectTable(model, try LinearFixture.value("diabetes"))
    let bmi = try model.inference(names: data.featureNames).row(named: "bmi")
    #expect(bmi.estimate == model.coefficients[2])
  }

  @Test("counts weights as repeated rows, in the degrees of freedom, too")
  func frequencies() throws {
    let data = try Datasets.diabetes()
    let weights = data.targets.indices.map { Double(1 + $0 % 3) }
    let model = try LinearRegression().fit(data.features, targets: data.targets, weights: weights)
    #expect(model.sampleSize == weights.reduce(0, +))
    try expectTable(model, try LinearFixture.value("diabetes repeated"))
  }

  /// K. A. Brownlee, Statistical Theory and Methodology in Science and Engineering, Wiley, 1965, page 454; values of
  /// `summary(lm(stack.loss ~ ., stackloss))`, `logLik`, `AIC` and `BIC` in R 4.2.2.
  @Test("of Brownlee's stack loss is R's lm")
  func stackLoss() throws {
    let airFlow: [Double] = [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70]
    let water: [Double] = [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20]
    let acid: [Double] = [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91]
    let loss: [Double] = [42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15]
    let x = try Matrix(rows: [airFlow, water, acid]).transposed()
    let model = try LinearRegression().fit(x, targets: loss)
    let rows = try model.inference().rows
    let expected = [
      [-39.9196744201240747, 11.8959968506442504, -3.3557233514198641, 3.750306832260161e-03],
      [0.7156402004852835, 0.1348581853553722, 5.3066130068372264, 5.799024724252725e-05],
      [1.2952861243885716, 0.3680242652727037, 3.5195671769870192, 2.630054396488962e-03],
      [-0.1521225191486515, 0.1562940432486212, -0.9733097691168306, 3.440460966964399e-01],
    ]
    for (row, values) in zip(rows, expected) {
      for (a, b) in zip([row.estimate, row.standardError, row.statistic, row.pValue], values) {
        expectClose(a, b, within: 1e-11)
      }
    }
    expectClose(try model.fTest().statistic, 59.90222589965681, within: 1e-12)
    expectClose(model.logLikelihood, -52.2877955023997316, within: 1e-13)
    expectClose(model.aic, 114.5755910047994632, within: 1e-13)
    expectClose(model.bic, 119.7982031934165832, within: 1e-13)
    expectClose(model.residualStandardError, 3.2433639181852243, within: 1e-13)
    expectClose(model.adjustedR2, 0.8983257699537430, within: 1e-13)
  }

  @Test("with a ridge penalty is scikit-learn's, of tall data and of wide")
  func ridge() throws {
    let data = try Datasets.diabetes()
    let tall: [LinearFixture.Penalised] = try LinearFixture.value("ridge")
    #expect(tall.count == 3)
    for reference in tall {
      let model = try LinearRegression.ridge(reference.l2 ?? .nan).fit(data.features, targets: data.targets)
      expectClose(model.coefficients, reference.coefficients, within: 1e-11)
      expectClose(model.intercept, reference.intercept, within: 1e-10)
      expectClose(model.effectiveParameters, reference.effectiveParameters, within: 1e-10)
      #expect(model.report.method.contains("normal equations"))
    }
    let wide: LinearFixture.Penalised = try LinearFixture.value("wide ridge")
    let model = try LinearRegression.ridge(wide.l2 ?? .nan).fit(
      data.features.selectingRows(0..<8), targets: Array(data.targets.prefix(8)))
    expectClose(model.coefficients, wide.coefficients, within: 1e-11)
    expectClose(model.intercept, wide.intercept, within: 1e-10)
    expectClose(model.effectiveParameters, wide.effectiveParameters, within: 1e-10)
    #expect(model.report.method.contains("dual equations"))
  }

  @Test("with an L1 penalty is scikit-learn's lasso and elastic net, exactly zero where they are")
  func sparse() throws {
    let data = try Datasets.diabetes()
    let x = try LogisticFixture.standardized(data.features)
    let references: [LinearFixture.Penalised] = try LinearFixture.value("elastic net, standardised")
    #expect(references.count == 3)
    for reference in references {
      let estimator = LinearRegression.elasticNet(l1: reference.l1 ?? .nan, l2: reference.l2 ?? .nan)
      let model = try estimator.fit(x, targets: data.targets)
      #expect(model.report.termination == .converged)
      expectClose(model.coefficients, reference.coefficients, within: 1e-7)
      #expect(model.coefficients.map { $0 == 0 } == reference.coefficients.map { $0 == 0 })
      expectClose(model.intercept, reference.intercept, within: 1e-12)
      let active = Double(reference.coefficients.count { $0 != 0 } + 1)
      if reference.l2 == 0 {
        #expect(model.effectiveParameters == active)
      } else {
        #expect(model.effectiveParameters < active && model.effectiveParameters > 0.4 * active)
      }
    }
  }

  @Test("gives the same by the normal equations of many rows as by orthogonal factorization")
  func solversAgree() throws {
    var generator = SeededGenerator(seed: 3)
    let n = 9000
    let noise = Matrix.standardNormal(rowCount: n, columnCount: 9, using: &generator)
    // Means of a hundred standard deviations, and units that differ by 10⁶.
    let x = Matrix.zeros(n, 8)
    var features = x
    for i in 0..<n { for j in 0..<8 { features[i, j] = (j.isMultiple(of: 2) ? 1e-3 : 1e3) * (noise[i, j] + 100) } }
    let y = (0..<n).map { i in 5 + noise[i, 0] - 2 * noise[i, 3] + 0.5 * noise[i, 8] }
    let fast = try LinearRegression().fit(features, targets: y)
    #expect(fast.report.method.contains("normal equations"))
    // Weights that cost rows nothing, and a copy of a column beside, which normal equations are not trusted with.
    var wider = Matrix.zeros(n, 9)
    for i in 0..<n { for j in 0..<9 { wider[i, j] = features[i, j % 8] } }
    let slow = try LinearRegression().fit(wider, targets: y)
    #expect(slow.report.method.contains("QR"))
    let merged = (0..<8).map { slow.coefficients[$0] + ($0 == 0 ? slow.coefficients[8] : 0) }
    for (a, b) in zip(fast.coefficients, merged) { #expect(abs(a - b) <= 1e-11 * abs(b) + 1e-15) }
    expectClose(fast.residualSumOfSquares, slow.residualSumOfSquares, within: 1e-13)
    let errors = try fast.inference().rows.map { $0.standardError ?? .nan }
    let others = try slow.inference().rows.map { $0.standardError ?? .nan }
    for j in 2...8 { expectClose(errors[j], others[j], within: 1e-9) }
  }

  @Test("predicts the mean of its targets at the mean of its features")
  func predictions() throws {
    let data = try Datasets.diabetes()
    for estimator in [LinearRegression(), .ridge(3), .lasso(500)] {
      let model = try estimator.fit(data.features, targets: data.targets)
      let center = try Matrix(rows: [ColumnMoments(of: data.features).mean])
      expectClose(try model.predict(center), [152.13348416289594], within: 1e-10)
    }
    #expect(throws: LearningError.featureCountMismatch(found: 2, expected: 10)) {
      try LinearRegression().fit(data.features, targets: data.targets).predict([[1, 2]])
    }
  }

  @Test("comes back from a file as it was, and refuses one whose parts do not fit")
  func coding() throws {
    let model = try LinearRegression().fit([[1], [2], [4], [5]], targets: [1, 2, 2, 5])
    let data = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(LinearRegression.Model.self, from: data) == model)
    let text = String(decoding: data, as: UTF8.self)
      .replacingOccurrences(of: "\"hasIntercept\":true", with: "\"hasIntercept\":false")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(LinearRegression.Model.self, from: Data(text.utf8))
    }
  }
}
