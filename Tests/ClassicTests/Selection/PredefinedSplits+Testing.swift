import Classic

extension PredefinedSplits {
  /// Folds that test on the given rows, and train on all others.
  init(testing tests: [[Int]], of count: Int) {
    self.init(
      tests.map { test in TrainTestSplit(training: (0..<count).filter { !test.contains($0) }, test: test) })
  }
}
