import Classic
import Foundation
import Learning
import LinearAlgebra
import RealModule
import Stats
import Testing

@Suite("Poisson regression")
struct PoissonRegressionTests {
  private func expectTable(
    _ model: PoissonRegression.Model, _ reference: LinearFixture.Table,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(model.report.termination == .converged && model.report.warnings.isEmpty, "\(model.report)")
    for (index, row) in try model.inference().rows.enumerated() {
      expectClose([row.estimate], [reference.estimates[index]], within: 1e-11, sourceLocation: sourceLocation)
      expectClose(row.standardError, reference.standardErrors[index], within: 1e-9, sourceLocation: sourceLocation)
      expectClose([row.statistic ?? .nan], [reference.statistics[index]], within: 1e-9)
      expectClose([row.pValue ?? .nan], [reference.pValues[index]], within: 1e-9)
      expectClose([row.interval?.lower ?? .nan], [reference.intervals[index][0]], within: 1e-10)
      expectClose([row.interval?.upper ?? .nan], [reference.intervals[index][1]], within: 1e-10)
    }
    expectClose(model.deviance, reference.deviance, within: 1e-11, sourceLocation: sourceLocation)
    expectClose(model.pearsonChiSquared, reference.pearsonChiSquared, within: 1e-11, sourceLocation: sourceLocation)
    expectClose(model.logLikelihood, reference.logLikelihood, within: 1e-12, sourceLocation: sourceLocation)
    expectClose(model.aic, reference.aic, within: 1e-12, sourceLocation: sourceLocation)
    expectClose(model.bic, reference.bic, within: 1e-12, sourceLocation: sourceLocation)
  }

  @Test("of the insurance claims is statsmodels', with the holders as exposure")
  func insurance() throws {
    let data = try LinearFixture.Insurance()
    let reference: LinearFixture.Table = try LinearFixture.value("insurance")
    let model = try PoissonRegression().fit(data.x, targets: data.claims, offsets: data.logHolders)
    try expectTable(model, reference)
    expectClose(model.nullDeviance, reference.nullDeviance, within: 1e-12)
    expectClose(try model.predict(data.x, offsets: data.logHolders), try #require(reference.means), within: 1e-12)
    // Without offsets, the claims of one holder.
    let rates = zip(try #require(reference.means), data.logHolders).map { $0 / .exp($1) }
    expectClose(try model.predict(data.x), rates, within: 1e-12)
    #expect(model.report.iterations <= 8)
  }

  /// W. N. Venables and B. D. Ripley, Modern Applied Statistics with S: `glm(Claims ~ District + Group + Age +
  /// offset(log(Holders)), family = poisson)`, with R's polynomial contrasts of the ordered factors, in R 4.2.2. The
  /// quasi-Poisson errors are those of `family = quasipoisson`.
  @Test("of the insurance claims with polynomial contrasts is R's glm, and its quasipoisson")
  func published() throws {
    let data = try LinearFixture.Insurance()
    // contr.poly(4).
    let linear = [-3.0, -1, 1, 3].map { $0 / 20.0.squareRoot() }, quadratic = [0.5, -0.5, -0.5, 0.5]
    let cubic = [-1.0, 3, -3, 1].map { $0 / 20.0.squareRoot() }
    let rows: [[Double]] = data.x.rows.map { row -> [Double] in
      let levels = [3, 6].map { first in (0..<3).first { row[first + $0] == 1 }.map { $0 + 1 } ?? 0 }
      return Array(row[0..<3]) + levels.flatMap { [linear[$0], quadratic[$0], cubic[$0]] }
    }
    let model = try PoissonRegression().fit(Matrix(rows: rows), targets: data.claims, offsets: data.logHolders)
    let estimates = [
      -1.8105078328524553122, 0.0258681909109895782, 0.0385239271038819026, 0.2342053279772669805,
      0.4297075387496190890, 0.0046324351443497568, -0.0292943221522746038, -0.3944318081690449396,
      -0.0003549709061049156, -0.0167367565229074103,
    ]
    let errors = [
      0.03297218870014069, 0.04301579480592272, 0.05051156613600516, 0.06167327722907122, 0.04945943549835028,
      0.04198811508538996, 0.03306901625555746, 0.04940373057817710, 0.04891802159696308, 0.04847796647016703,
    ]
    let table = try model.inference()
    expectClose(table.rows.map(\.estimate), estimates, within: 1e-13)
    for (row, error) in zip(table.rows, errors) { expectClose(row.standardError, error, within: 2e-9) }
    expectClose(model.nullDeviance, 236.2589588788605, within: 1e-13)
    expectClose(model.deviance, 51.4200327490535, within: 1e-12)
    expectClose(model.aic, 388.7415539984868, within: 1e-13)
    expectClose(model.bic, 410.3303848320836, within: 1e-13)
    #expect(model.residualDegreesOfFreedom == 54)
    expectClose(model.dispersion, 0.9005432458011379, within: 1e-12)
    let quasi = try model.inference(scaledByDispersion: true)
    #expect(quasi.statistic == .t(degreesOfFreedom: 54))
    expectClose(quasi.rows[3].standardError, 0.05852606340554976, within: 1e-9)
    expectClose(quasi.rows[3].pValue, 1.930218313184428e-04, within: 1e-8)
  }

  @Test("has R's null deviance without an intercept: means of one, or of the exposures")
  func withoutIntercept() throws {
    let data = try LinearFixture.Insurance()
    let model = try PoissonRegression(fitsIntercept: false).fit(data.x, targets: data.claims)
    try expectTable(model, try LinearFixture.value("insurance, no offset, no intercept"))
    let halves = data.claims.map { $0 > 0 ? $0 * .log($0) - $0 + 1 : 1 }
    expectClose(model.nullDeviance, 2 * halves.reduce(0, +), within: 1e-13)
  }

  @Test("gives rate ratios with intervals on their own scale")
  func rateRatios() throws {
    let data = try LinearFixture.Insurance()
    let model = try PoissonRegression().fit(data.x, targets: data.claims, offsets: data.logHolders)
    let (table, ratios) = (try model.inference(names: data.names), try model.rateRatios(names: data.names))
    let (row, ratio) = (try table.row(named: "Age>35"), try ratios.row(named: "Age>35"))
    expectClose(ratio.estimate, .exp(row.estimate), within: 1e-15)
    expectClose(ratio.interval?.lower, row.interval.map { .exp($0.lower) }, within: 1e-15)
    expectClose(ratio.interval?.upper, row.interval.map { .exp($0.upper) }, within: 1e-15)
    #expect(ratio.standardError == nil && ratio.pValue == row.pValue)
  }

  @Test("with a ridge penalty is scikit-learn's PoissonRegressor with alpha l2 over n")
  func ridge() throws {
    let data = try LinearFixture.Insurance()
    let reference: LinearFixture.Penalised = try LinearFixture.value("insurance, ridge")
    let model = try PoissonRegression(penalty: .l2(reference.l2 ?? .nan)).fit(data.x, targets: data.claims)
    expectClose(model.coefficients, reference.coefficients, within: 1e-11)
    expectClose(model.intercept, reference.intercept, within: 1e-11)
    #expect(model.aic == nil && model.dispersion == nil && model.covariance == nil)
    #expect(throws: LearningError.self) { try model.inference() }
    #expect(throws: LearningError.self) { try model.rateRatios() }
  }

  @Test("with an L1 penalty meets the conditions of its optimum", arguments: [0.0, 2.0])
  func sparse(l2: Double) throws {
    let data = try LinearFixture.Insurance()
    let l1 = 30.0
    let model = try PoissonRegression(penalty: .elasticNet(l1: l1, l2: l2), tolerance: 1e-11)
      .fit(data.x, targets: data.claims, offsets: data.logHolders)
    #expect(model.report.hasConverged)
    let residuals = zip(data.claims, try model.predict(data.x, offsets: data.logHolders)).map { $0 - $1 }
    #expect(abs(residuals.reduce(0, +)) <= 1e-6)
    let slopes = data.x.transposeMultiplied(by: residuals)
    for (slope, coefficient) in zip(slopes, model.coefficients) {
      if coefficient == 0 {
        #expect(abs(slope) <= l1 + 1e-6)
      } else {
        #expect(abs(slope - l2 * coefficient - (coefficient > 0 ? l1 : -l1)) <= 1e-6)
      }
    }
    #expect(model.coefficients.contains(0) && model.coefficients.contains { $0 != 0 })
  }

  @Test("counts weights as repeated rows")
  func frequencies() throws {
    let data = try LinearFixture.Insurance()
    let weights = data.claims.indices.map { Double($0 % 3) }
    let repeated = data.claims.indices.flatMap { [Int](repeating: $0, count: $0 % 3) }
    let a = try PoissonRegression().fit(data.x, targets: data.claims, weights: weights, offsets: data.logHolders)
    let b = try PoissonRegression().fit(
      data.x.selectingRows(repeated), targets: repeated.map { data.claims[$0] },
      offsets: repeated.map { data.logHolders[$0] })
    expectClose(a.coefficients, b.coefficients, within: 1e-11)
    #expect(a.sampleSize == b.sampleSize)
    for (x, y) in zip(
      [a.deviance, a.nullDeviance, a.logLikelihood, a.pearsonChiSquared, a.aic, a.bic],
      [b.deviance, b.nullDeviance, b.logLikelihood, b.pearsonChiSquared, b.aic, b.bic])
    { expectClose(x, y, within: 1e-11) }
    let errors = (try a.inference().rows, try b.inference().rows)
    for (x, y) in zip(errors.0, errors.1) { expectClose(x.standardError, y.standardError, within: 1e-9) }
  }

  @Test("comes back from a file as it was")
  func coding() throws {
    let model = try PoissonRegression().fit([[0], [1], [2], [3]], targets: [1, 1, 3, 4])
    let read = try JSONDecoder().decode(PoissonRegression.Model.self, from: JSONEncoder().encode(model))
    #expect(read == model)
  }
}
