import Learning

/// Scores from the highest to the lowest, with what is true and what is false at each.
struct RankedScores {
  /// The rows of one score.
  struct Tie {
    let score: Double
    /// The weight of the rows whose label is true, in the unit of all ``RankedScores/positives``.
    var positives = 0.0
    /// The weight of the rows whose label is false, in the unit of all ``RankedScores/negatives``.
    var negatives = 0.0
  }

  /// One for each different score of a row that counts.
  private(set) var ties: [Tie] = []
  /// The weight of all rows whose label is true, from 1 to 2: its unit is a power of two, so that no product overflows
  /// and nothing is rounded.
  private(set) var positives = 0.0
  /// The weight of all rows whose label is false, from 1 to 2, in a unit of its own.
  private(set) var negatives = 0.0

  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite` for a score, `.oneClassOnly`, what is
  ///   wrong with the weights.
  /// - Complexity: O(n log n).
  init(_ scores: [Double], labels: [Bool], weights: [Double]?) throws(LearningError) {
    let rows = try JudgedRows("an ROC curve", scores: scores, labels: labels, weights: weights)
    var counted: [(score: Double, isTrue: Bool, weight: Double)] = []
    counted.reserveCapacity(scores.count)
    for row in 0..<rows.count where rows.weight(row) > 0 {
      counted.append((scores[row], labels[row], rows.weight(row)))
    }
    counted.sort { $0.score > $1.score }
    for row in counted {
      if ties.last?.score != row.score { ties.append(Tie(score: row.score)) }
      if row.isTrue {
        ties[ties.count - 1].positives += row.weight
      } else {
        ties[ties.count - 1].negatives += row.weight
      }
    }
    // Tie by tie, as a curve adds them up, so that it ends at exactly (1, 1).
    for tie in ties {
      positives += tie.positives
      negatives += tie.negatives
    }
    guard positives > 0, negatives > 0 else { throw .oneClassOnly(label: "\(positives > 0)") }
    scale()
  }

  private mutating func scale() {
    let (positiveUnit, negativeUnit) = (positives.binade, negatives.binade)
    for index in ties.indices {
      ties[index].positives /= positiveUnit
      ties[index].negatives /= negativeUnit
    }
    positives /= positiveUnit
    negatives /= negativeUnit
  }

  /// The share of pairs, of a row that is true and one that is false, in which the former has the higher score; equal
  /// scores count half.
  var areaUnderCurve: Double {
    var (above, pairs) = (0.0, 0.0)
    for tie in ties {
      pairs += tie.negatives * (above + tie.positives / 2)
      above += tie.positives
    }
    return pairs / (positives * negatives)
  }
}
