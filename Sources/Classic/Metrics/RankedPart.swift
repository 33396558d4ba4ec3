/// The rows of both classes whose scores are within bounds.
struct RankedPart: Sendable {
  let trueRows, falseRows: RankedRows

  /// - Parameter keys: of the rows that are taken; see ``Swift/UInt64/init(descending:)``.
  init(_ scores: [Double], labels: [Bool], weights: [Double]?, keys: Range<UInt64>) {
    if let weights {
      let rows = Self.sorted(scores, labels: labels, keys: keys) { row, key in
        (RankedRows.WeightedKey(sortKey: key, weight: weights[row]), weights[row] > 0)
      }
      (trueRows, falseRows) = (RankedRows(rows.true), RankedRows(rows.false))
    } else {
      let rows = Self.sorted(scores, labels: labels, keys: keys) { _, key in (key, true) }
      (trueRows, falseRows) = (RankedRows(rows.true), RankedRows(rows.false))
    }
  }

  /// What `element` makes of the rows of each class that are taken and count, sorted.
  ///
  /// Every row is written behind those of either class, and stays there if it belongs there: no branch to guess wrong.
  /// There is room for all; memory that is not written to costs nothing.
  @inline(__always)
  private static func sorted<Element: RadixSortable>(
    _ scores: [Double], labels: [Bool], keys: Range<UInt64>,
    element: (_ row: Int, _ key: UInt64) -> (element: Element, counts: Bool)
  ) -> (true: [Element], false: [Element]) {
    var falseRows: [Element] = []
    var trueRows = [Element](unsafeUninitializedCapacity: scores.count + 1) { trueTarget, trueCount in
      falseRows = [Element](unsafeUninitializedCapacity: scores.count + 1) { falseTarget, falseCount in
        var (trues, falses) = (0, 0)
        for row in scores.indices {
          let key = UInt64(descending: scores[row])
          let (element, counts) = element(row, key)
          let isTaken = counts && key >= keys.lowerBound && key < keys.upperBound ? 1 : 0
          let isTrue = labels[row] ? 1 : 0
          trueTarget[trues] = element
          falseTarget[falses] = element
          trues &+= isTaken & isTrue
          falses &+= isTaken & (1 ^ isTrue)
        }
        (trueCount, falseCount) = (trues, falses)
      }
    }
    trueRows.radixSort()
    falseRows.radixSort()
    return (trueRows, falseRows)
  }

  /// Calls `body` for each different score, from the highest to the lowest.
  @inline(__always)
  func forEachTie(_ body: (RankedScores.Tie) -> Void) {
    let (trueKeys, falseKeys) = (trueRows.keys, falseRows.keys)
    let (trueWeights, falseWeights) = (trueRows.weights, falseRows.weights)
    var (i, j) = (0, 0)
    var (key, positives, negatives) = (UInt64.max, 0.0, 0.0)
    func finishTie(before next: UInt64) {
      guard next != key else { return }
      if positives + negatives > 0 {
        body(RankedScores.Tie(score: key.descendingNumber, positives: positives, negatives: negatives))
      }
      (key, positives, negatives) = (next, 0, 0)
    }
    // One row of each class at most in a step, without a branch on which: that is anybody's guess.
    while i < trueKeys.count, j < falseKeys.count {
      let (trueKey, falseKey) = (trueKeys[i], falseKeys[j])
      let next = min(trueKey, falseKey)
      finishTie(before: next)
      let (isTrue, isFalse) = (trueKey == next, falseKey == next)
      positives += isTrue ? trueWeights?[i] ?? 1 : 0
      negatives += isFalse ? falseWeights?[j] ?? 1 : 0
      i &+= isTrue ? 1 : 0
      j &+= isFalse ? 1 : 0
    }
    while i < trueKeys.count {
      finishTie(before: trueKeys[i])
      positives += trueWeights?[i] ?? 1
      i += 1
    }
    while j < falseKeys.count {
      finishTie(before: falseKeys[j])
      negatives += falseWeights?[j] ?? 1
      j += 1
    }
    finishTie(before: .max)
  }
}
