import Classic
import Learning
import Testing

@Suite("The reliability diagram")
struct ReliabilityTests {
  private let probabilities = [0.1, 0.2, 0.3, 0.3, 0.9, 0.7, 0.7]
  private let labels = [false, true, false, true, true, true, false]

  @Test("is scikit-learn's calibration curve", arguments: try Fixture.metrics().calibrations)
  func peer(expected: Fixture.Metrics.Calibration) throws {
    let diagram = try ReliabilityDiagram(
      of: expected.probabilities, labels: expected.labels, bins: .equalWidth(expected.binCount))
    #expect(diagram.bins.count == expected.shares.count)
    #expect(zip(diagram.bins, expected.shares).allSatisfy { abs($0.observedShare - $1) < 1e-12 })
    #expect(zip(diagram.bins, expected.means).allSatisfy { abs($0.meanProbability - $1) < 1e-12 })
  }

  @Test("has intervals that hold their upper edges")
  func edges() throws {
    let diagram = try ReliabilityDiagram(of: probabilities, labels: labels, bins: .equalWidth(10))
    #expect(diagram.bins.map(\.upper) == [0.1, 0.2, 0.3, 0.7, 0.9])
    #expect(diagram.bins.map(\.lower) == [0, 0.1, 0.2, 0.6, 0.8])
    #expect(diagram.bins.map(\.weight) == [1, 1, 2, 2, 1])
    #expect(diagram.bins.map(\.observedShare) == [0, 1, 0.5, 0.5, 1])
    // 0.1 + 0.8 + 2 · 0.2 + 2 · 0.2 + 0.1 of 7.
    #expect(abs(diagram.expectedCalibrationError - 1.8 / 7) < 1e-15)
    #expect(abs(diagram.maximumCalibrationError - 0.8) < 1e-15)
    let ends = try ReliabilityDiagram(of: [0, 1], labels: [false, true], bins: .equalWidth(3))
    #expect(ends.bins.map(\.lower) == [0, 2.0 / 3])
    #expect(ends.expectedCalibrationError == 0)
  }

  @Test("has bins of about the same weight that split no equal probabilities")
  func mass() throws {
    let diagram = try ReliabilityDiagram(of: probabilities, labels: labels, bins: .equalMass(3))
    // Shares of 1/14, 3/14, 6/14, 10/14 and 13/14.
    #expect(diagram.bins.map(\.weight) == [2, 2, 3])
    #expect(diagram.bins.map(\.lower) == [0.1, 0.3, 0.7])
    #expect(diagram.bins.map(\.upper) == [0.2, 0.3, 0.9])
  }

  @Test("parts the Brier score exactly where a bin has one probability", arguments: 1...20 as ClosedRange<UInt64>)
  func brier(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let p = (0..<30).map { _ in Double(Int.random(in: 0...8, using: &generator)) / 8 }
    let y = p.map { Double.random(in: 0...1, using: &generator) < $0 }
    let w = p.map { _ in Double(Int.random(in: 0...3, using: &generator)) + 0.25 }
    let diagram = try ReliabilityDiagram(of: p, labels: y, weights: w, bins: .distinctValues)
    let score = diagram.reliability - diagram.resolution + diagram.uncertainty
    #expect(abs(score - (try brierScore(of: p, labels: y, weights: w))) < 1e-14)
  }

  @Test("counts a row as often as its weight says, whatever the unit", arguments: [1, 0x1p-1000, 0x1p1000])
  func weights(unit: Double) throws {
    let repeated = try ReliabilityDiagram(of: [0.25, 0.25, 0.5], labels: [true, true, false])
    let weighted = try ReliabilityDiagram(
      of: [0.25, 0.5, 0.75], labels: [true, false, true], weights: [2, 1, 0].map { $0 * unit })
    #expect(weighted.bins.map(\.observedShare) == repeated.bins.map(\.observedShare))
    #expect(abs(weighted.expectedCalibrationError - repeated.expectedCalibrationError) < 1e-15)
    #expect(abs(weighted.resolution - repeated.resolution) < 1e-15)
  }

  @Test("refuses no bins and what is no probability")
  func errors() {
    for bins in [ReliabilityBins.equalWidth(0), .equalMass(-1)] {
      #expect(throws: LearningError.self) { try ReliabilityDiagram(of: [0.5], labels: [true], bins: bins) }
    }
    #expect(throws: LearningError.notProbability(row: 1, column: nil, value: 2)) {
      try ReliabilityDiagram(of: [0.5, 2], labels: [true, false])
    }
  }
}
