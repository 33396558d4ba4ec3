import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("Pearson's test of counts")
struct ChiSquaredTestTests {
  /// Mendel's peas of 1866, which he expected as 9 : 3 : 3 : 1.
  private let peas = [315.0, 108, 101, 32]
  private let ratios = [9.0, 3, 3, 1].map { $0 / 16 }
  private let reference: [String: [Double]]

  init() throws { reference = try ReferenceOfTests.read().chiSquared }

  private func expect(_ test: HypothesisTest, _ name: String, on freedom: Double) throws {
    let expected = try #require(reference[name])
    #expect(agrees(test.statistic, expected[0], within: 1e-12))
    #expect(agrees(test.pValue, expected[1], within: 1e-11))
    #expect(test.degreesOfFreedom == freedom)
  }

  @Test("agrees with SciPy on Mendel's peas, fitted parameters or not")
  func fit() throws {
    try expect(ChiSquaredTest.goodnessOfFit(counts: peas, probabilities: ratios), "peas", on: 3)
    let expected = ratios.map { 556 * $0 }
    try expect(ChiSquaredTest.goodnessOfFit(counts: peas, expected: expected), "peas", on: 3)
    try expect(
      ChiSquaredTest.goodnessOfFit(counts: peas, expected: expected, fittedParameters: 1), "peasFitted", on: 2)
  }

  @Test("agrees with SciPy on tables, Yates's correction or not")
  func tables() throws {
    let aspirin: Matrix = [[189, 10845], [104, 10933]]
    try expect(ChiSquaredTest.independence(of: aspirin), "aspirin", on: 1)
    let corrected = try ChiSquaredTest.independence(of: aspirin, continuityCorrection: true)
    try expect(corrected, "aspirinCorrected", on: 1)
    #expect(corrected.name == "chi-squared, with continuity correction")
    let parties: Matrix = [[762, 327, 468], [484, 239, 477]]
    try expect(ChiSquaredTest.independence(of: parties, continuityCorrection: true), "parties", on: 2)
    #expect(try ChiSquaredTest.independence(of: [[1, 2], [2, 4]], continuityCorrection: true).pValue == 1)
  }

  @Test("pools cells from the first on, and what is left with the last")
  func pooling() throws {
    let pooled = try ChiSquaredTest.goodnessOfFit(
      counts: [1, 4, 9, 2, 3, 1], expected: [2, 4, 8, 1, 4, 1], poolingBelow: 5)
    // 1 + 4 against 2 + 4; 9 against 8; 2 + 3 + 1 against 1 + 4 + 1.
    #expect(abs(pooled.statistic - (1 / 6.0 + 1 / 8.0)) < 1e-15)
    #expect(pooled.degreesOfFreedom == 2)
    let same = try ChiSquaredTest.goodnessOfFit(counts: peas, probabilities: ratios, poolingBelow: 5)
    #expect(try same == ChiSquaredTest.goodnessOfFit(counts: peas, probabilities: ratios))
    #expect(throws: LearningError.self) {
      try ChiSquaredTest.goodnessOfFit(counts: [1, 2], expected: [2, 1], poolingBelow: 5)
    }
  }

  @Test("refuses what are no counts, and says where")
  func refusals() {
    #expect(
      throws: LearningError.invalidOption(name: "counts", value: "-1.0 in cell 1", allowed: "zero or positive")
    ) { try ChiSquaredTest.goodnessOfFit(counts: [1, -1], probabilities: [0.5, 0.5]) }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 0, value: .infinity)) {
      try ChiSquaredTest.goodnessOfFit(counts: [.infinity, 1], probabilities: [0.5, 0.5])
    }
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "a chi-squared test")) {
      try ChiSquaredTest.goodnessOfFit(counts: [1], probabilities: [1])
    }
    #expect(throws: LearningError.invalidOption(name: "probabilities", value: "of sum 1.1", allowed: "of sum 1")) {
      try ChiSquaredTest.goodnessOfFit(counts: [1, 2], probabilities: [0.5, 0.6])
    }
    for expected in [[1.0, 2, 3], [0, 3], [1, .nan], [2, 2]] {
      #expect(throws: LearningError.self) { try ChiSquaredTest.goodnessOfFit(counts: [1, 2], expected: expected) }
    }
    #expect(
      throws: LearningError.invalidOption(name: "fittedParameters", value: "3", allowed: "from 0 to 2 for 4 cells")
    ) { try ChiSquaredTest.goodnessOfFit(counts: peas, probabilities: ratios, fittedParameters: 3) }
    #expect(throws: LearningError.self) { try ChiSquaredTest.goodnessOfFit(counts: [0, 0], expected: [1, 1]) }
    #expect(throws: LearningError.self) { try ChiSquaredTest.independence(of: [[1, 2]]) }
    #expect(
      throws: LearningError.invalidOption(
        name: "table", value: "zero everywhere in column 1", allowed: "above zero somewhere in each column")
    ) { try ChiSquaredTest.independence(of: [[1, 0], [2, 0]]) }
  }
}
