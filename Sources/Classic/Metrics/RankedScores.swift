import Learning
import LinearAlgebra

/// Scores from the highest to the lowest, with what is true and what is false at each.
///
/// The true rows and the false ones are sorted by themselves, so that what is sorted is a score and nothing beside it;
/// a merge finds the ties.
struct RankedScores: Sendable {
  /// The rows of one score.
  struct Tie {
    let score: Double
    /// The weight of the rows whose label is true.
    var positives = 0.0
    /// The weight of the rows whose label is false.
    var negatives = 0.0
  }

  /// The rows whose scores are above a bound, and those below.
  private let parts: [RankedPart]
  /// The weight of all rows whose label is true.
  private(set) var positives = 0.0
  /// The weight of all rows whose label is false.
  private(set) var negatives = 0.0

  /// - Parameter needsFalseRows: whether there must be a row whose label is false. One that is true must be there.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite` for a score, `.oneClassOnly`, what is
  ///   wrong with the weights.
  /// - Complexity: O(n), by a radix sort of each class above and below the middle, on two threads.
  init(
    _ measure: String, scores: [Double], labels: [Bool], weights: [Double]?, needsFalseRows: Bool = true
  ) throws(LearningError) {
    _ = try JudgedRows(measure, scores: scores, labels: labels, weights: weights)
    let bounds = Self.bounds(of: scores)
    parts = parallelMap(bounds.count - 1) { index in
      RankedPart(scores, labels: labels, weights: weights, keys: bounds[index]..<bounds[index + 1])
    }
    addUp(isWeighted: weights != nil)
    guard positives > 0, negatives > 0 || !needsFalseRows else { throw .oneClassOnly(label: "\(positives > 0)") }
  }

  /// Where to cut scores into parts that are about as large: at the middle of a few of them.
  private static func bounds(of scores: [Double]) -> [UInt64] {
    let sampleSize = 255
    // Shorter ones are not worth a second thread.
    guard scores.count >= 64 * sampleSize else { return [0, .max] }
    let stride = scores.count / sampleSize
    let sample = (0..<sampleSize).map { UInt64(descending: scores[$0 * stride]) }.sorted()
    return [0, sample[sampleSize / 2], .max]
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
  /// The parts are counted side by side: how many they are depends on the number of rows alone, and so do the bits.
  var areaUnderCurve: Double {
    let starts = parts.indices.map { end in
      parts[..<end].reduce(0) { $0 + $1.trueRows.weight / positives.binade }
    }
    let pairs = parallelMap(parts.count) { index in
      var (above, pairs) = (starts[index], 0.0)
      parts[index].forEachTie { tie in
        let tie = scaled(tie)
        pairs += tie.negatives * (above + tie.positives / 2)
        above += tie.positives
      }
      return pairs
    }
    return pairs.reduce(0, +) / (positives.significand * negatives.significand)
  }
}
