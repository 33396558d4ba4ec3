import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("F tests of single columns")
struct UnivariateTestsTests {
  private static let weights = (0..<442).map { Double(1 + $0 % 3) }

  private func expectEqual(_ tests: UnivariateTests, _ reference: FeatureSelectionFixture.Tests) {
    #expect(tests.statistics.count == reference.statistics.count)
    for (column, expected) in reference.statistics.enumerated() {
      #expect(abs(tests.statistics[column] / expected - 1) <= 1e-10, "column \(column): \(tests.statistics[column])")
      // Some p-values are below 1e-100, where the last digits of F are felt.
      let (found, p) = (tests.pValues[column], reference.pValues[column])
      #expect(abs(found - p) <= 1e-8 * p, "column \(column): \(found) where scikit-learn has \(p)")
    }
  }

  @Test("of classes are scikit-learn's, weights as repeated rows")
  func classes() throws {
    let reference = try FeatureSelectionFixture.read()
    let (cancer, iris) = (try Datasets.breastCancer(), try Datasets.iris())
    expectEqual(try .ofClasses(cancer.features, labels: cancer.labels), reference.cancer)
    expectEqual(try .ofClasses(iris.features, labels: iris.labels), reference.iris)
    expectEqual(
      try .ofClasses(iris.features, labels: iris.labels, weights: Array(Self.weights[..<150])),
      reference.weightedIris)
  }

  @Test("of targets are scikit-learn's, weights as repeated rows")
  func targets() throws {
    let reference = try FeatureSelectionFixture.read()
    let diabetes = try Datasets.diabetes()
    expectEqual(try .ofTargets(diabetes.features, targets: diabetes.targets), reference.diabetes)
    expectEqual(
      try .ofTargets(diabetes.features, targets: diabetes.targets, weights: Self.weights), reference.weightedDiabetes)
  }

  @Test("have closed forms for a few rows, whatever the units and the distance from zero", arguments: [
    (1, 0), (1e-200, 0), (1e150, 0), (1, 1e9),
  ])
  func closedForms(unit: Double, offset: Double) throws {
    let x = try Matrix(rows: [[0.0], [2], [2], [4]].map { [$0[0] * unit + offset] })
    let tests = try UnivariateTests.ofClasses(x, labels: ["a", "a", "b", "b"])
    // Means 1 and 3 in units: 4 between the classes on 1 df, 2 + 2 within them on 2.
    #expect(abs(tests.statistics[0] - 2) <= 1e-12)
    // On 1 and 2 df the upper tail is 1 - √(F / (F + 2)).
    #expect(abs(tests.pValues[0] - (1 - 0.5.squareRoot())) <= 1e-12)
    // Of the targets 0, 0, 1, 1 the correlation is √½, and r² (n - 2) / (1 - r²) = 2.
    let line = try UnivariateTests.ofTargets(x, targets: [0, 0, 1, 1])
    #expect(abs(line.statistics[0] - 2) <= 1e-12 && line.denominatorDegreesOfFreedom == 2)
  }

  @Test("say nothing of a constant column, and everything of one without residuals")
  func extremes() throws {
    let x: Matrix = [[0.1, 5, 0], [0.1, 5, 1], [0.1, 7, 0], [0.1, 7, 2]]
    let classes = try UnivariateTests.ofClasses(x, labels: [0, 0, 1, 1])
    #expect(classes.statistics[0] == 0 && classes.pValues[0] == 1 && classes.constantColumns == [0])
    #expect(classes.statistics[1] == .infinity && classes.pValues[1] == 0)
    let targets = try UnivariateTests.ofTargets(x, targets: [1, 1, 2, 2])
    #expect(targets.statistics[1] == .infinity && targets.pValues[1] == 0 && targets.pValues[0] == 1)
    let read = try JSONDecoder().decode(UnivariateTests.self, from: JSONEncoder().encode(targets))
    #expect(read == targets)
  }

  @Test("need residuals, targets that vary and a p-value for each statistic")
  func refusals() throws {
    #expect(throws: LearningError.self) { try UnivariateTests.ofClasses([[0], [1]], labels: [0, 1]) }
    #expect(throws: LearningError.self) { try UnivariateTests.ofTargets([[0], [1]], targets: [0, 1]) }
    let constant = #expect(throws: LearningError.self) {
      try UnivariateTests.ofTargets([[0], [1], [3]], targets: [4, 4, 4])
    }
    #expect(constant.map { "\($0)" }
      == "There is no F test of these columns: every target is the same, so that none can explain them.")
    let tests = try UnivariateTests.ofTargets([[0], [1], [3]], targets: [4, 5, 4])
    let text = String(decoding: try JSONEncoder().encode(tests), as: UTF8.self)
    let spoilt = text.replacing(/"pValues":\[[^\]]*\]/, with: #""pValues":[]"#)
    #expect(spoilt != text)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(UnivariateTests.self, from: Data(spoilt.utf8)) }
  }
}
