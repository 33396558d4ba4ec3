/// The rows that a model learns from, and those that it is judged by.
public struct TrainTestSplit: Hashable, Codable, Sendable {
  /// The rows of the training part: in random order from `trainTestSplit`, ascending from a ``Splitter``. Only
  /// ``BootstrapSplit`` has a row there several times.
  public let training: [Int]
  /// The rows of the test part, in such an order, too.
  public let test: [Int]

  /// Any parts, which whoever uses them checks.
  public init(training: [Int], test: [Int]) {
    self.training = training
    self.test = test
  }

  /// Splits of which each tests the rows of one fold and learns from all others; rows ascend.
  ///
  /// - Complexity: O(n k).
  static func folds(_ foldOfRow: [Int], count: Int) -> [TrainTestSplit] {
    (0..<count).map { fold in
      TrainTestSplit(
        training: foldOfRow.indices.filter { foldOfRow[$0] != fold },
        test: foldOfRow.indices.filter { foldOfRow[$0] == fold })
    }
  }

  /// The same parts in the order that every ``Splitter`` has them in.
  var ascending: TrainTestSplit { TrainTestSplit(training: training.sorted(), test: test.sorted()) }
}
