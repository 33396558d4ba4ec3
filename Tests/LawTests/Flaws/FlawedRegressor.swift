import Learning
import LinearAlgebra
import TestSupport

/// The mean of the targets, with one thing done wrong.
struct FlawedRegressor: RegressorEstimator {
  let flaw: RegressorFlaw
  var shrinkage = 0.0
  var traits: EstimatorTraits = .deterministic

  func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    switch flaw {
    case .needsAGenerator where generator is SystemRandomNumberGenerator:
      throw .invalidOption(name: "generator", value: "the system's", allowed: "a seeded one")
    case .overwritesFeatures:
      x.withUnsafeBufferPointer { elements in
        guard let base = elements.baseAddress else { return }
        UnsafeMutablePointer(mutating: base).pointee = 0
      }
    case .overwritesWeights:
      weights?.withUnsafeBufferPointer { elements in
        guard let base = elements.baseAddress else { return }
        UnsafeMutablePointer(mutating: base).pointee = 7
      }
    case .reportsAnotherError:
      guard x.maximumMagnitude.isFinite else { throw .empty(rowCount: x.rowCount, columnCount: x.columnCount) }
    default:
      break
    }
    var model = try baseModel(x, targets: targets, weights: weights)
    if flaw == .hidesAnInfinity, x.maximumMagnitude > 1e100 { model.unused = .infinity }
    model.shift = shift(x, targets: targets, weights: weights, using: &generator)
    return model
  }

  /// The right model, or a model where there should be an error.
  private func baseModel(_ x: Matrix, targets: [Double], weights: [Double]?) throws(LearningError) -> Model {
    do {
      return Model(try MeanRegressor(shrinkage: shrinkage).fit(x, targets: targets, weights: weights), flaw: flaw)
    } catch {
      guard let mended = flaw.mended(error) else { throw error }
      return Model(MeanRegressor.Model(featureCount: x.columnCount, mean: mended), flaw: flaw)
    }
  }

  /// What the flaw adds to every prediction.
  private func shift(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) -> Double {
    switch flaw {
    case .failsOnOneRow: x.rowCount == 1 ? .nan : 0
    case .failsOnOneColumn: x.columnCount == 1 ? .nan : 0
    case .overflows: x.maximumMagnitude > 1e100 ? .nan : 0
    case .drawsForItself: Double.random(in: 0..<1)
    case .drawsUndeclared: Double(generator.next() >> 40)
    case .drawsInVain: Double(generator.next() & 0)
    case .dividesByTheSpread: hasConstantColumn(x) ? .nan : 0
    case .invertsTheCovariance: hasEqualColumns(x) ? .nan : 0
    case .startsAtTheFirstRow: targets.first ?? 0
    case .countsRows: 1 / Double(x.rowCount)
    case .countsRowsOfWeightZero: weights.map { Double($0.count { $0 == 0 }) } ?? 0
    case .treatsWeightsApart: weights == nil ? 0 : 1e-9
    case .asksForTheThreads: Double(ThreadBudget.current.threadCount)
    default: 0
    }
  }

  private func hasConstantColumn(_ x: Matrix) -> Bool {
    x.columns.contains { $0.allSatisfy { [first = $0[0]] in $0 == first } }
  }

  private func hasEqualColumns(_ x: Matrix) -> Bool {
    Set(x.columns.map(Array.init)).count < x.columnCount
  }
}
