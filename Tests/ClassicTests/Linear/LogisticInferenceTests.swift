import Classic
import Datasets
import Learning
import LinearAlgebra
import Testing

/// South African heart disease: T. Hastie, R. Tibshirani and J. Friedman, The Elements of Statistical Learning, 2nd
/// edition, table 4.2, and statsmodels 0.15.0 to more digits.
@Suite("Inference of a logistic regression")
struct LogisticInferenceTests {
  private let heart: LogisticFixture.Heart
  private let model: LogisticRegression.Model<Int>

  init() throws {
    heart = try LogisticFixture.value("heart")
    model = try LogisticRegression(penalty: .none).fit(Matrix(rows: heart.x), labels: heart.y)
  }

  @Test("is the table that was published")
  func published() throws {
    let table: [(name: String, estimate: Double, error: Double)] = [
      ("(Intercept)", -4.130, 0.964), ("sbp", 0.006, 0.006), ("tobacco", 0.080, 0.026), ("ldl", 0.185, 0.057),
      ("famhist", 0.939, 0.225), ("obesity", -0.035, 0.029), ("alcohol", 0.001, 0.004), ("age", 0.043, 0.010),
    ]
    let inference = try model.core.inference(names: heart.names)
    for row in table {
      let found = try inference.row(named: row.name)
      #expect(abs(found.estimate - row.estimate) <= 5e-4)
      #expect(abs((found.standardError ?? .nan) - row.error) <= 5e-4)
    }
  }

  @Test("is that of statsmodels to nine digits")
  func statsmodels() throws {
    let inference = try model.core.inference(names: heart.names)
    for (index, row) in inference.rows.enumerated() {
      #expect(abs(row.estimate - heart.estimates[index]) <= 1e-9 * max(1, abs(heart.estimates[index])))
      #expect(abs((row.standardError ?? .nan) / heart.standardErrors[index] - 1) <= 1e-8)
      #expect(abs((row.statistic ?? .nan) - heart.z[index]) <= 1e-7)
      #expect(abs((row.pValue ?? .nan) - heart.pValues[index]) <= 1e-8)
      #expect(abs((row.interval?.lower ?? .nan) - heart.intervals[index][0]) <= 1e-8)
      #expect(abs((row.interval?.upper ?? .nan) - heart.intervals[index][1]) <= 1e-8)
    }
    #expect(abs(model.logLikelihood - heart.logLikelihood) <= 1e-9)
    #expect(abs(model.nullLogLikelihood - heart.nullLogLikelihood) <= 1e-9)
    #expect(abs(model.mcFaddenR2 - heart.mcFadden) <= 1e-11)
    #expect(abs((model.aic ?? .nan) - heart.aic) <= 1e-8)
    #expect(model.deviance == -2 * model.logLikelihood)
  }

  @Test("is refused for penalised fits, for many classes and for dependent columns, with the reason")
  func refusals() throws {
    let x = try Matrix(rows: heart.x)
    let penalised = try LogisticRegression().fit(x, labels: heart.y)
    #expect(throws: LearningError.self) { try penalised.core.inference() }
    #expect(penalised.aic == nil)
    let iris = try Datasets.iris()
    let many = try LogisticRegression(penalty: .none).fit(iris.features, labels: iris.labels)
    #expect(throws: LearningError.self) { try many.core.inference() }
    let doubled = try LogisticRegression(penalty: .none).fit(
      x.selectingColumns([1, 2, 2]), labels: heart.y)
    #expect(throws: LearningError.self) { try doubled.core.inference() }
    #expect(throws: LearningError.self) { try model.core.inference(names: ["one"]) }
  }
}
