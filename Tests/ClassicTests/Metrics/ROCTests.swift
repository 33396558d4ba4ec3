import Classic
import Foundation
import Learning
import Testing

@Suite("The ROC curve and its area")
struct ROCTests {
  /// Scores of few values, labels and whole weights.
  private struct Sample {
    var scores: [Double] = []
    var labels: [Bool] = []
    var weights: [Double] = []

    init(count: Int, seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      for row in 0..<count {
        scores.append(Double(Int.random(in: -3...3, using: &generator)))
        // Both classes are there, whatever is drawn.
        labels.append(row < 2 ? row == 0 : Bool.random(using: &generator))
        weights.append(row < 2 ? 1 : Double(Int.random(in: 0...3, using: &generator)))
      }
    }

    /// Every pair of a true and a false row, looked at.
    var share: Double {
      var (won, pairs) = (0.0, 0.0)
      for i in scores.indices where labels[i] {
        for j in scores.indices where !labels[j] {
          let weight = weights[i] * weights[j]
          pairs += weight
          won += scores[i] > scores[j] ? weight : scores[i] == scores[j] ? weight / 2 : 0
        }
      }
      return won / pairs
    }
  }

  private func trapezoids(_ curve: ROCCurve) -> Double {
    let (x, y) = (curve.falsePositiveRates, curve.truePositiveRates)
    return x.indices.dropFirst().reduce(0) { $0 + (x[$1] - x[$1 - 1]) * (y[$1] + y[$1 - 1]) / 2 }
  }

  /// The highest and the lowest point of the curve above `rate`.
  private func heights(of curve: ROCCurve, at rate: Double) -> ClosedRange<Double> {
    let (x, y) = (curve.falsePositiveRates, curve.truePositiveRates)
    var found: [Double] = []
    for i in x.indices.dropFirst() where x[i - 1] <= rate && rate <= x[i] {
      found += x[i] > x[i - 1]
        ? [y[i - 1] + (y[i] - y[i - 1]) * (rate - x[i - 1]) / (x[i] - x[i - 1])] : [y[i - 1], y[i]]
    }
    return (found.min() ?? .nan)...(found.max() ?? .nan)
  }

  @Test("are scikit-learn's", arguments: try Fixture.metrics().rankings)
  func peer(expected: Fixture.Metrics.Ranking) throws {
    let curve = try ROCCurve(
      of: expected.scores, labels: expected.labels, weights: expected.weights, dropsCollinearPoints: false)
    #expect(abs(curve.area - expected.area) < 1e-14)
    #expect(try rocAUC(of: expected.scores, labels: expected.labels, weights: expected.weights) == curve.area)
    #expect(curve.thresholds.first == .infinity)
    // scikit-learn has a point for the scores of rows that do not count, too.
    guard expected.weights?.contains(0) != true else { return }
    #expect(Array(curve.thresholds.dropFirst()) == expected.thresholds)
    #expect(curve.falsePositiveRates.count == expected.falsePositiveRates.count)
    #expect(zip(curve.falsePositiveRates, expected.falsePositiveRates).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(zip(curve.truePositiveRates, expected.truePositiveRates).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test("run from (0, 0) to (1, 1) and have the area of their trapezoids", arguments: try Fixture.metrics().rankings)
  func shape(ranking: Fixture.Metrics.Ranking) throws {
    for drops in [true, false] {
      let curve = try ROCCurve(
        of: ranking.scores, labels: ranking.labels, weights: ranking.weights, dropsCollinearPoints: drops)
      for rates in [curve.falsePositiveRates, curve.truePositiveRates] {
        #expect(rates.first == 0 && rates.last == 1 && rates == rates.sorted())
        #expect(rates.count == curve.thresholds.count)
      }
      #expect(zip(curve.thresholds, curve.thresholds.dropFirst()).allSatisfy(>))
      #expect(abs(trapezoids(curve) - curve.area) < 1e-14)
    }
  }

  @Test("lose no corner with the collinear points", arguments: try Fixture.metrics().rankings)
  func collinear(ranking: Fixture.Metrics.Ranking) throws {
    let all = try ROCCurve(
      of: ranking.scores, labels: ranking.labels, weights: ranking.weights, dropsCollinearPoints: false)
    let corners = try ROCCurve(of: ranking.scores, labels: ranking.labels, weights: ranking.weights)
    #expect(corners.area == all.area)
    #expect(corners.thresholds.count <= all.thresholds.count)
    for (rate, height) in zip(all.falsePositiveRates, all.truePositiveRates) {
      let heights = heights(of: corners, at: rate)
      #expect(heights.lowerBound - 1e-14 < height && height < heights.upperBound + 1e-14)
    }
  }

  @Test("keep three points of a perfect ranking, and two of equal scores")
  func fewPoints() throws {
    let labels = [true, true, true, false, false]
    let perfect = try ROCCurve(of: [9, 8, 7, 2, 1], labels: labels)
    #expect(perfect.falsePositiveRates == [0, 0, 1])
    #expect(perfect.truePositiveRates == [0, 1, 1])
    #expect(perfect.thresholds == [.infinity, 7, 1])
    #expect(perfect.area == 1)
    let equal = try ROCCurve(of: [4, 4, 4, 4, 4], labels: labels)
    #expect(equal.thresholds == [.infinity, 4])
    #expect(equal.area == 0.5)
    #expect(try rocAUC(of: [1, 2, 3, 8, 9], labels: labels) == 0)
  }

  @Test("take a row for true at its own score and above")
  func thresholds() throws {
    let scores = [0.1, 0.4, 0.4, 0.8, 0.35]
    let labels = [false, true, false, true, true]
    let curve = try ROCCurve(of: scores, labels: labels, dropsCollinearPoints: false)
    for (index, threshold) in curve.thresholds.enumerated() {
      let taken = scores.indices.filter { scores[$0] >= threshold }
      #expect(curve.truePositiveRates[index] == Double(taken.filter { labels[$0] }.count) / 3)
      #expect(curve.falsePositiveRates[index] == Double(taken.filter { !labels[$0] }.count) / 2)
    }
    #expect(curve.thresholds == [.infinity, 0.8, 0.4, 0.35, 0.1])
  }

  @Test("give the share of pairs in the right order, exactly", arguments: 1...40 as ClosedRange<UInt64>)
  func pairs(seed: UInt64) throws {
    var sample = Sample(count: 2 + Int(seed % 12), seed: seed)
    #expect(try rocAUC(of: sample.scores, labels: sample.labels, weights: sample.weights) == sample.share)
    sample.weights = sample.weights.map { _ in 1 }
    #expect(try rocAUC(of: sample.scores, labels: sample.labels) == sample.share)
  }

  @Test("weigh a row as often as its weight says, whatever the unit", arguments: 1...10 as ClosedRange<UInt64>)
  func weights(seed: UInt64) throws {
    let sample = Sample(count: 12, seed: seed)
    let rows = sample.scores.indices.flatMap { Array(repeating: $0, count: Int(sample.weights[$0])) }
    let repeated = try ROCCurve(of: rows.map { sample.scores[$0] }, labels: rows.map { sample.labels[$0] })
    let weighted = try ROCCurve(of: sample.scores, labels: sample.labels, weights: sample.weights)
    #expect(weighted == repeated)
    for unit in [0x1p-1000, 0x1p1000] {
      let scaled = try ROCCurve(of: sample.scores, labels: sample.labels, weights: sample.weights.map { $0 * unit })
      #expect(scaled == repeated)
    }
  }

  @Test("depend on the order of the scores alone", arguments: 1...10 as ClosedRange<UInt64>)
  func transforms(seed: UInt64) throws {
    let sample = Sample(count: 15, seed: seed)
    let area = try rocAUC(of: sample.scores, labels: sample.labels, weights: sample.weights)
    let increasing: [(Double) -> Double] = [{ exp($0) }, { $0 * $0 * $0 - 7 }, { atan($0) }, { 1e300 * $0 }]
    for transform in increasing {
      let scores = sample.scores.map(transform)
      #expect(try rocAUC(of: scores, labels: sample.labels, weights: sample.weights) == area)
    }
  }

  @Test("mirror where scores or labels are turned round", arguments: 1...10 as ClosedRange<UInt64>)
  func mirrored(seed: UInt64) throws {
    let sample = Sample(count: 15, seed: seed)
    let area = try rocAUC(of: sample.scores, labels: sample.labels, weights: sample.weights)
    let turned = try rocAUC(of: sample.scores.map { -$0 }, labels: sample.labels, weights: sample.weights)
    let renamed = try rocAUC(of: sample.scores, labels: sample.labels.map { !$0 }, weights: sample.weights)
    #expect(abs(turned - (1 - area)) < 1e-15)
    #expect(abs(renamed - (1 - area)) < 1e-15)
  }

  @Test("refuse labels that are all the same, and those whose others weigh nothing", arguments: [true, false])
  func oneClass(label: Bool) {
    let error = LearningError.oneClassOnly(label: "\(label)")
    #expect(throws: error) { try rocAUC(of: [1, 2], labels: [label, label]) }
    #expect(throws: error) { try ROCCurve(of: [1, 2], labels: [label, label]) }
    #expect(throws: error) { try rocAUC(of: [1, 2], labels: [label, !label], weights: [2, 0]) }
  }

  @Test("name the row of a score that is not finite", arguments: [.nan, .infinity, -.infinity] as [Double])
  func notFinite(value: Double) throws {
    let error = try #require(throws: LearningError.self) { try rocAUC(of: [1, value], labels: [true, false]) }
    #expect(error.description == "The scores hold \(value) at row 1; every one must be a finite number.")
  }

  @Test("refuse no rows, and lists of other lengths")
  func lengths() {
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "an ROC curve")) {
      try rocAUC(of: [], labels: [])
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 1, rowCount: 2)) {
      try rocAUC(of: [1, 2], labels: [true])
    }
    #expect(throws: LearningError.countMismatch(.weights, count: 3, rowCount: 2)) {
      try ROCCurve(of: [1, 2], labels: [true, false], weights: [1, 1, 1])
    }
  }
}
