/// What each fold has of each class, while groups are given to folds one by one.
struct FoldClassShares {
  /// Rows of each class in each fold.
  private var countsOfFold: [[Double]]
  private var rowCountOfFold: [Double]
  /// Over the folds, for each class: the sum of its counts and of their squares, which are whole numbers and so exact.
  private var sums, squareSums: [Double]
  /// The rows of each class in all groups.
  private let totals: [Double]

  init(foldCount: Int, classCounts: [[Double]]) {
    let zeros = [Double](repeating: 0, count: classCounts.first?.count ?? 0)
    countsOfFold = Array(repeating: zeros, count: foldCount)
    rowCountOfFold = Array(repeating: 0, count: foldCount)
    (sums, squareSums) = (zeros, zeros)
    totals = classCounts.reduce(into: zeros) { totals, counts in
      for index in totals.indices { totals[index] += counts[index] }
    }
  }

  /// Gives a group, by its rows of each class, to the fold where it makes the classes' shares the most even.
  mutating func add(_ group: [Double]) -> Int {
    let fold = bestFold(for: group)
    for (index, count) in group.enumerated() {
      squareSums[index] += count * (2 * countsOfFold[fold][index] + count)
      sums[index] += count
      countsOfFold[fold][index] += count
    }
    rowCountOfFold[fold] += group.reduce(0, +)
    return fold
  }

  private func bestFold(for group: [Double]) -> Int {
    var best = 0
    var smallest = Double.infinity
    for fold in countsOfFold.indices {
      let spread = spread(adding: group, to: fold)
      // Differences of roundings must not decide.
      let isAboutAsGood = abs(spread - smallest) <= 1e-8 + 1e-5 * smallest
      if isAboutAsGood && fold > 0 ? rowCountOfFold[fold] < rowCountOfFold[best] : spread < smallest {
        (best, smallest) = (fold, spread)
      }
    }
    return best
  }

  /// The standard deviation over the folds of a class's shares, as the mean over the classes.
  private func spread(adding group: [Double], to fold: Int) -> Double {
    let foldCount = Double(countsOfFold.count)
    var total = 0.0
    for (index, count) in group.enumerated() {
      let squares = squareSums[index] + count * (2 * countsOfFold[fold][index] + count)
      let sum = sums[index] + count
      total += (foldCount * squares - sum * sum).squareRoot() / (foldCount * totals[index])
    }
    return total / Double(group.count)
  }
}
