import Classic
import Datasets
import Learning
import LinearAlgebra
import RealModule
import Stats
import Testing

/// South African heart disease: T. Hastie, R. Tibshirani and J. Friedman, The Elements of Statistical Learning, 2nd
/// edition, table 4.2, and statsmodels 0.15.0 to more digits.
@Suite("Inference of a logistic regression")
struct LogisticInferenceTests {
  private let heart: LogisticFixture.Table
  private let x: Matrix
  private let labels: [Int]
  private let model: LogisticRegression.Model<Int>

  init() throws {
    heart = try LogisticFixture.inference("heart")
    let data = try Datasets.saHeart()
    x = data.features.selectingColumns(heart.names.compactMap { data.featureNames.firstIndex(of: $0) })
    labels = data.labels
    model = try LogisticRegression(penalty: .none).fit(x, labels: labels)
  }

  @Test("is the table of heart disease that was published")
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

  /// G. James, D. Witten, T. Hastie and R. Tibshirani, An Introduction to Statistical Learning, table 4.3: balance in
  /// dollars, income in thousands of them.
  @Test("is the table of credit default that was published, and statsmodels' to nine digits")
  func creditDefault() throws {
    let data = try Datasets.creditDefault()
    let fit = try LogisticRegression(penalty: .none).fit(
      data.features.standardized(center: [0, 0, 0], scale: [1, 1, 1000]), labels: data.namedLabels)
    let inference = try fit.core.inference(names: data.featureNames)
    for (name, estimate, error) in [
      ("(Intercept)", -10.8690, 0.4923), ("balance", 0.0057, 0.0002), ("income", 0.0030, 0.0082),
      ("student", -0.6468, 0.2362),
    ] {
      let found = try inference.row(named: name)
      #expect(abs(found.estimate - estimate) <= 5.1e-5)
      #expect(abs((found.standardError ?? .nan) - error) <= 1e-4)
    }
    try expectTable(inference, of: LogisticFixture.inference("default"))
    #expect(fit.report.warnings.isEmpty)
  }

  private func expectTable(_ inference: Inference, of reference: LogisticFixture.Table) throws {
    #expect(inference.rows.count == reference.estimates.count)
    for (index, row) in inference.rows.enumerated() {
      let estimate = reference.estimates[index]
      #expect(abs(row.estimate - estimate) <= 1e-9 * max(1, abs(estimate)))
      #expect(abs((row.standardError ?? .nan) / reference.standardErrors[index] - 1) <= 1e-8)
      #expect(abs((row.statistic ?? .nan) - reference.z[index]) <= 1e-7)
      #expect(abs((row.pValue ?? .nan) - reference.pValues[index]) <= 1e-8)
      #expect(abs((row.interval?.lower ?? .nan) - reference.intervals[index][0]) <= 1e-8)
      #expect(abs((row.interval?.upper ?? .nan) - reference.intervals[index][1]) <= 1e-8)
    }
  }

  @Test("is that of statsmodels to nine digits, with its likelihoods and criteria")
  func statsmodels() throws {
    try expectTable(model.core.inference(names: heart.names), of: heart)
    #expect(abs(model.logLikelihood - heart.logLikelihood) <= 1e-9)
    #expect(abs(model.nullLogLikelihood - heart.nullLogLikelihood) <= 1e-9)
    #expect(abs(model.mcFaddenR2 - heart.mcFadden) <= 1e-11)
    #expect(abs((model.aic ?? .nan) - heart.aic) <= 1e-8)
    #expect(abs((model.bic ?? .nan) - heart.bic) <= 1e-8)
    #expect(model.deviance == -2 * model.logLikelihood)
  }

  @Test("counts a row of weight two as two")
  func weights() throws {
    let inner = labels.indices.filter { $0 % 3 == 0 }
    let weights = labels.indices.map { $0 % 3 == 0 ? 2.0 : 1 }
    let weighted = try LogisticRegression(penalty: .none).fit(x, labels: labels, weights: weights)
    let repeated = try LogisticRegression(penalty: .none).fit(
      x.appendingRows(x.selectingRows(inner)), labels: labels + inner.map { labels[$0] })
    for (a, b) in zip(try weighted.core.inference().rows, try repeated.core.inference().rows) {
      #expect(abs((a.standardError ?? .nan) / (b.standardError ?? .nan) - 1) <= 1e-9)
    }
    #expect(abs((weighted.bic ?? .nan) - (repeated.bic ?? .nan)) <= 1e-8)
  }

  @Test("tests models against each other and against the shares of the classes by the likelihood ratio")
  func likelihoodRatio() throws {
    let null = try model.core.likelihoodRatioTest()
    #expect(abs(null.statistic - heart.llr) <= 1e-8)
    #expect(null.degreesOfFreedom == heart.llrFreedom)
    #expect(abs(null.pValue / heart.llrPValue - 1) <= 1e-7)
    let reference: LogisticFixture.Table = try LogisticFixture.inference("heart small")
    let columns = reference.names.compactMap { heart.names.firstIndex(of: $0) }
    let small = try LogisticRegression(penalty: .none).fit(x.selectingColumns(columns), labels: labels)
    let nested = try model.core.likelihoodRatioTest(against: small.core)
    let statistic = 2 * (heart.logLikelihood - reference.logLikelihood)
    #expect(abs(nested.statistic - statistic) <= 1e-8)
    #expect(nested.degreesOfFreedom == 3)
    let pValue = try ChiSquared(degreesOfFreedom: 3).survival(statistic)
    #expect(abs(nested.pValue - pValue) <= 1e-9)
    #expect(throws: LearningError.self) { try small.core.likelihoodRatioTest(against: model.core) }
    let other = try LogisticRegression(penalty: .none).fit(x.selectingColumns(columns), labels: labels.reversed())
    #expect(throws: LearningError.self) {
      try model.core.likelihoodRatioTest(against: try LogisticRegression().fit(x, labels: labels).core)
    }
    // The same shares of the classes, so that only the caller can know.
    #expect(other.nullLogLikelihood == model.nullLogLikelihood)
    let fewer = try LogisticRegression(penalty: .none).fit(
      x.selectingColumns(columns), labels: [1 - labels[0]] + labels.dropFirst())
    #expect(throws: LearningError.self) { try model.core.likelihoodRatioTest(against: fewer.core) }
    #expect(throws: LearningError.self) {
      let plain = LogisticRegression(penalty: .none, fitsIntercept: false)
      return try plain.fit(x, labels: labels).core.likelihoodRatioTest()
    }
  }

  @Test("profiles the likelihood: intervals and likelihood-ratio tests of each coefficient")
  func profile() throws {
    let inference = try LogisticRegression(penalty: .none).profileInference(x, labels: labels, names: heart.names)
    let ends = try #require(heart.profileIntervals)
    let statistics = try #require(heart.profileStatistics)
    for (index, row) in inference.rows.enumerated() {
      let scale = heart.standardErrors[index]
      #expect(abs((row.interval?.lower ?? .nan) - ends[index][0]) <= 1e-7 * scale, "\(row)")
      #expect(abs((row.interval?.upper ?? .nan) - ends[index][1]) <= 1e-7 * scale, "\(row)")
      let root = try #require(row.statistic)
      #expect(abs(root * root - statistics[index]) <= 1e-8 * max(1, statistics[index]))
      #expect((root < 0) == (row.estimate < 0))
      let pValue = try ChiSquared(degreesOfFreedom: 1).survival(statistics[index])
      #expect(abs((row.pValue ?? .nan) - pValue) <= 1e-9)
    }
    #expect(throws: LearningError.self) { try LogisticRegression().profileInference(x, labels: labels) }
  }

  @Test("of one feature without an intercept needs no other coefficient")
  func profileOfOne() throws {
    // Three of four: the log-odds of a share, whose profile is its likelihood.
    let configuration = LogisticRegression(penalty: .none, fitsIntercept: false)
    let inference = try configuration.profileInference([[1], [1], [1], [1]], labels: [0, 1, 1, 1])
    #expect(abs(inference.rows[0].estimate - 1.0986122886681098) <= 1e-12)
    // 3 z - 4 log(1 + eᶻ) is 1.92 below its maximum there, by mpmath to 20 digits.
    #expect(abs((inference.rows[0].interval?.lower ?? .nan) - -0.956488563895868590) <= 1e-9)
    #expect(abs((inference.rows[0].interval?.upper ?? .nan) - 4.10462340763289950) <= 1e-9)
  }

  @Test("gives odds ratios, which are e to coefficients and ends of intervals")
  func oddsRatios() throws {
    let ratios = try model.core.oddsRatios(names: heart.names)
    #expect(ratios.rows.map(\.name) == heart.names)
    let row = try #require(ratios["famhist"])
    let index = (heart.names.firstIndex(of: "famhist") ?? 0) + 1
    #expect(abs(row.ratio - .exp(heart.estimates[index])) <= 1e-8)
    #expect(abs((row.interval?.lower ?? .nan) - .exp(heart.intervals[index][0])) <= 1e-7)
    #expect(abs((row.interval?.upper ?? .nan) - .exp(heart.intervals[index][1])) <= 1e-7)
    #expect(abs((row.pValue ?? .nan) - heart.pValues[index]) <= 1e-8)
    #expect(ratios.description.split(separator: "\n").count == 8)
    #expect(ratios.description.contains("odds ratio"))
  }

  @Test("of the softmax is a table for each class against the first, that of statsmodels")
  func multinomial() throws {
    let reference: LogisticFixture.Multinomial = try LogisticFixture.inference("multinomial")
    let wine = try Datasets.wine()
    let fit = try LogisticRegression(penalty: .none).fit(
      wine.features.selectingColumns(reference.columns), labels: wine.labels)
    #expect(fit.report.hasConverged, "\(fit.report)")
    #expect(fit.report.warnings.isEmpty)
    let tables = try fit.core.multinomialInference(names: ["a", "b", "c"])
    #expect(tables.count == 2)
    for (table, expected) in zip(tables, reference.classes) {
      #expect(table.rows.map(\.name) == ["(Intercept)", "a", "b", "c"])
      for (index, row) in table.rows.enumerated() {
        #expect(abs(row.estimate - expected.estimates[index]) <= 1e-8 * max(1, abs(expected.estimates[index])))
        #expect(abs((row.standardError ?? .nan) / expected.standardErrors[index] - 1) <= 1e-7)
        #expect(abs((row.pValue ?? .nan) - expected.pValues[index]) <= 1e-8)
        #expect(abs((row.interval?.lower ?? .nan) - expected.intervals[index][0]) <= 1e-6)
      }
    }
    #expect(abs(fit.logLikelihood - reference.logLikelihood) <= 1e-9)
    #expect(abs((fit.aic ?? .nan) - reference.aic) <= 1e-8)
    #expect(abs((fit.bic ?? .nan) - reference.bic) <= 1e-8)
    #expect(abs(fit.nullLogLikelihood - reference.nullLogLikelihood) <= 1e-10)
    let test = try fit.core.likelihoodRatioTest()
    #expect(abs(test.statistic - reference.llr) <= 1e-8 && test.degreesOfFreedom == 6)
    #expect(abs(test.pValue / reference.llrPValue - 1) <= 1e-6)
    #expect(throws: LearningError.self) { try fit.core.inference() }
  }

  @Test("is printed with deviances, criteria and the report; for a penalised fit with the reason that there is none")
  func summary() throws {
    let text = try model.summary(names: heart.names)
    for part in [
      "Logistic regression by maximum likelihood, n = 462", "log-odds of “1” against “0”", "(Intercept)", "famhist",
      "null deviance 596.108 on 461 df, residual deviance 483.174 on 454 df", "AIC 499.174, BIC 532.259",
      "McFadden's R² 0.1895", "Newton's method: converged",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
    let penalised = try LogisticRegression(penalty: .l2(2)).fit(x, labels: labels).core.summary()
    for part in ["an L2 penalty of 2", "There is no inference for a penalised fit", "x6"] {
      #expect(penalised.contains(part), "\(part) in\n\(penalised)")
    }
    #expect(!penalised.contains("AIC"))
    #expect(throws: LearningError.self) { try model.summary(names: ["one"]) }
    let iris = try Datasets.iris()
    let rest = try LogisticRegression(multiclass: .oneVsRest).fit(iris.features, labels: iris.namedLabels).summary()
    #expect(rest.contains("log-odds of “setosa” against the others"))
  }

  @Test("is refused for penalised, weighted and one-vs-rest fits, and for dependent columns, with the reason")
  func refusals() throws {
    let penalised = try LogisticRegression().fit(x, labels: labels)
    #expect(throws: LearningError.self) { try penalised.core.inference() }
    #expect(penalised.aic == nil && penalised.bic == nil)
    let weighted = try LogisticRegression(penalty: .none, classWeights: .balanced).fit(x, labels: labels)
    #expect(throws: LearningError.self) { try weighted.core.inference() }
    #expect(weighted.aic == nil)
    let iris = try Datasets.iris()
    let rest = try LogisticRegression(penalty: .none, multiclass: .oneVsRest).fit(
      iris.features.selectingColumns([1]), labels: iris.labels)
    #expect(throws: LearningError.self) { try rest.core.multinomialInference() }
    let doubled = try LogisticRegression(penalty: .none).fit(x.selectingColumns([1, 2, 2]), labels: labels)
    #expect(throws: LearningError.self) { try doubled.core.inference() }
    #expect(throws: LearningError.self) { try model.core.inference(names: ["one"]) }
    #expect(throws: LearningError.self) { try model.core.inference(level: 1) }
  }
}
