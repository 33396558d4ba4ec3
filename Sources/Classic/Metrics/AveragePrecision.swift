import Learning

/// The average precision: the precision at each true row's score, averaged over the true rows.
///
///     try averagePrecision(of: [0.9, 0.4, 0.4, 0.1], labels: [true, true, false, false])    // (1 + 2/3) / 2
///
/// Over the different scores from the highest on, Σ (Rᵢ - Rᵢ₋₁) Pᵢ, where precision P is the share of true rows among
/// those of that score and above, and recall R the share of the true rows that are there: the area under the steps of
/// the ``PrecisionRecallCurve``. Nothing is interpolated, since a straight line between two of its points would promise
/// more than any threshold gives.
///
/// Up to 1, where all true rows are above all false ones; scores that are all equal give the share of true rows, which
/// is what to compare it with. Where the true rows are few it says more than ``rocAUC(of:labels:weights:)`` of the rows
/// at the top.
///
/// - Parameters:
///   - scores: n finite numbers, higher where a model thinks it more probable that the label is true.
///   - labels: n of them, one true at least. Without any false one the average precision is 1.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.valueNotFinite`, `.oneClassOnly` where no row is true
///   (scikit-learn gives 0), what is wrong with the weights.
/// - Complexity: O(n), on all threads.
///
/// Source: Davis and Goadrich, The relationship between precision-recall and ROC curves, ICML 2006,
/// doi:10.1145/1143844.1143874.
public func averagePrecision(
  of scores: [Double], labels: [Bool], weights: [Double]? = nil
) throws(LearningError) -> Double {
  try RankedScores(
    "average precision", scores: scores, labels: labels, weights: weights, needsFalseRows: false
  ).averagePrecision
}

extension RankedScores {
  /// The mean over the true rows of the share of true rows among those of their score and above.
  var averagePrecision: Double {
    let unit = positives.binade
    let sum = sumOfParts { part, above in
      var (above, sum) = (above, 0.0)
      part.forEachTie { tie in
        above.positives += tie.positives
        above.negatives += tie.negatives
        sum += tie.positives / unit * (above.positives / (above.positives + above.negatives))
      }
      return sum
    }
    return sum / (positives / unit)
  }
}
