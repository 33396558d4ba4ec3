import Learning
import LinearAlgebra

/// Draws a training and a test part of given shares.
struct SplitShares {
  var test: Double
  /// Nil for all rows that are not tested on.
  var training: Double?

  /// Of rows without classes.
  func split(
    count: Int, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> TrainTestSplit {
    let sizes = try sizes(of: count)
    let order = generator.permutation(of: count)
    return TrainTestSplit(
      training: Array(order[sizes.test...].prefix(sizes.training)), test: Array(order[..<sizes.test]))
  }

  /// Of each class, so that every one is in both parts.
  func split(
    classOfRow: [Int], classNames: [String], using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> TrainTestSplit {
    _ = try sizes(of: classOfRow.count)
    var rowsOfClass = [[Int]](repeating: [], count: classNames.count)
    for row in generator.permutation(of: classOfRow.count) { rowsOfClass[classOfRow[row]].append(row) }
    var training: [Int] = []
    var test: [Int] = []
    for (name, rows) in zip(classNames, rowsOfClass) {
      guard rows.count > 1 else {
        throw .tooFewSamples(found: rows.count, needed: 2, purpose: "the class “\(name)”, to be in both parts,")
      }
      let sizes = try sizes(of: rows.count)
      test += rows[..<sizes.test]
      training += rows[sizes.test...].prefix(sizes.training)
    }
    return TrainTestSplit(
      training: generator.permutation(of: training.count).map { training[$0] },
      test: generator.permutation(of: test.count).map { test[$0] })
  }

  /// Of whole groups, given by their rows.
  func split(
    rowsOfGroup: [[Int]], using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> TrainTestSplit {
    try requireShares()
    guard rowsOfGroup.count > 1 else {
      throw .tooFewGroups(found: rowsOfGroup.count, needed: 2, purpose: "a training and a test part")
    }
    let groups = try split(count: rowsOfGroup.count, using: &generator)
    return TrainTestSplit(
      training: groups.training.flatMap { rowsOfGroup[$0] }, test: groups.test.flatMap { rowsOfGroup[$0] })
  }

  /// The nearest to the shares that leave neither part empty.
  private func sizes(of count: Int) throws(LearningError) -> (training: Int, test: Int) {
    try requireShares()
    guard count > 1 else { throw .tooFewSamples(found: count, needed: 2, purpose: "a training and a test part") }
    let testCount = rounded(test, of: count, atMost: count - 1)
    let rest = count - testCount
    return (training.map { rounded($0, of: count, atMost: rest) } ?? rest, testCount)
  }

  private func rounded(_ share: Double, of count: Int, atMost limit: Int) -> Int {
    min(max(1, Int((Double(count) * share).rounded())), limit)
  }

  private func requireShares() throws(LearningError) {
    guard test > 0, test < 1 else {
      throw .invalidOption(name: "testShare", value: "\(test)", allowed: "between 0 and 1, both excluded")
    }
    // 0.7 + 0.3 may be more than 1 by a rounding.
    guard let training, !(training > 0 && training + test <= 1 + 1e-12) else { return }
    throw .invalidOption(
      name: "trainingShare", value: "\(training)", allowed: "above 0, and together with the testShare at most 1")
  }
}
