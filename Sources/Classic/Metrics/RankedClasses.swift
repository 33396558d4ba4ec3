import Learning
import LinearAlgebra

/// The probabilities of several classes, to be ranked class by class.
struct RankedClasses {
  private let measure: String
  private let probabilities: Matrix
  private let weights: [Double]?
  /// The class of each row.
  private let columns: [Int]
  /// The weight of each class's rows.
  let supports: [Double]

  /// - Parameter needsEveryClass: whether each class must have a row that counts.
  /// - Throws: what is wrong with the probabilities, labels, classes and weights; `.oneClassOnly` where there are not
  ///   two classes; `.classMissing`.
  init<Label: Hashable>(
    _ measure: String, of probabilities: Matrix, labels: [Label], classes: [Label], weights: [Double]?,
    needsEveryClass: Bool
  ) throws(LearningError) {
    let (rows, columns) = try JudgedRows.withColumns(
      measure, probabilities: probabilities, labels: labels, classes: classes, weights: weights)
    var supports = [Double](repeating: 0, count: classes.count)
    for (row, column) in columns.enumerated() { supports[column] += rows.weight(row) }
    self.measure = measure
    self.probabilities = probabilities
    self.weights = weights
    self.columns = columns
    self.supports = supports
    let present = classes.indices.filter { supports[$0] > 0 }
    guard classes.count > 1, present.count > 1 || !needsEveryClass else {
      throw .oneClassOnly(label: "\(classes[present[0]])")
    }
    if needsEveryClass, let missing = classes.indices.first(where: { supports[$0] <= 0 }) {
      throw .classMissing(label: "\(classes[missing])", purpose: measure)
    }
  }

  /// The value of the rows ranked by each class, averaged.
  func average(_ average: ClassAverage, _ value: (RankedScores) -> Double) throws(LearningError) -> Double {
    if average == .micro { return try value(everyElement()) }
    var sum = 0.0
    let total = supports.reduce(0, +)
    for column in supports.indices {
      let share = average == .macro ? 1 / Double(supports.count) : supports[column] / total
      sum += try share * value(ranked(by: column, rows: nil))
    }
    return sum
  }

  /// The area of each two classes, the mean of the two that rank by either's probability, averaged.
  ///
  /// - Parameter weightsPairs: whether a pair counts as often as rows are of either class.
  func pairwiseArea(weightsPairs: Bool) throws(LearningError) -> Double {
    let total = supports.reduce(0, +)
    var (sum, norm) = (0.0, 0.0)
    for first in supports.indices {
      for second in supports.indices.dropFirst(first + 1) {
        let rows = columns.indices.filter { columns[$0] == first || columns[$0] == second }
        let areas = try (
          ranked(by: first, rows: rows).areaUnderCurve, ranked(by: second, rows: rows).areaUnderCurve
        )
        let share = weightsPairs ? supports[first] / total + supports[second] / total : 1
        sum += share * (areas.0 + areas.1) / 2
        norm += share
      }
    }
    return sum / norm
  }

  /// Rows by the probability of a class; all of them without `rows`.
  private func ranked(by column: Int, rows: [Int]?) throws(LearningError) -> RankedScores {
    let rows = rows ?? Array(columns.indices)
    return try RankedScores(
      measure, scores: rows.map { probabilities[$0, column] }, labels: rows.map { columns[$0] == column },
      weights: weights.map { weights in rows.map { weights[$0] } }, needsFalseRows: false)
  }

  /// Every probability as a row of its own, true in the column of the row's class.
  private func everyElement() throws(LearningError) -> RankedScores {
    let classes = 0..<probabilities.columnCount
    return try RankedScores(
      measure, scores: columns.indices.flatMap { row in classes.map { probabilities[row, $0] } },
      labels: columns.flatMap { column in classes.map { $0 == column } },
      weights: weights.map { $0.flatMap { [Double](repeating: $0, count: classes.count) } })
  }
}
