import Learning
import LinearAlgebra

extension JudgedRows {
  /// Rows judged by the probability that each one's label is true.
  ///
  /// - Throws: what the rows throw, and `.notProbability`.
  init(_ measure: String, probabilities: [Double], labels: [Bool], weights: [Double]?) throws(LearningError) {
    try self.init(measure, count: probabilities.count, labelCount: labels.count, weights: weights)
    for (row, value) in probabilities.enumerated() {
      try Self.requireProbability(value, row: row, column: nil)
    }
  }

  /// Rows judged by a score of each, which is higher for labels that are true.
  ///
  /// - Throws: what the rows throw, and `.valueNotFinite`.
  init(_ measure: String, scores: [Double], labels: [Bool], weights: [Double]?) throws(LearningError) {
    try self.init(measure, count: scores.count, labelCount: labels.count, weights: weights)
    try Self.requireFinite(scores, .scores)
  }

  /// - Throws: `.valueNotFinite`, which names the first row that is not.
  static func requireFinite(_ values: [Double], _ input: LearningError.Input) throws(LearningError) {
    // An exponent of all ones carries into the sign: a loop without branches says that there is no such row.
    let magnitude = UInt64.max >> 1
    let one = Double.leastNormalMagnitude.bitPattern
    let carries = values.reduce(0 as UInt64) { $0 | ($1.bitPattern & magnitude) &+ one }
    guard carries > magnitude else { return }
    for (row, value) in values.enumerated() where !value.isFinite {
      throw .valueNotFinite(input, row: row, value: value)
    }
  }

  /// Rows judged by the probabilities of all classes, and the column of each one's label.
  ///
  /// - Throws: what the rows throw, `.invalidOption` unless there is a class for each column, and each of its own,
  ///   `.unknownLabel`, `.notProbability`, `.probabilitySum`.
  static func withColumns<Label: Hashable>(
    _ measure: String, probabilities: Matrix, labels: [Label], classes: [Label], weights: [Double]?
  ) throws(LearningError) -> (rows: JudgedRows, columns: [Int]) {
    let rows = try JudgedRows(
      measure, count: probabilities.rowCount, labelCount: labels.count, weights: weights)
    let columns = try columns(of: labels, among: classes, columnCount: probabilities.columnCount)
    try requireDistributions(probabilities)
    return (rows, columns)
  }

  /// - Throws: `.notProbability`, `.probabilitySum`.
  static func requireDistributions(_ probabilities: Matrix) throws(LearningError) {
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

  /// The column of each row's label.
  ///
  /// - Throws: `.invalidOption` unless there is a class for each column, and each of its own, `.unknownLabel`.
  static func columns<Label: Hashable>(
    of labels: [Label], among classes: [Label], columnCount: Int
  ) throws(LearningError) -> [Int] {
    let columnOfClass = Dictionary(zip(classes, classes.indices)) { first, _ in first }
    guard classes.count == columnCount, columnOfClass.count == columnCount else {
      throw .invalidOption(
        name: "classes", value: "a list of \(classes.count), \(columnOfClass.count) of them different",
        allowed: "one class for each of the \(columnCount) columns of probabilities, in their order")
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

  private static func requireProbability(_ value: Double, row: Int, column: Int?) throws(LearningError) {
    guard value >= 0, value <= 1 + tolerance else { throw .notProbability(row: row, column: column, value: value) }
  }

  /// How far a sum of probabilities may be from 1, and one of them above 1: far more than rounding makes of it, far
  /// less than numbers that are no probabilities would be.
  private static var tolerance: Double { 1e-8 }
}
