import Decomposition
import Learning
import LinearAlgebra
import Testing

/// Reference values: Tests/Fixtures/pca/make_rules.py, scikit-learn 1.9.1 and NumPy 2.4.6.
@Suite("The rules for the number of components")
struct ComponentSelectionTests {
  // MARK: Rules by hand

  @Test("the pieces of a broken stick of five, by hand")
  func brokenStick() {
    let spectrum = VarianceSpectrum(variances: [0.50, 0.30, 0.10, 0.05, 0.05])
    // b₅ = 1/25, b₄ = (1/5 + 1/4)/5, …, b₁ = (1 + 1/2 + 1/3 + 1/4 + 1/5)/5
    let expected = [137.0 / 300, 77.0 / 300, 47.0 / 300, 9.0 / 100, 1.0 / 25]
    #expect(distance(spectrum.brokenStickShares, expected) <= 1e-16)
    #expect(spectrum.countAboveBrokenStick == 2)
    #expect(VarianceSpectrum(variances: [1, 1, 1]).countAboveBrokenStick == 0)
  }

  @Test("the bend of a scree plot", arguments: [
    ([10, 1, 0.9, 0.8, 0.7], 1), ([10, 9, 8, 1, 0.9, 0.8], 3), ([5, 4, 3, 2, 1], nil), ([3, 1], nil),
    // Where the plot bends upwards there is no point below the line.
    ([5, 5, 5, 0], nil),
  ] as [([Double], Int?)])
  func elbow(_ variances: [Double], _ expected: Int?) {
    #expect(VarianceSpectrum(variances: variances).countBeforeElbow == expected)
  }

  @Test("what is left behind k components", arguments: [(0.0, 4), (0.99, 4), (1.0, 3), (2.99, 3), (3.0, 2), (100, 0)])
  func remainder(_ remainder: Double, _ expected: Int) {
    #expect(VarianceSpectrum(variances: [4, 3, 2, 1]).count(leavingAtMost: remainder) == expected)
  }

  @Test("a reconstruction error that was asked for is kept, and one component fewer would not keep it")
  func reconstructionError() throws {
    let x = try RealData.load("wine")
    for target in [1.0, 10, 100] {
      let model = try PCA(components: .reconstructionError(target)).fit(x)
      #expect(try model.reconstructionError(of: x) <= target)
      if model.componentCount > 1 {
        let fewer = try PCA(components: .count(model.componentCount - 1)).fit(x)
        #expect(try fewer.reconstructionError(of: x) > target)
      }
    }
  }

  // MARK: Minka

  @Test("Minka's evidence is scikit-learn's", arguments: [
    ("iris", 3, [364.0337315111602, 420.93537684725374, 440.41848362628906]),
    ("wine", 12, [-4048.948545382577, -2055.659723455799, -1629.368300116881, -1092.3893800328567]),
    ("breast_cancer", 29, [-50350.15809048147, -33307.660379349196, -18668.466930659957, -13990.522324637373]),
  ])
  func minka(_ name: String, _ count: Int, _ evidence: [Double]) throws {
    let x = try RealData.load(name)
    let model = try PCA(components: .minka).fit(x)
    #expect(model.componentCount == count)
    let ours = MinkaEvidence(eigenvalues: model.eigenvalues, sampleCount: Double(x.rowCount))
    for (k, expected) in evidence.enumerated() {
      #expect(abs(ours.logEvidence(for: k + 1) - expected) <= 1e-9 * abs(expected))
    }
  }

  // MARK: Parallel analysis

  @Test("the thresholds are those of a plain simulation of rows", arguments: [
    (178, 13, [1.5900, 1.4347, 1.3267, 1.2387, 1.1636, 1.0928, 1.0281, 0.9682, 0.9087, 0.8511, 0.7913, 0.7303, 0.6637]),
    (10, 4, [2.2560, 1.4341, 0.9667, 0.5819]),
  ])
  func parallelAnalysis(_ rowCount: Int, _ columnCount: Int, _ expected: [Double]) throws {
    #if DEBUG
      let (repetitions, tolerance) = (2000, 0.03)
    #else
      let (repetitions, tolerance) = (20_000, 0.01)
    #endif
    var generator = SeededGenerator(seed: 65)
    let thresholds = try ParallelAnalysis(repetitions: repetitions)
      .thresholds(rowCount: rowCount, columnCount: columnCount, using: &generator)
    #expect(distance(thresholds, expected) <= tolerance)
  }

  @Test("fewer rows than columns are simulated row by row, and add up to the number of columns")
  func parallelAnalysisOfFewRows() throws {
    var generator = SeededGenerator(seed: 66)
    let thresholds = try ParallelAnalysis(repetitions: 1, quantile: 0.5)
      .thresholds(rowCount: 5, columnCount: 9, using: &generator)
    // One repetition: its own eigenvalues, of a correlation matrix of trace 9 and rank 4.
    #expect(abs(thresholds.reduce(0, +) - 9) <= 1e-12)
    #expect(thresholds[3] > 0.1 && thresholds[4] < 1e-12)
  }

  @Test("the same seed gives the same thresholds on one thread and on two")
  func parallelAnalysisRepeats() throws {
    let draws = try [1, 2].map { threads in
      try ThreadBudget.reproducible.limited(to: threads).run {
        var generator = SeededGenerator(seed: 3)
        return try ParallelAnalysis(repetitions: 20).thresholds(rowCount: 50, columnCount: 6, using: &generator)
      }
    }
    #expect(draws[0] == draws[1])
  }

  @Test("options outside their range are refused with what is allowed")
  func options() throws {
    let x = try Samples.normal(30, 4)
    for (rule, words) in [
      (PCA.ComponentCount.parallelAnalysis(ParallelAnalysis(repetitions: 0)), "at least 1"),
      (.parallelAnalysis(ParallelAnalysis(quantile: 1)), "between 0 and 1"),
      (.reconstructionError(-1), "0 or more"), (.reconstructionError(.infinity), "0 or more"),
    ] {
      let error = #expect(throws: LearningError.self) { try PCA(components: rule, on: .correlation).fit(x) }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
      #expect(throws: LearningError.self) { try PCA().fit(x).componentSelection([rule]) }
    }
  }

  // MARK: Side by side

  @Test("a fit with a rule keeps what the selection says of it, and one that does not apply is refused")
  func fitAgreesWithSelection() throws {
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      let x = try RealData.load("wine")
      var generator = SeededGenerator(seed: 12)
      let selection = try PCA(on: matrix).fit(x).componentSelection(using: &generator)
      #expect(selection.answers.count == PCA.Model.selectionRules.count)
      for answer in selection.answers {
        var generator = SeededGenerator(seed: 12)
        let configuration = PCA(components: answer.rule, on: matrix)
        if answer.applies {
          #expect(try configuration.fit(x, using: &generator).componentCount == answer.count)
        } else {
          #expect(throws: LearningError.self) { try configuration.fit(x, using: &generator) }
        }
      }
    }
  }

  @Test("wine on the correlation matrix: every rule's answer, and why Minka's does not apply")
  func wine() throws {
    var generator = SeededGenerator(seed: 12)
    let selection = try PCA(on: .correlation).fit(RealData.load("wine"))
      .componentSelection(using: &generator)
    #expect(
      selection.description == """
        .variance(0.8)      5
        .variance(0.9)      8
        .variance(0.95)    10
        .kaiser             3
        .elbow              3
        .brokenStick        2
        .parallelAnalysis   3
        .minka             12  does not apply: standardising gives columns unequal noise; use it on the covariance matrix
        """)
    #expect(selection[.kaiser]?.count == 3)
    #expect(selection[.count(2)] == nil)
  }

  @Test("rules that need every eigenvalue do not apply to the randomized solver's few")
  func fewEigenvalues() throws {
    let model = try PCA(components: .count(2), solver: .randomized()).fitRepeatably(Samples.normal(60, 8))
    for rule in [PCA.ComponentCount.all, .elbow, .brokenStick, .minka, .variance(0.999)] {
      let answer = try #require(try model.componentSelection([rule])[rule])
      #expect(!answer.applies)
    }
    #expect(try model.componentSelection([.variance(0.1)])[.variance(0.1)]?.applies == true)
  }

  @Test("a column that is constant is no piece of the stick, and leaves Minka no noise")
  func constantColumn() throws {
    let x = try Samples.normal(80, 5)
    let withConstant = x.appendingColumns(Matrix(repeating: 3, rowCount: 80, columnCount: 1))
    let (model, padded) = (try PCA().fit(x), try PCA().fit(withConstant))
    for rule in [PCA.ComponentCount.brokenStick, .elbow] {
      #expect(try model.componentSelection([rule])[rule] == padded.componentSelection([rule])[rule])
    }
    #expect(try padded.componentSelection([.minka])[.minka]?.applies == false)
  }

  // MARK: Known rank

  /// Three directions of variance 9, 4 and 1 among 20 columns, and noise in all. Minka's evidence and the elbow find
  /// them; the broken stick misses the one whose share is small; a share of the variance finds them only while noise
  /// has none of it.
  @Test("rules on data of known rank", arguments: [
    (0.1, [.minka: 3, .elbow: 3, .brokenStick: 2, .variance(0.95): 3]),
    (0.5, [.minka: 3, .elbow: 3, .brokenStick: 2]),
    (1.0, [.minka: 3, .elbow: 3, .brokenStick: 2]),
  ] as [(Double, [PCA.ComponentCount: Int])])
  func knownRank(_ noise: Double, _ expected: [PCA.ComponentCount: Int]) throws {
    let model = try PCA().fit(spiked(noise: noise))
    for (rule, count) in expected {
      #expect(try model.componentSelection([rule])[rule]?.count == count, "\(rule) at noise \(noise)")
    }
    if noise > 0.1 { #expect(model.explained.count(reaching: 0.95) > 10) }
  }

  @Test("parallel analysis finds factors that every column shares, and none in noise")
  func parallelAnalysisOfKnownRank() throws {
    var generator = SeededGenerator(seed: 8)
    let factors = Matrix.standardNormal(rowCount: 300, columnCount: 3, using: &generator)
    let weights = Matrix.standardNormal(rowCount: 3, columnCount: 12, using: &generator)
    let noise = Matrix.standardNormal(rowCount: 300, columnCount: 12, using: &generator)
    let configuration = PCA(components: .parallelAnalysis(), on: .correlation)
    let found = try configuration.fit(factors.multiplied(by: weights) + noise, using: &generator)
    #expect(found.componentCount == 3)
    let error = #expect(throws: LearningError.self) {
      // A quantile that chance exceeds in none of a thousand draws leaves nothing of pure noise.
      let strict = ParallelAnalysis(repetitions: 200, quantile: 0.999)
      return try PCA(components: .parallelAnalysis(strict), on: .correlation).fit(noise, using: &generator)
    }
    #expect(error?.description.contains("no component stands out from chance") == true)
  }

  private func spiked(noise: Double) throws -> Matrix {
    let variances = [9.0, 4, 1]
    return try Samples.normal(400, 20, seed: 5) { j in
      ((j < 3 ? variances[j] : 0) + noise * noise).squareRoot()
    }
  }
}
