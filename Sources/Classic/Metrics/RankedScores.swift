import Learning
import LinearAlgebra

/// Scores from the highest to the lowest, with what is true and what is false at each.
///
/// Parts of neighbouring scores are sorted by themselves, each within a cache, and in them the true rows and the false
/// ones, so that what is sorted is a score and nothing beside it; a merge finds the ties.
struct RankedScores: Sendable {
  /// The rows of one score.
  struct Tie {
    let score: Double
    /// The weight of the rows whose label is true.
    var positives = 0.0
    /// The weight of the rows whose label is false.
    var negatives = 0.0
  }

  /// The rows by runs of scores, from the highest to the lowest.
  private let parts: [RankedPart]
  /// The weight of all rows whose label is true.
  private(set) var positives = 0.0
  /// The weight of all rows whose label is false.
  private(set) var negatives = 0.0

  /// - Parameter needsFalseRows: whether there must be a row whose label is false. One that is true must be there.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite` for a score, `.oneClassOnly`, what is
  ///   wrong with the weights.
  /// - Complexity: O(n), by a radix sort of each class in each part, in parallel.
  init(
    _ measure: String, scores: [Double], labels: [Bool], weights: [Double]?, needsFalseRows: Bool = true
  ) throws(LearningError) {
    _ = try JudgedRows(measure, scores: scores, labels: labels, weights: weights)
    parts = RankedPart.parts(of: scores, labels: labels, weights: weights)
    addUp(isWeighted: weights != nil)
    guard positives > 0, negatives > 0 || !needsFalseRows else { throw .oneClassOnly(label: "\(positives > 0)") }
  }

  /// Tie by tie, as a curve adds them up, so that it ends at exactly (1, 1). Counts are exact in any order.
  private mutating func addUp(isWeighted: Bool) {
    if isWeighted {
      var (positives, negatives) = (0.0, 0.0)
      forEachTie { tie in
        positives += tie.positives
        negatives += tie.negatives
      }
      (self.positives, self.negatives) = (positives, negatives)
    } else {
      positives = parts.reduce(0) { $0 + $1.trueRows.weight }
      negatives = parts.reduce(0) { $0 + $1.falseRows.weight }
    }
  }

  /// Calls `body` for each different score of a row that counts, from the highest to the lowest.
  @inline(__always)
  func forEachTie(_ body: (Tie) -> Void) {
    for part in parts { part.forEachTie(body) }
  }

  /// A tie with its weights in units of powers of two, so that all of a class are from 1 to 2: no product of such
  /// weights overflows, and nothing is rounded.
  @inline(__always)
  func scaled(_ tie: Tie) -> Tie {
    Tie(score: tie.score, positives: tie.positives / positives.binade, negatives: tie.negatives / negatives.binade)
  }

  /// The share of pairs, of a row that is true and one that is false, in which the former has the higher score; equal
  /// scores count half.
  ///
  /// Exact without weights, where all are whole numbers.
  var areaUnderCurve: Double {
    let unit = (positives: positives.binade, negatives: negatives.binade)
    let pairs = sumOfParts { part, above in
      var (above, pairs) = (above.positives / unit.positives, 0.0)
      part.forEachTie { tie in
        let (own, other) = (tie.positives / unit.positives, tie.negatives / unit.negatives)
        pairs += other * (above + own / 2)
        above += own
      }
      return pairs
    }
    return pairs / (positives.significand * negatives.significand)
  }

  /// The sum of a number for each part, which is told what the rows above it weigh.
  ///
  /// The parts are looked at side by side. They depend on the rows alone, and so do the bits.
  func sumOfParts(
    _ value: @Sendable (_ part: RankedPart, _ above: (positives: Double, negatives: Double)) -> Double
  ) -> Double {
    var (above, weights) = ((positives: 0.0, negatives: 0.0), [(positives: Double, negatives: Double)]())
    for part in parts {
      weights.append(above)
      above.positives += part.trueRows.weight
      above.negatives += part.falseRows.weight
    }
    return parallelMap(parts.count) { [weights] in value(parts[$0], weights[$0]) }.reduce(0, +)
  }
}
