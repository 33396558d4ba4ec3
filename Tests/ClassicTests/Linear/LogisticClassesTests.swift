import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Classes of a logistic regression: weights, one against the rest, thresholds")
struct LogisticClassesTests {
  private func expectClose(
    _ found: [Double], _ expected: [Double], within tolerance: Double = 1e-7,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (a, b) in zip(found, expected) {
      #expect(abs(a - b) <= tolerance * max(1, abs(b)), "\(a), expected \(b)", sourceLocation: sourceLocation)
    }
  }

  private func parameters(_ core: LogisticRegression.Core, _ k: Int = 0) -> [Double] {
    [core.intercepts[k]] + Array(core.coefficients.row(k))
  }

  @Test("Given and balanced weights have the optimum of rows that weigh as much")
  func classWeights() throws {
    let reference: LogisticFixture.Weights = try LogisticFixture.inference("weights")
    let data = try Datasets.breastCancer()
    let x = try LogisticFixture.standardized(data.features)
    let balanced = try LogisticRegression(classWeights: .balanced).fit(x, labels: data.labels)
    expectClose(balanced.classWeights ?? [], reference.balanced, within: 1e-15)
    expectClose(parameters(balanced.core), reference.cancerBalanced)
    #expect(abs(balanced.sampleSize - 569) <= 1e-9)
    let given = try LogisticRegression(classWeights: .given([3, 0.5])).fit(x, labels: data.labels)
    expectClose(parameters(given.core), reference.cancerGiven)
    // They multiply with the weights of rows.
    let rows = data.labels.map { $0 == 0 ? 2.0 : 1 }
    let both = try LogisticRegression(classWeights: .given([1.5, 0.5])).fit(x, labels: data.labels, weights: rows)
    expectClose(parameters(both.core), reference.cancerGiven)
  }

  @Test("Balanced weights count the weights of rows")
  func balancedRows() throws {
    let x: Matrix = [[0], [1], [2], [0.5], [3]]
    let model = try LogisticRegression(classWeights: .balanced).fit(
      x, labels: ["a", "a", "b", "b", "b"], weights: [3, 1, 1, 2, 1])
    // 8 / (2 · 4) for both.
    #expect(model.classWeights == [1, 1])
  }

  @Test("The softmax, too, is weighted")
  func softmax() throws {
    let reference: LogisticFixture.Weights = try LogisticFixture.inference("weights")
    let iris = try Datasets.iris()
    let x = iris.features.selectingRows(reference.irisRows)
    let labels = reference.irisRows.map { iris.labels[$0] }
    let model = try LogisticRegression(classWeights: .balanced).fit(x, labels: labels)
    let mean = model.intercepts.reduce(0, +) / 3
    for k in 0..<3 {
      var found = parameters(model.core, k)
      found[0] -= mean
      expectClose(found, reference.irisBalanced[k], within: 1e-6)
    }
    let rest = try LogisticRegression(classWeights: .balanced, multiclass: .oneVsRest).fit(x, labels: labels)
    for k in 0..<3 { expectClose(parameters(rest.core, k), reference.irisRestBalanced[k]) }
  }

  @Test("Class weights that do not fit are refused")
  func wrongWeights() {
    for weights in [[1.0], [1, 0], [1, -1], [.nan, 1], [1, .infinity], [1, 1, 1]] {
      #expect(throws: LearningError.self) {
        try LogisticRegression(classWeights: .given(weights)).fit([[0], [1], [2]], labels: [0, 1, 0])
      }
    }
  }

  @Test("One against the rest is scikit-learn's, in coefficients and probabilities")
  func oneVsRest() throws {
    let reference: LogisticFixture.OneVsRest = try LogisticFixture.inference("one-vs-rest")
    let iris = try Datasets.iris()
    let model = try LogisticRegression(multiclass: .oneVsRest).fit(iris.features, labels: iris.labels)
    for k in 0..<3 { expectClose(parameters(model.core, k), reference.coefficients[k]) }
    let probabilities = try model.probabilities(for: iris.features)
    for (row, expected) in zip(reference.rows, reference.probabilities) {
      expectClose(Array(probabilities.row(row)), expected, within: 1e-8)
    }
    let predicted = try model.predict(iris.features)
    #expect(zip(predicted, iris.labels).count { $0 != $1 } == reference.errors)
    #expect(try model.core.decisionValues(for: iris.features).columnCount == 3)
    let likelihood = iris.labels.indices.reduce(0) { $0 + log(probabilities[$1, iris.labels[$1]]) }
    #expect(abs(model.logLikelihood - likelihood) <= 1e-9)
    #expect(model.report.hasConverged && model.report.method.hasPrefix("3 regressions"))
    #expect(zip(model.report.objectiveTrace, model.report.objectiveTrace.dropFirst()).allSatisfy(>=))
    let decoded = try JSONDecoder().decode(LogisticRegression.Model<Int>.self, from: JSONEncoder().encode(model))
    #expect(decoded.core == model.core)
    // Far outside, where every sigmoid is 0, the least impossible class has the probability.
    let far = try model.probabilities(for: [[0, 1e5, 0, 0], [0, -1e5, 0, 0]])
    #expect(far.elements.allSatisfy { $0.isFinite })
    #expect(far.rows.allSatisfy { abs($0.reduce(0, +) - 1) <= 1e-12 })
  }

  @Test("Two classes against each other are one regression")
  func twoVersusEachOther() throws {
    let x: Matrix = [[0], [1], [2], [3], [1.5]]
    let labels = [0, 0, 1, 1, 0]
    let rest = try LogisticRegression(multiclass: .oneVsRest).fit(x, labels: labels)
    let plain = try LogisticRegression().fit(x, labels: labels)
    #expect(rest.core == plain.core)
  }

  @Test("A fit from the optimum is there at once, whatever the units and the solver", arguments: [
    LogisticRegression(solver: .newton), LogisticRegression(solver: .lbfgs), LogisticRegression(multiclass: .oneVsRest),
  ])
  func warmStart(configuration: LogisticRegression) throws {
    let wine = try Datasets.wine()
    let cold = try configuration.fit(wine.features, labels: wine.labels)
    let warm = try configuration.fit(wine.features, labels: wine.labels, startingAt: cold.core)
    #expect(warm.report.iterations <= 2, "\(warm.report)")
    #expect(warm.report.iterations < cold.report.iterations)
    expectClose(warm.coefficients.elements, cold.coefficients.elements, within: 1e-6)
    // Another penalty from here.
    var weaker = configuration
    weaker.penalty = .l2(0.5)
    let next = try weaker.fit(wine.features, labels: wine.labels, startingAt: cold.core)
    let fresh = try weaker.fit(wine.features, labels: wine.labels)
    expectClose(next.coefficients.elements, fresh.coefficients.elements, within: 1e-5)
  }

  @Test("A start of another shape is refused")
  func wrongStart() throws {
    let two = try LogisticRegression().fit([[0, 1], [1, 0], [2, 2]], labels: [0, 1, 0]).core
    #expect(throws: LearningError.self) {
      try LogisticRegression().fit([[0], [1], [2]], labels: [0, 1, 0], startingAt: two)
    }
    #expect(throws: LearningError.self) {
      try LogisticRegression().fit([[0, 1], [1, 0], [2, 2]], labels: [0, 1, 2], startingAt: two)
    }
  }

  @Test("A threshold decides for the positive class from that probability on")
  func thresholds() throws {
    let heart = try Datasets.saHeart()
    let model = try LogisticRegression().fit(heart.features, labels: heart.namedLabels)
    let probabilities = try model.probabilities(for: heart.features)
    for threshold in [0, 0.2, 0.5, probabilities[7, 1], 1] {
      let predicted = try model.predict(heart.features, threshold: threshold)
      for (row, label) in predicted.enumerated() {
        #expect((label == "ill") == (probabilities[row, 1] >= threshold))
      }
    }
    let healthy = try model.predict(heart.features, positive: "healthy", threshold: 0.9)
    #expect(healthy.count { $0 == "healthy" } == probabilities.column(0).count { $0 >= 0.9 })
    #expect(throws: LearningError.self) { try model.predict(heart.features, threshold: 1.1) }
    #expect(throws: LearningError.self) { try model.predict(heart.features, threshold: .nan) }
    #expect(throws: LearningError.self) { try model.predict(heart.features, positive: "sick", threshold: 0.5) }
    let iris = try Datasets.iris()
    let many = try LogisticRegression().fit(iris.features, labels: iris.labels)
    #expect(throws: LearningError.self) { try many.predict(iris.features, threshold: 0.5) }
    #expect(throws: LearningError.self) { try many.core.logOdds(for: iris.features) }
    let odds = try model.core.logOdds(for: heart.features)
    expectClose(odds.map { 1 / (1 + exp(-$0)) }, Array(probabilities.column(1)), within: 1e-14)
  }
}
