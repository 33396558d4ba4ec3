import Learning
import LinearAlgebra

extension FlawedRegressor {
  struct Model: Regressor, Codable {
    private let base: MeanRegressor.Model
    private let flaw: RegressorFlaw
    var shift = 0.0
    /// A number that no prediction depends on.
    var unused = 0.0
    /// Where the model forgets a part when it is written: a property without a key.
    private var forgotten = 0.0

    private enum CodingKeys: String, CodingKey { case base, flaw, shift, unused }

    init(_ base: MeanRegressor.Model, flaw: RegressorFlaw) {
      self.base = base
      self.flaw = flaw
      if flaw == .forgetsWhenWritten { forgotten = 1 }
    }

    var featureCount: Int { base.featureCount + (flaw == .miscountsFeatures ? 1 : 0) }

    var report: FitReport {
      var report = base.report
      if flaw == .countsNoIterations { report.iterations = 0 }
      if flaw == .neverPolls { report.iterations = 5 }
      return report
    }

    func predict(_ x: Matrix) throws(LearningError) -> [Double] {
      var predictions = try basePredictions(x).map { $0 + shift + forgotten }
      switch flaw {
      case .looksAtTheWholeBatch: predictions = predictions.map { $0 + Double(x.rowCount) }
      case .looksAtThePosition: predictions = predictions.indices.map { predictions[$0] + Double($0 % 7) }
      case .losesTheLastRow where x.rowCount > 1: predictions.removeLast()
      case .givesNaN where !predictions.isEmpty: predictions[0] = .nan
      case .givesARowForNone where predictions.isEmpty: predictions = [0]
      case .failsOnHugeSamples where x.maximumMagnitude > 1e100: predictions[0] = .infinity
      case .overwritesSamples:
        x.withUnsafeBufferPointer { elements in
          guard let first = elements.baseAddress else { return }
          UnsafeMutablePointer(mutating: first).pointee = 0
        }
      default: break
      }
      return predictions
    }

    private func basePredictions(_ x: Matrix) throws(LearningError) -> [Double] {
      do {
        return try base.predict(x)
      } catch {
        switch (flaw, error) {
        case (.predictsFromNaN, .notFinite), (.takesAnyColumns, .featureCountMismatch):
          return [Double](repeating: base.mean, count: x.rowCount)
        case (.namesTheNextRow, .notFinite(let row, let column, let value)):
          throw .notFinite(row: row + 1, column: column, value: value)
        default:
          throw error
        }
      }
    }
  }
}
