import Classic
import Learning
import Testing

@Suite("Splitters")
struct SplitterTests {
  private func sizes(_ splits: [TrainTestSplit]) -> [Int] { splits.map(\.test.count) }

  @Test("deal whole groups out as scikit-learn's do")
  func groupedPeer() throws {
    for expected in try SplitterFixture.load().groups {
      let rows = try SplitRows(labels: expected.labels, groups: expected.groups)
      if let tests = expected.grouped {
        #expect(try GroupedKFold(foldCount: expected.foldCount).splits(of: rows).map(\.test) == tests)
      }
      // Which of several equally good folds comes first, scikit-learn leaves to roundings.
      let stratified = StratifiedGroupedKFold(foldCount: expected.foldCount, shuffles: false)
      #expect(try Set(stratified.splits(of: rows).map(\.test)) == Set(expected.stratified))
      #expect(try LeaveOneGroupOut().splits(of: rows).map(\.test) == expected.leaveOneGroupOut)
    }
  }

  @Test("cut a series as scikit-learn's does")
  func seriesPeer() throws {
    for expected in try SplitterFixture.load().series {
      let splitter = TimeSeriesSplit(
        splitCount: expected.splitCount, testCount: expected.testCount, gap: expected.gap,
        maximumTrainingCount: expected.maximumTrainingCount)
      let splits = try splitter.splits(of: SplitRows(count: expected.count))
      #expect(splits.map(\.training) == expected.training)
      #expect(splits.map(\.test) == expected.test)
    }
  }

  @Test("test every row once, or once a repeat")
  func partitions() throws {
    let rows = try SplitRows(labels: (0..<30).map { $0 % 2 }, groups: (0..<30).map { $0 % 7 })
    let onePass: [any Splitter] = [
      GroupedKFold(foldCount: 3), StratifiedGroupedKFold(foldCount: 3), LeaveOneOut(), LeaveOneGroupOut(),
    ]
    for splitter in onePass {
      let splits = try splitter.splits(of: rows)
      #expect(splits.flatMap(\.test).sorted() == Array(0..<30))
      for split in splits { #expect((split.training + split.test).sorted() == Array(0..<30)) }
    }
    let repeated = try RepeatedKFold(foldCount: 5, repeatCount: 3).splits(of: rows)
    #expect(repeated.count == 15)
    let deals = [0, 5, 10].map { Array(repeated[$0..<($0 + 5)]) }
    for deal in deals { #expect(deal.flatMap(\.test).sorted() == Array(0..<30)) }
    #expect(deals[0] != deals[1] && deals[1] != deals[2])
  }

  @Test("make folds of equal size of groups of equal size, in an order that chance decides")
  func equalGroups() throws {
    let rows = SplitRows(groups: (0..<60).map { $0 % 12 })
    var generator = SeededGenerator(seed: 1)
    var found: Set<[TrainTestSplit]> = []
    for _ in 0..<5 {
      for splitter in [GroupedKFold(foldCount: 4), GroupedKFold(foldCount: 4, shuffles: false)] {
        let splits = try splitter.splits(of: rows, using: &generator)
        #expect(sizes(splits) == [15, 15, 15, 15])
        if splitter.shuffles { found.insert(splits) }
      }
    }
    #expect(found.count == 5)
  }

  @Test("spread a class over the folds where its groups allow")
  func spreadClasses() throws {
    // Groups 0 to 3 are of class a, the other eight of class b, all of five rows.
    let groups = (0..<60).map { $0 % 12 }
    let labels = groups.map { $0 < 4 ? "a" : "b" }
    for shuffles in [true, false] {
      let splitter = StratifiedGroupedKFold(foldCount: 4, shuffles: shuffles)
      for split in try splitter.splits(of: SplitRows(labels: labels, groups: groups)) {
        #expect(split.test.filter { labels[$0] == "a" }.count == 5)
        #expect(split.test.filter { labels[$0] == "b" }.count == 10)
      }
    }
    let withoutClasses = SplitRows(groups: groups)
    #expect(
      try StratifiedGroupedKFold(shuffles: false).splits(of: withoutClasses)
        == GroupedKFold(shuffles: false).splits(of: withoutClasses))
  }

  @Test("draw parts of the sizes asked for, of each class")
  func shuffleSizes() throws {
    let labels = (0..<40).map { $0 < 30 ? "a" : "b" }
    for split in try ShuffleSplit(testShare: 0.2, trainingShare: 0.5).splits(of: SplitRows(labels: labels)) {
      #expect(split.test.map { labels[$0] } == Array(repeating: "a", count: 6) + ["b", "b"])
      #expect(split.training.map { labels[$0] } == Array(repeating: "a", count: 15) + Array(repeating: "b", count: 5))
    }
    let plain = try ShuffleSplit(testShare: 0.25).splits(of: SplitRows(count: 40))
    #expect(plain.count == 10)
    #expect(plain.allSatisfy { $0.test.count == 10 && $0.training.count == 30 })
    // 0.7 + 0.3 and 0.9 + 0.1: nothing is left over.
    for share in [0.3, 0.1] {
      let split = try ShuffleSplit(splitCount: 1, testShare: share, trainingShare: 1 - share).splits(
        of: SplitRows(count: 10))
      #expect((split[0].training + split[0].test).sorted() == Array(0..<10))
    }
    let grouped = try GroupedShuffleSplit(splitCount: 3, testShare: 0.25, trainingShare: 0.5).splits(
      of: SplitRows(groups: (0..<40).map { $0 % 8 }))
    #expect(grouped.allSatisfy { $0.test.count == 10 && $0.training.count == 20 })
  }

  @Test("draw each row about as often")
  func uniform() throws {
    var generator = SeededGenerator(seed: 5)
    var (shuffled, drawn) = ([Int](repeating: 0, count: 10), [Int](repeating: 0, count: 10))
    let shuffles = ShuffleSplit(splitCount: 2000, testShare: 0.3)
    for split in try shuffles.splits(of: SplitRows(count: 10), using: &generator) {
      for row in split.test { shuffled[row] += 1 }
    }
    for split in try BootstrapSplit(splitCount: 2000).splits(of: SplitRows(count: 10), using: &generator) {
      #expect(split.training.count == 10)
      for row in split.test { drawn[row] += 1 }
    }
    // 600 each with a standard deviation of 20.5; 0.9^10 of 2000, 697, with one of at most 21.3.
    #expect(shuffled.allSatisfy { abs($0 - 600) < 90 })
    #expect(drawn.allSatisfy { abs($0 - 697) < 94 })
  }

  @Test("draw a bootstrap sample again until it can be used")
  func redraws() throws {
    // Of two rows half of the samples leave none to test on; of two classes and three rows two thirds lack something.
    var generator = SeededGenerator(seed: 2)
    for split in try BootstrapSplit(splitCount: 50).splits(of: SplitRows(count: 2), using: &generator) {
      #expect([[0, 0], [1, 1]].contains(split.training) && split.test.count == 1)
    }
    for split in try BootstrapSplit(splitCount: 50).splits(of: SplitRows(labels: [1, 2, 2]), using: &generator) {
      #expect(split.training.contains(0) && (split.test == [1] || split.test == [2]))
    }
  }

  @Test("give up on a bootstrap sample that hardly exists, and say what is missing")
  func hopeless() throws {
    // All 29 classes are among 30 draws with probability 30! / 30^29 / 2 or so.
    let error = try #require(throws: LearningError.self) {
      try BootstrapSplit().splits(of: SplitRows(labels: (0..<30).map { min($0, 28) }))
    }
    #expect(error.description.contains("in the last of 1000 draws none of its training rows is of the class “"))
    #expect(error.description.contains("ShuffleSplit"))
    #expect(
      throws: LearningError.tooFewSamples(
        found: 2, needed: 3, purpose: "a bootstrap sample of 2 classes and a row to test on")
    ) { try BootstrapSplit().splits(of: SplitRows(labels: ["a", "b"])) }
  }

  @Test("take given parts as they are")
  func predefined() throws {
    let splits = [
      TrainTestSplit(training: [4, 0, 0], test: [2]), TrainTestSplit(training: [1, 3], test: [5, 0]),
    ]
    #expect(try PredefinedSplits(splits).splits(of: SplitRows(count: 6)) == splits)
  }

  @Test("say what is wrong with given parts")
  func predefinedErrors() throws {
    func sentence(_ training: [Int], _ test: [Int]) throws -> String {
      let fine = TrainTestSplit(training: [0, 1], test: [2])
      let splitter = PredefinedSplits([fine, TrainTestSplit(training: training, test: test)])
      return try #require(throws: LearningError.self) {
        try splitter.splits(of: SplitRows(labels: ["a", "b", "b", "a"]))
      }.description
    }
    #expect(
      try sentence([0, 1], [4]) == "Split 1 cannot be used: it holds the row 4, and rows count from 0 to 3.")
    #expect(try sentence([-1, 1], [2]).contains("row -1"))
    #expect(
      try sentence([0, 1, 2], [3, 1])
        == "Split 1 cannot be used: the row 1 is in both parts; take it out of one of them.")
    #expect(try sentence([], [3]).contains("it has no training rows"))
    #expect(try sentence([0, 1], []).contains("it has no test rows"))
    #expect(try sentence([1, 2], [0]).contains("none of its training rows is of the class “a”"))
    #expect(throws: LearningError.invalidOption(name: "splits", value: "empty", allowed: "at least one split")) {
      try PredefinedSplits([]).splits(of: SplitRows(count: 3))
    }
  }

  @Test("refuse options that make no sense, and name them")
  func options() throws {
    let rows = SplitRows(groups: (0..<20).map { $0 % 5 })
    let refused: [(splitter: any Splitter, name: String)] = [
      (RepeatedKFold(foldCount: 1), "foldCount"), (RepeatedKFold(repeatCount: 0), "repeatCount"),
      (GroupedKFold(foldCount: 1), "foldCount"), (StratifiedGroupedKFold(foldCount: -3), "foldCount"),
      (ShuffleSplit(splitCount: 0), "splitCount"), (ShuffleSplit(testShare: 1), "testShare"),
      (ShuffleSplit(testShare: .nan), "testShare"), (ShuffleSplit(trainingShare: 0.9), "trainingShare"),
      (ShuffleSplit(trainingShare: 0), "trainingShare"), (ShuffleSplit(trainingShare: .nan), "trainingShare"),
      (GroupedShuffleSplit(splitCount: 0), "splitCount"), (GroupedShuffleSplit(testShare: 0), "testShare"),
      (TimeSeriesSplit(splitCount: 0), "splitCount"), (TimeSeriesSplit(testCount: 0), "testCount"),
      (TimeSeriesSplit(gap: -1), "gap"), (TimeSeriesSplit(maximumTrainingCount: 0), "maximumTrainingCount"),
      (BootstrapSplit(splitCount: 0), "splitCount"),
    ]
    for (splitter, name) in refused {
      let error = try #require(throws: LearningError.self) { try splitter.splits(of: rows) }
      guard case .invalidOption(name, _, _) = error else {
        Issue.record("\(splitter) throws \(error)")
        continue
      }
    }
  }

  @Test("need as many groups as folds, and two to leave one out")
  func groupCounts() {
    let rows = SplitRows(groups: [1, 1, 2, 3])
    let error = LearningError.tooFewGroups(found: 3, needed: 5, purpose: "cross-validation with 5 folds of groups")
    #expect(throws: error) { try GroupedKFold().splits(of: rows) }
    #expect(throws: error) {
      try StratifiedGroupedKFold().splits(of: SplitRows(labels: ["a", "a", "b", "b"], groups: [1, 1, 2, 3]))
    }
    #expect(throws: LearningError.tooFewGroups(found: 1, needed: 2, purpose: "leaving one group out")) {
      try LeaveOneGroupOut().splits(of: SplitRows(groups: ["x", "x"]))
    }
  }

  @Test("name the group without which a class is not there")
  func classInOneGroup() throws {
    let rows = try SplitRows(labels: ["a", "b", "a", "b", "c"], groups: ["x", "x", "y", "y", "y"])
    let error = try #require(throws: LearningError.self) { try LeaveOneGroupOut().splits(of: rows) }
    #expect(
      error.description == "Split 1 cannot be used: without the group “y” none of its training rows is of the class "
        + "“c”; a class needs rows in two groups.")
  }

  @Test("need a past to learn from", arguments: [(9, 2, 3 as Int?, 3, 10), (5, 5, nil, 0, 6), (9, 3, nil, 3, 10)])
  func shortSeries(count: Int, splitCount: Int, testCount: Int?, gap: Int, needed: Int) throws {
    let splitter = TimeSeriesSplit(splitCount: splitCount, testCount: testCount, gap: gap)
    let error = try #require(throws: LearningError.self) { try splitter.splits(of: SplitRows(count: count)) }
    guard case .tooFewSamples(count, needed, _) = error else {
      Issue.record("It throws \(error)")
      return
    }
    #expect(try !splitter.splits(of: SplitRows(count: needed)).isEmpty)
  }

  @Test("refuse numbers that overflow", arguments: [(Int.max, 1, 0), (1, .max, 0), (1, 1, .max), (.max, .max, .max)])
  func overflow(splitCount: Int, testCount: Int, gap: Int) {
    for testCount in [testCount, nil] where testCount != nil || splitCount > 1 || gap > 0 {
      let splitter = TimeSeriesSplit(splitCount: splitCount, testCount: testCount, gap: gap, maximumTrainingCount: .max)
      #expect(throws: LearningError.self) { try splitter.splits(of: SplitRows(count: 10)) }
    }
  }
}
