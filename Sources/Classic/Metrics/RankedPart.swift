/// The rows of both classes whose scores are within bounds.
struct RankedPart: Sendable {
  let trueRows, falseRows: RankedRows

  /// Calls `body` for each different score, from the highest to the lowest.
  @inline(__always)
  func forEachTie(_ body: (RankedScores.Tie) -> Void) {
    trueRows.keys.withUnsafeBufferPointer { trueKeys in
      falseRows.keys.withUnsafeBufferPointer { falseKeys in
        if let trueWeights = trueRows.weights, let falseWeights = falseRows.weights {
          Self.merge(trueKeys, falseKeys, trueWeight: { trueWeights[$0] }, falseWeight: { falseWeights[$0] }, body)
        } else {
          Self.merge(trueKeys, falseKeys, trueWeight: { _ in 1 }, falseWeight: { _ in 1 }, body)
        }
      }
    }
  }

  @inline(__always)
  private static func merge(
    _ trueKeys: UnsafeBufferPointer<UInt64>, _ falseKeys: UnsafeBufferPointer<UInt64>,
    trueWeight: (Int) -> Double, falseWeight: (Int) -> Double, _ body: (RankedScores.Tie) -> Void
  ) {
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
      positives += isTrue ? trueWeight(i) : 0
      negatives += isFalse ? falseWeight(j) : 0
      i &+= isTrue ? 1 : 0
      j &+= isFalse ? 1 : 0
    }
    while i < trueKeys.count {
      finishTie(before: trueKeys[i])
      positives += trueWeight(i)
      i += 1
    }
    while j < falseKeys.count {
      finishTie(before: falseKeys[j])
      negatives += falseWeight(j)
      j += 1
    }
    finishTie(before: .max)
  }
}
