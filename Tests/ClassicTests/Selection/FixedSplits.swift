import Classic
import Learning

/// Splits that are given, whatever the rows.
struct FixedSplits: Splitter {
  let parts: [TrainTestSplit]

  func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] { parts }
}

extension FixedSplits {
  /// Folds that test on the given rows, and train on all others.
  init(testing tests: [[Int]], of count: Int) {
    parts = tests.map { test in
      TrainTestSplit(training: (0..<count).filter { !test.contains($0) }, test: test)
    }
  }
}
