import Classic
import Learning
import LinearAlgebra

/// What a penalty chooses when the sample is drawn again.
struct Stability {
  /// One row a resample: which features have a coefficient.
  let selections: [[Bool]]
  /// Of the original sample, one row a resample.
  let logOdds: [[Double]]

  init(
    _ penalty: CoefficientPenalty, _ sample: BinarySample, resamples: Int,
    using generator: inout some RandomNumberGenerator
  ) throws {
    var selections: [[Bool]] = []
    var logOdds: [[Double]] = []
    for _ in 0..<resamples {
      let model = try LogisticRegression(penalty: penalty, tolerance: 1e-6).fit(sample.resampled(using: &generator))
      selections.append(model.weights.map { $0 != 0 })
      logOdds.append(try model.logOdds(for: sample))
    }
    (self.selections, self.logOdds) = (selections, logOdds)
  }

  /// How often a feature is chosen.
  func frequency(of feature: Int) -> Double {
    Double(selections.count { $0[feature] }) / Double(selections.count)
  }

  /// How often exactly one of some features is chosen.
  func shareWithOneOf(_ features: [Int]) -> Double {
    Double(selections.count { chosen in features.count { chosen[$0] } == 1 }) / Double(selections.count)
  }

  var meanCount: Double { mean(selections.map { Double($0.count { $0 }) }) }

  /// The number of features that two resamples both choose over the number that one of them does, on average: 1 where
  /// the choice is always the same.
  var agreement: Double {
    mean(
      pairs(of: selections).map { a, b in
        let both = zip(a, b).count { $0 && $1 }
        let either = zip(a, b).count { $0 || $1 }
        return Double(both) / Double(either)
      })
  }

  /// The correlation of the log-odds that two resamples' models give, on average.
  var predictionAgreement: Double {
    let centred = logOdds.map { row in row.map { $0 - mean(row) } }
    return mean(pairs(of: centred).map(cosine))
  }

  private func pairs<Element>(of rows: [Element]) -> [(Element, Element)] {
    rows.indices.flatMap { i in rows[..<i].map { ($0, rows[i]) } }
  }
}
