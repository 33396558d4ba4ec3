import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("Weights of rows")
struct PCAWeightTests {
  static let counts = (0..<60).map { Double($0 % 4) }

  /// The rows, each as often as its weight says.
  static func repeated(_ x: Matrix) -> Matrix {
    x.selectingRows(counts.indices.flatMap { [Int](repeating: $0, count: Int(counts[$0])) })
  }

  @Test("a row of weight 3 counts as three rows, one of weight 0 as none", arguments: allSolvers)
  func repetition(_ solver: PCA.Solver) throws {
    let x = try Samples.normal(60, 5)
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      for denominator in [Moments.Denominator.unbiased, .maximumLikelihood] {
        let configuration = PCA(components: .count(3), on: matrix, solver: solver, denominator: denominator)
        let weighted = try configuration.fitRepeatably(x, weights: Self.counts)
        let repeated = try configuration.fitRepeatably(Self.repeated(x))
        let largest = repeated.explainedVariance[0]
        #expect(distance(weighted.center, repeated.center) <= 1e-14)
        #expect(distance(weighted.scale, repeated.scale) <= 1e-14)
        #expect(distance(weighted.explainedVariance, repeated.explainedVariance) <= 1e-12 * largest)
        #expect(distance(weighted.explainedVarianceRatio, repeated.explainedVarianceRatio) <= 1e-12)
        #expect(distance(weighted.components, repeated.components) <= 1e-9)
        #expect(distance(weighted.singularValues, repeated.singularValues) <= 1e-11 * repeated.singularValues[0])
        #expect(weighted.divisor == (denominator == .unbiased ? 89 : 90))
      }
    }
  }

  @Test("a row of weight 0 is a row that is not there, to the bit", arguments: allSolvers)
  func zeroWeight(_ solver: PCA.Solver) throws {
    let x = try Samples.normal(40, 4)
    let configuration = PCA(components: .count(2), solver: solver)
    var weights = [Double](repeating: 1, count: 40)
    for row in [0, 17, 39] { weights[row] = 0 }
    let present = (0..<40).filter { weights[$0] > 0 }
    let model = try configuration.fitRepeatably(x, weights: weights)
    let alone = try configuration.fitRepeatably(
      x.selectingRows(present), weights: [Double](repeating: 1, count: present.count))
    #expect(model == alone)
  }

  @Test("shares that sum to 1 give the maximum likelihood estimate", arguments: allSolvers)
  func shares(_ solver: PCA.Solver) throws {
    let x = try Samples.normal(60, 5)
    let configuration = PCA(components: .count(3), solver: solver, denominator: .maximumLikelihood)
    let total = Self.counts.reduce(0, +)
    let shares = try configuration.fitRepeatably(x, weights: Self.counts.map { $0 / total })
    let counts = try configuration.fitRepeatably(x, weights: Self.counts)
    #expect(distance(shares.explainedVariance, counts.explainedVariance) <= 1e-12 * counts.explainedVariance[0])
    #expect(distance(shares.components, counts.components) <= 1e-10)
    #expect(abs(shares.divisor - 1) <= 1e-14)
  }

  @Test("the maximum likelihood denominator is n")
  func denominators() throws {
    let x = try RealData.load("iris")
    let unbiased = try PCA().fit(x)
    let likeliest = try PCA(denominator: .maximumLikelihood).fit(x)
    #expect(unbiased.divisor == 149 && likeliest.divisor == 150)
    #expect(distance(likeliest.explainedVariance.map { $0 * 150 / 149 }, unbiased.explainedVariance) <= 1e-14)
    #expect(distance(likeliest.components, unbiased.components) <= 1e-13)
  }

  @Test("shares cannot have an unbiased variance")
  func sharesWithoutADenominator() throws {
    let x = try Samples.normal(4, 2)
    for weights in [[0.25, 0.25, 0.25, 0.25], [0.1, 0.1, 0.1, 0.1]] {
      let error = #expect(throws: LearningError.self) { try PCA().fit(x, weights: weights) }
      guard case .invalidOption(let name, _, let allowed) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(name == "denominator")
      #expect(allowed.contains(".maximumLikelihood"))
    }
  }

  @Test("weights that are no weights are refused by place")
  func refusals() throws {
    let x = try Samples.normal(3, 2)
    #expect(throws: LearningError.countMismatch(.weights, count: 2, rowCount: 3)) { try PCA().fit(x, weights: [1, 1]) }
    #expect(throws: LearningError.negativeWeight(row: 1, value: -1)) { try PCA().fit(x, weights: [1, -1, 1]) }
    #expect(throws: LearningError.valueNotFinite(.weights, row: 2, value: .infinity)) {
      try PCA().fit(x, weights: [1, 1, .infinity])
    }
    #expect(throws: LearningError.noPositiveWeight) { try PCA().fit(x, weights: [0, 0, 0]) }
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "a variance")) {
      try PCA().fit(x, weights: [0, 5, 0])
    }
  }

  @Test("weights whose sum overflows are refused", arguments: allSolvers)
  func overflowingWeights(_ solver: PCA.Solver) throws {
    let error = #expect(throws: LearningError.self) {
      try PCA(components: .count(1), solver: solver)
        .fitRepeatably(try Samples.normal(3, 2), weights: [1e308, 1e308, 1e308])
    }
    #expect(error?.description.contains("weights") == true)
  }
}
