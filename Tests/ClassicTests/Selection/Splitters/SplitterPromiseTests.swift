import Classic
import Foundation
import Learning
import Testing

/// What every splitter promises, whatever else it does.
@Suite("Every splitter")
struct SplitterPromiseTests {
  static let splitters: [any Splitter] = [
    KFold(foldCount: 3), RepeatedKFold(foldCount: 3, repeatCount: 4), GroupedKFold(foldCount: 3),
    GroupedKFold(foldCount: 3, shuffles: false), StratifiedGroupedKFold(foldCount: 3),
    StratifiedGroupedKFold(foldCount: 3, shuffles: false), LeaveOneOut(), LeaveOneGroupOut(),
    ShuffleSplit(splitCount: 4), ShuffleSplit(splitCount: 4, testShare: 0.3, trainingShare: 0.2),
    GroupedShuffleSplit(splitCount: 4), TimeSeriesSplit(splitCount: 4, gap: 2), BootstrapSplit(splitCount: 4),
    PredefinedSplits([TrainTestSplit(training: Array(0..<30), test: [33, 50])]),
  ]
  static let withoutGroups = splitters.filter { !isGrouped($0) }

  private static func isGrouped(_ splitter: any Splitter) -> Bool {
    splitter is GroupedKFold || splitter is StratifiedGroupedKFold || splitter is LeaveOneGroupOut
      || splitter is GroupedShuffleSplit
  }

  /// 60 rows of three classes, in eleven groups of different sizes, all mixed.
  private let rows: SplitRows
  private let labels = (0..<60).map { ["a", "b", "a", "c", "a", "b"][($0 * 7 + $0 / 6) % 6] }
  private let groups = (0..<60).map { $0 * $0 % 19 }

  init() throws {
    rows = try SplitRows(labels: labels, groups: groups)
  }

  @Test("has rows in every part, in ascending order, none in both, and every class to learn from", arguments: splitters)
  func parts(splitter: any Splitter) throws {
    for seed in 0..<10 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let splits = try splitter.splits(of: rows, using: &generator)
      #expect(!splits.isEmpty)
      for split in splits {
        #expect(!split.training.isEmpty && !split.test.isEmpty)
        #expect(split.training == split.training.sorted() && split.test == Array(Set(split.test)).sorted())
        #expect(Set(split.training).isDisjoint(with: split.test))
        #expect((split.training + split.test).allSatisfy { (0..<60).contains($0) })
        #expect(Set(split.training.map { labels[$0] }) == ["a", "b", "c"])
        if Self.isGrouped(splitter) {
          #expect(Set(split.training.map { groups[$0] }).isDisjoint(with: split.test.map { groups[$0] }))
        }
      }
    }
  }

  @Test("gives the same for the same seed, whatever the names of classes and groups", arguments: splitters)
  func seeds(splitter: any Splitter) throws {
    let renamed = try SplitRows(labels: labels.map { ["a": 3, "b": 1, "c": 2][$0] }, groups: groups.map { "g\($0)" })
    var (first, second) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
    #expect(try splitter.splits(of: rows, using: &first) == splitter.splits(of: renamed, using: &second))
    #expect(first == second)
  }

  @Test("draws, or leaves the generator alone", arguments: splitters)
  func generator(splitter: any Splitter) throws {
    let isRandom =
      switch splitter {
      case let splitter as GroupedKFold: splitter.shuffles
      case let splitter as StratifiedGroupedKFold: splitter.shuffles
      case is LeaveOneOut, is LeaveOneGroupOut, is TimeSeriesSplit, is PredefinedSplits: false
      default: true
      }
    var generators = [SeededGenerator(seed: 4), SeededGenerator(seed: 5)]
    let splits = try generators.indices.map { try splitter.splits(of: rows, using: &generators[$0]) }
    #expect((generators[0] != SeededGenerator(seed: 4)) == isRandom)
    if !isRandom { #expect(splits[0] == splits[1]) }
    // The sizes of groups leave no choice but among equal ones, which need not matter.
    if isRandom && !(splitter is GroupedKFold) && !(splitter is StratifiedGroupedKFold) {
      #expect(splits[0] != splits[1])
    }
  }

  @Test("divides rows of which only the number is known, unless it needs groups", arguments: splitters)
  func onlyCount(splitter: any Splitter) throws {
    if Self.isGrouped(splitter) {
      let error = try #require(throws: LearningError.self) { try splitter.splits(of: SplitRows(count: 60)) }
      guard case .missingGroups = error else {
        Issue.record("It throws \(error)")
        return
      }
    } else {
      #expect(try !splitter.splits(of: SplitRows(count: 60)).isEmpty)
    }
  }

  @Test("refuses no rows, and one row", arguments: withoutGroups)
  func tooFew(splitter: any Splitter) {
    for count in [0, 1] {
      #expect(throws: LearningError.self) { try splitter.splits(of: SplitRows(count: count)) }
      let labels = Array(repeating: 1, count: count)
      #expect(throws: LearningError.self) { try splitter.splits(of: SplitRows(labels: labels)) }
    }
  }

  @Test("refuses no groups, and one group", arguments: splitters.filter(isGrouped))
  func tooFewGroups(splitter: any Splitter) {
    for groups in [[], [7, 7, 7, 7]] {
      #expect(throws: LearningError.self) { try splitter.splits(of: SplitRows(groups: groups)) }
    }
  }

  @Test("names the class that it cannot learn from", arguments: splitters)
  func rareClass(splitter: any Splitter) throws {
    // Of the only row of class z, in the test part of some split.
    var labels = labels
    labels[33] = "z"
    let rows = try SplitRows(labels: labels, groups: groups)
    if splitter is BootstrapSplit {
      for split in try splitter.splits(of: rows) { #expect(split.training.contains(33)) }
    } else if let splitter = splitter as? GroupedShuffleSplit {
      let many = GroupedShuffleSplit(splitCount: 100, testShare: splitter.testShare)
      let error = try #require(throws: LearningError.self) { try many.splits(of: rows) }
      #expect(error.description.contains("“z”"))
    } else {
      let error = try #require(throws: LearningError.self) { try splitter.splits(of: rows) }
      #expect(error.description.contains("“z”"))
    }
  }

  @Test("is a value that a file keeps", arguments: splitters)
  func roundTrip(splitter: any Splitter) throws {
    func check<Value: Codable & Hashable>(_ value: Value) throws {
      #expect(try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value)
    }
    guard let value = splitter as? any Codable & Hashable else {
      Issue.record("\(splitter) cannot be kept")
      return
    }
    try check(value)
  }
}
