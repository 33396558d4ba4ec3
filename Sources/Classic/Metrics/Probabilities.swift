import Learning
import LinearAlgebra

/// How far a sum of probabilities may be from 1, and one of them above 1: far more than rounding makes of it, far less
/// than numbers that are no probabilities would be.
private let tolerance = 1e-8

/// Checks that there is a probability in each row.
func requireProbabilities(_ probabilities: [Double]) throws(LearningError) {
  for (row, value) in probabilities.enumerated() {
    try requireProbability(value, row: row, column: nil)
  }
}

/// Checks that every row holds the probabilities of all classes.
func requireProbabilities(_ probabilities: Matrix) throws(LearningError) {
  for i in 0..<probabilities.rowCount {
    var sum = 0.0
    for j in 0..<probabilities.columnCount {
      let value = probabilities[i, j]
      try requireProbability(value, row: i, column: j)
      sum += value
    }
    guard abs(sum - 1) <= tolerance else { throw .probabilitySum(row: i, sum: sum) }
  }
}

private func requireProbability(_ value: Double, row: Int, column: Int?) throws(LearningError) {
  guard value >= 0, value <= 1 + tolerance else { throw .notProbability(row: row, column: column, value: value) }
}

/// The column of each label.
///
/// - Throws: `.invalidOption` unless there is a class for each column, and each of its own, `.unknownLabel`.
func columns<Label: Hashable>(
  of labels: [Label], among classes: [Label], count: Int
) throws(LearningError) -> [Int] {
  let columnOfClass = Dictionary(zip(classes, classes.indices)) { first, _ in first }
  guard classes.count == count, columnOfClass.count == count else {
    throw .invalidOption(
      name: "classes", value: "a list of \(classes.count), \(columnOfClass.count) of them different",
      allowed: "one class for each of the \(count) columns of probabilities, in their order")
  }
  var columns: [Int] = []
  columns.reserveCapacity(labels.count)
  for (row, label) in labels.enumerated() {
    guard let column = columnOfClass[label] else {
      throw .unknownLabel("\(label)", row: row, known: classes.map { "\($0)" })
    }
    columns.append(column)
  }
  return columns
}
