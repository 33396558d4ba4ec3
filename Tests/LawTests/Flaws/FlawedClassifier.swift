import Classic
import Learning
import LinearAlgebra
import TestSupport

/// The nearest centroid, with one thing done wrong.
struct FlawedClassifier: DeterministicClassifierEstimator {
  enum Flaw: String, CaseIterable, Codable, Sendable {
    case sumsToMore, goesBelowZero, hasOneColumnMore, hasOneColumnLess, losesTheLastRow, predictsTheLeastProbable
    case favoursTheFirstClass, learnsNothing, predictsFromNaN, namesRowsOfTheClass

    /// The law that is broken so.
    var breaks: Law {
      switch self {
      case .sumsToMore, .goesBelowZero, .hasOneColumnMore, .hasOneColumnLess: .probabilitiesAreDistributions
      case .losesTheLastRow: .resultsHaveTheirShape
      case .predictsTheLeastProbable: .predictionIsTheMostProbable
      case .favoursTheFirstClass: .labelOrderDoesNotMatter
      case .learnsNothing: .blobsAreLearned
      case .predictsFromNaN, .namesRowsOfTheClass: .featuresNotFiniteAreRefused
      }
    }
  }

  let flaw: Flaw
  var traits: EstimatorTraits = .deterministic

  struct Core: ClassifierCore {
    let base: NearestCentroid.Core
    let flaw: Flaw

    var classCount: Int { base.classCount }
    var featureCount: Int { base.featureCount }
    var report: FitReport { base.report }

    func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      let right = try base.probabilities(for: x)
      switch flaw {
      case .sumsToMore: return right * (1 + 1e-10)
      case .goesBelowZero: return right.map { $0 * 1.2 - 0.2 / Double(classCount) }
      case .hasOneColumnMore: return right.selectingColumns(Array(0..<classCount) + [0])
      case .hasOneColumnLess: return right.selectingColumns(0..<classCount - 1)
      case .losesTheLastRow: return right.selectingRows(0..<max(0, x.rowCount - 1))
      case .learnsNothing: return right.map { _ in 1 / Double(classCount) }
      case .favoursTheFirstClass: return tilted(right)
      case .predictsTheLeastProbable, .predictsFromNaN, .namesRowsOfTheClass: return right
      }
    }

    private func tilted(_ probabilities: Matrix) -> Matrix {
      var tilted = probabilities * 0.9
      for i in 0..<tilted.rowCount { tilted[i, 0] += 0.1 }
      return tilted
    }

    func predictIndices(for x: Matrix) throws(LearningError) -> [Int] {
      switch flaw {
      case .predictsTheLeastProbable:
        return try probabilities(for: x).rows.map { row in row.indices.min { row[$0] < row[$1] } ?? 0 }
      case .predictsFromNaN:
        return try probabilities(for: x.map { $0.isFinite ? $0 : 0 }).columnsOfMaxima
      default:
        return try probabilities(for: x).columnsOfMaxima.map { min($0, classCount - 1) }
      }
    }
  }

  func fit(_ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?) throws(LearningError) -> Core {
    if flaw == .namesRowsOfTheClass {
      for k in 0..<classCount {
        let rows = classIndices.indices.filter { classIndices[$0] == k }
        try LearningError.wrapping { () throws(LinearAlgebraError) in try x.selectingRows(rows).requireFinite() }
      }
    }
    let base = try NearestCentroid().fit(x, classIndices: classIndices, classCount: classCount, weights: weights)
    return Core(base: base, flaw: flaw)
  }
}
