import Learning
import LinearAlgebra

/// The rows that a model learns from, and those that it is judged by.
public struct TrainTestSplit: Hashable, Sendable {
  /// The rows of the training part: in random order from `trainTestSplit`, ascending from ``KFold``.
  public let training: [Int]
  /// The rows of the test part, in such an order, too.
  public let test: [Int]

  /// Any parts, which whoever uses them checks.
  public init(training: [Int], test: [Int]) {
    self.training = training
    self.test = test
  }
}

/// Divides `count` rows at random.
///
///     var generator = SeededGenerator(seed: 7)
///     let split = try trainTestSplit(count: x.rowCount, testShare: 0.25, using: &generator)
///     let model = try NearestCentroid().fit(x.selectingRows(split.training), labels: split.training.map { y[$0] })
///
/// - Parameters:
///   - count: the number of rows, at least 2.
///   - testShare: the share of the rows to test on, between 0 and 1; the number is rounded to the nearest, but each
///     part gets at least one row. A quarter by default, as in scikit-learn.
///   - generator: where the order comes from.
/// - Throws: `.tooFewSamples`, `.invalidOption`.
public func trainTestSplit(
  count: Int, testShare: Double = 0.25, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> TrainTestSplit {
  let testCount = try testCount(of: count, share: testShare)
  let order = generator.permutation(of: count)
  return TrainTestSplit(training: Array(order[testCount...]), test: Array(order[..<testCount]))
}

/// Divides rows at random so that each class has the same share of both parts, to within one row.
///
/// - Parameter labels: one for each row; every class needs two rows at least.
/// - Throws: `.tooFewSamples` where a class has one row only, `.invalidOption`.
public func trainTestSplit<Label: ClassLabel>(
  stratifiedBy labels: [Label], testShare: Double = 0.25, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> TrainTestSplit {
  let encoding = LabelEncoding(of: labels)
  let indices = try encoding.indices(of: labels)
  _ = try testCount(of: labels.count, share: testShare)
  var rowsOfClass = [[Int]](repeating: [], count: encoding.classes.count)
  for row in generator.permutation(of: labels.count) { rowsOfClass[indices[row]].append(row) }
  var training: [Int] = []
  var test: [Int] = []
  for (label, rows) in zip(encoding.classes, rowsOfClass) {
    guard rows.count > 1 else {
      throw .tooFewSamples(found: rows.count, needed: 2, purpose: "the class “\(label)”, to be in both parts,")
    }
    let testCount = try testCount(of: rows.count, share: testShare)
    test += rows[..<testCount]
    training += rows[testCount...]
  }
  return TrainTestSplit(
    training: generator.permutation(of: training.count).map { training[$0] },
    test: generator.permutation(of: test.count).map { test[$0] })
}

private func testCount(of count: Int, share: Double) throws(LearningError) -> Int {
  guard share > 0, share < 1 else {
    throw .invalidOption(name: "testShare", value: "\(share)", allowed: "between 0 and 1, both excluded")
  }
  guard count > 1 else { throw .tooFewSamples(found: count, needed: 2, purpose: "a training and a test part") }
  return min(max(1, Int((Double(count) * share).rounded())), count - 1)
}
