import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("A classifier that chooses its cut-off")
struct TunedThresholdTests {
  private let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 5)
  private let folds = KFold(foldCount: 4, shuffles: false)

  /// A tenth of the customers who pay, and a fifth of those who do not: 962 and 61.
  private func customers() throws -> (x: Matrix, labels: [Int]) {
    let data = try Datasets.creditDefault()
    let rows = data.labels.indices.filter { data.labels[$0] == 1 ? $0 % 5 == 0 : $0 % 10 == 3 }
    return (data.features.selectingRows(rows), rows.map { data.labels[$0] })
  }

  /// The cost per row of each decision, by hand.
  private func cost(of predictions: [Int], _ labels: [Int], _ costs: MisclassificationCosts) -> Double {
    zip(predictions, labels).reduce(0) { sum, row in
      sum + (row.0 == row.1 ? 0 : row.0 == 1 ? costs.falsePositive : costs.falseNegative)
    } / Double(labels.count)
  }

  @Test("takes the one that trying all out-of-fold probabilities shows to be the best, and fits all rows")
  func choice() throws {
    let (x, labels) = try customers()
    let model = try TunedThreshold(GaussianNaiveBayes(), costs: costs, splitter: folds).fit(x, labels: labels)
    var outOfFold = [Double](repeating: .nan, count: labels.count)
    for split in try folds.splits(of: SplitRows(labels: labels)) {
      let part = try GaussianNaiveBayes().fit(
        x.selectingRows(split.training), labels: split.training.map { labels[$0] })
      for (row, p) in zip(split.test, try part.probabilities(for: x.selectingRows(split.test)).rows) {
        outOfFold[row] = p[1]
      }
    }
    let candidates = [.infinity] + Set(outOfFold).sorted(by: >)
    let tried = candidates.map { threshold in cost(of: outOfFold.map { $0 >= threshold ? 1 : 0 }, labels, costs) }
    let best = try #require(tried.indices.min { (tried[$0], $0) < (tried[$1], $1) })
    #expect(model.threshold == candidates[best])
    #expect(abs(model.choice.chosen.costPerRow - tried[best]) < 1e-12)
    #expect(model.choice.candidateCount == candidates.count)
    let half = cost(of: outOfFold.map { $0 >= 0.5 ? 1 : 0 }, labels, costs)
    #expect(abs(model.choice.costPerRowAtOneHalf - half) < 1e-12)
    #expect(half > tried[best])

    let alone = try GaussianNaiveBayes().fit(x, labels: labels)
    let probabilities = try alone.probabilities(for: x)
    #expect(try model.probabilities(for: x) == probabilities)
    #expect(try model.predict(x) == probabilities.rows.map { $0[1] >= candidates[best] ? 1 : 0 })
    #expect(model.report.method.hasPrefix("cheapest of \(candidates.count) cut-offs, 0."), "\(model.report.method)")
  }

  @Test("finds more of the class that is expensive to miss")
  func expensiveMisses() throws {
    let (x, labels) = try customers()
    let counts = try [costs, MisclassificationCosts(falsePositive: 5, falseNegative: 1)].map { costs in
      try TunedThreshold(LogisticRegression(), costs: costs, splitter: folds).fit(x, labels: labels)
        .predict(x).count { $0 == 1 }
    }
    let plain = try LogisticRegression().fit(x, labels: labels).predict(x).count { $0 == 1 }
    #expect(counts[0] > plain)
    #expect(plain > counts[1])
  }

  @Test("costs less than the untuned model, judged by rows that neither knows")
  func nested() throws {
    let (x, labels) = try customers()
    let costs = MisclassificationCosts(falsePositive: 1, falseNegative: 10)
    func judge(_ estimator: some ClassifierEstimator) throws -> CrossValidation<ClassificationMetric<Int>> {
      var generator = SeededGenerator(seed: 5)
      return try crossValidate(estimator, x, labels: labels, metrics: [.cost(costs)], using: &generator)
    }
    let (tuned, plain) = (
      try judge(TunedThreshold(LogisticRegression(), costs: costs)), try judge(LogisticRegression())
    )
    let byHand = plain.folds.map { cost(of: $0.predictions.predictions, $0.predictions.labels, costs) }
    #expect(distance(plain.estimates[0].values, byHand) < 1e-12)
    #expect(tuned.estimates[0].mean < 0.75 * plain.estimates[0].mean)
    // The plain fits share work between folds.
    let probabilities = [tuned, plain].map { Array($0.outOfFold.probabilities.rows.joined()) }
    #expect(distance(probabilities[0], probabilities[1]) < 1e-6)
  }

  @Test("takes nobody where that is the cheapest, also from a file")
  func nobody() throws {
    // The feature tells nothing, and a false alarm is expensive.
    let x = try Matrix(rows: (0..<40).map { [Double($0 * 7 % 11)] })
    let labels = (0..<40).map { $0 % 2 == 0 ? "yes" : "no" }
    let model = try TunedThreshold(
      NearestCentroid(), costs: MisclassificationCosts(falsePositive: 100, falseNegative: 1)
    ).fit(x, labels: labels)
    #expect(model.threshold == .infinity)
    #expect(model.choice.chosen.costPerRow == 0.5)
    #expect(try model.predict(x).allSatisfy { $0 == "no" })
    let read = try JSONDecoder().decode(
      TunedThreshold<NearestCentroid>.Model<String>.self, from: JSONEncoder().encode(model))
    #expect(read.choice == model.choice)
    #expect(try read.predict(x) == model.predict(x))
  }

  @Test("counts weights in the choice as in the fit")
  func weights() throws {
    let (x, labels) = try customers()
    let weights = labels.map { $0 == 1 ? 5.0 : 1 }
    let even = MisclassificationCosts(falsePositive: 1, falseNegative: 1)
    let weighted = try TunedThreshold(NearestCentroid(), costs: even, splitter: folds)
      .fit(x, labels: labels, weights: weights)
    // The centroids do not depend on weights that are the same within each class, so that they act as costs.
    let costly = try TunedThreshold(NearestCentroid(), costs: costs, splitter: folds).fit(x, labels: labels)
    #expect(weighted.choice.chosen.truePositives == 5 * costly.choice.chosen.truePositives)
    #expect(weighted.choice.chosen.falsePositives == costly.choice.chosen.falsePositives)
  }

  @Test("is refused from a file whose base knows another number of classes")
  func spoiltFile() throws {
    let (x, y) = try Fixture.data("iris")
    let two = y.indices.filter { y[$0] < 2 }
    let model = try TunedThreshold(NearestCentroid(), costs: costs)
      .fit(x.selectingRows(two), labels: two.map { y[$0] })
    var json = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(model.core)) as? [String: Any])
    json["base"] = try JSONSerialization.jsonObject(
      with: JSONEncoder().encode(NearestCentroid().fit(x, labels: y).core))
    let spoilt = try JSONSerialization.data(withJSONObject: json)
    let error = try #require(throws: DecodingError.self) {
      try JSONDecoder().decode(TunedThreshold<NearestCentroid>.Core.self, from: spoilt)
    }
    #expect("\(error)".contains("decides between two classes, and the model knows 3"))
  }

  @Test("decides between two classes only, and says so")
  func threeClasses() throws {
    let (x, y) = try Fixture.data("iris")
    let error = try #require(throws: LearningError.self) {
      try TunedThreshold(NearestCentroid(), costs: costs).fit(x, labels: y)
    }
    #expect(
      error.description
        == "There is no cut-off for 3 classes: it decides between two; join classes, or fit the base alone.")
  }

  @Test("tells what is wrong with all rows as such, and what is too few for the folds")
  func errors() throws {
    let (x, labels) = try customers()
    var broken = x
    broken[7, 1] = .nan
    let error = try #require(throws: LearningError.self) {
      try TunedThreshold(LogisticRegression(), costs: costs).fit(broken, labels: labels)
    }
    guard case .notFinite(row: 7, column: 1, _) = error else {
      Issue.record("It throws \(error)")
      return
    }
    #expect(throws: LearningError.self) {
      try TunedThreshold(LogisticRegression(), costs: costs).fit([[0], [1], [2]], labels: [0, 1, 1])
    }
  }
}
