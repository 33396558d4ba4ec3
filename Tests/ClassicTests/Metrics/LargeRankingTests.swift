import Classic
import Learning
import LinearAlgebra
import Testing

/// Rankings of so many rows that they are sorted in several parts.
@Suite("Rankings of many rows")
struct LargeRankingTests {
  @Test("have the area that a sum of ranks gives, exactly", arguments: [1, 1000, 1_000_000])
  func ranks(values: Int) throws {
    var generator = SeededGenerator(seed: UInt64(values))
    let scores = (0..<60_000).map { _ in Double(Int.random(in: -values...values, using: &generator)) / 8 }
    let labels = scores.map { _ in Bool.random(using: &generator) }
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var (first, doubledSum) = (0, 0)
    while first < order.count {
      var last = first
      while last + 1 < order.count, scores[order[last + 1]] == scores[order[first]] { last += 1 }
      // The midrank, twice, counted from 1.
      for place in first...last where labels[order[place]] { doubledSum += first + last + 2 }
      first = last + 1
    }
    let trues = labels.count { $0 }
    let falses = labels.count - trues
    let area = Double(doubledSum - trues * (trues + 1)) / 2 / Double(trues * falses)
    #expect(try rocAUC(of: scores, labels: labels) == area)
    #expect(try rocAUC(of: scores, labels: labels, weights: labels.map { _ in 1 }) == area)
    let curve = try ROCCurve(of: scores, labels: labels, dropsCollinearPoints: false)
    #expect(curve.thresholds.dropFirst() == ArraySlice(Set(scores).sorted(by: >)))
  }

  @Test("tell numbers apart that differ in their last bits only")
  func lastBits() throws {
    var generator = SeededGenerator(seed: 5)
    let steps = (0..<60_000).map { _ in Int.random(in: 0..<1_000_000, using: &generator) }
    let labels = steps.map { _ in Bool.random(using: &generator) }
    let neighbours: [Double] = steps.map { 1 + Double($0) * Double.ulpOfOne }
    let near = try ROCCurve(of: neighbours, labels: labels, dropsCollinearPoints: false)
    let far = try ROCCurve(of: steps.map(Double.init), labels: labels, dropsCollinearPoints: false)
    let distinct = Set(steps).sorted(by: >)
    let expected: [Double] = distinct.map { 1 + Double($0) * Double.ulpOfOne }
    #expect(Array(near.thresholds.dropFirst()) == expected)
    #expect(near.truePositiveRates == far.truePositiveRates)
    #expect(near.area == far.area)
  }

  @Test("of scores far apart and close together, and of weights, are those of their order")
  func spread() throws {
    // Half of the rows within 1e-12 of 1, a quarter over many orders of magnitude, a few as far out as numbers go.
    var generator = SeededGenerator(seed: 6)
    var scores = (0..<50_000).map { row in
      switch row % 4 {
      case 0, 1: 1 + Double(Int.random(in: 0..<4000, using: &generator)) * Double.ulpOfOne
      case 2: Double(sign: .plus, exponent: Int.random(in: -300...300, using: &generator), significand: 1)
      default: Double.random(in: -1...1, using: &generator)
      }
    }
    scores[7] = .greatestFiniteMagnitude
    scores[8] = -.greatestFiniteMagnitude
    let labels = scores.map { _ in Bool.random(using: &generator) }
    let weights = scores.map { _ in Double(Int.random(in: 0...3, using: &generator)) }
    let places = Dictionary(
      uniqueKeysWithValues: Set(scores).sorted().enumerated().map { ($0.element, Double($0.offset)) })
    let ranks = scores.map { places[$0] ?? .nan }
    for weights in [nil, weights] {
      let curve = try ROCCurve(of: scores, labels: labels, weights: weights, dropsCollinearPoints: false)
      let ranked = try ROCCurve(of: ranks, labels: labels, weights: weights, dropsCollinearPoints: false)
      #expect(curve.truePositiveRates == ranked.truePositiveRates)
      #expect(curve.falsePositiveRates == ranked.falsePositiveRates)
      #expect(abs(curve.area - ranked.area) < 1e-14)
      let single = try ThreadBudget.reproducible.limited(to: 1).run {
        try averagePrecision(of: scores, labels: labels, weights: weights)
      }
      #expect(try averagePrecision(of: scores, labels: labels, weights: weights) == single)
      #expect(abs(try averagePrecision(of: ranks, labels: labels, weights: weights) - single) < 1e-13)
    }
    let trapezoids = try ROCCurve(of: scores, labels: labels, dropsCollinearPoints: false)
    let (x, y) = (trapezoids.falsePositiveRates, trapezoids.truePositiveRates)
    let area = x.indices.dropFirst().reduce(0) { $0 + (x[$1] - x[$1 - 1]) * (y[$1] + y[$1 - 1]) / 2 }
    #expect(abs(area - (try rocAUC(of: scores, labels: labels))) < 1e-12)
    #expect(trapezoids.thresholds.dropFirst().elementsEqual(Set(scores).sorted(by: >)))
  }

  @Test("take zeros of both signs, and the largest and the smallest numbers, in their order")
  func extremes() throws {
    let scores = [
      Double.greatestFiniteMagnitude, 1, .leastNonzeroMagnitude, 0, -0.0, -.leastNonzeroMagnitude, -1,
      -.greatestFiniteMagnitude,
    ]
    let labels = scores.indices.map { $0.isMultiple(of: 2) }
    let curve = try ROCCurve(of: scores.reversed(), labels: labels.reversed(), dropsCollinearPoints: false)
    #expect(curve.thresholds == [.infinity] + scores.filter { $0.sign == .minus || $0 != 0 }.map { $0 + 0 })
  }
}
