public import Learning
import LinearAlgebra

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
  try SplitShares(test: testShare).split(count: count, using: &generator)
}

/// Divides rows at random so that each class has the same share of both parts, to within one row.
///
/// - Parameter labels: one for each row; every class needs two rows at least.
/// - Throws: `.tooFewSamples` where a class has one row only, `.invalidOption`.
public func trainTestSplit<Label: ClassLabel>(
  stratifiedBy labels: [Label], testShare: Double = 0.25, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> TrainTestSplit {
  let encoding = LabelEncoding(of: labels)
  return try SplitShares(test: testShare).split(
    classOfRow: encoding.indices(of: labels), classNames: encoding.classes.map { "\($0)" }, using: &generator)
}

/// Divides whole groups at random: the rows of a group, such as those of one patient, are in the same part.
///
/// - Parameters:
///   - groups: one for each row, at least two different ones.
///   - testShare: the share of the groups, not of the rows, to test on; see
///     ``trainTestSplit(count:testShare:using:)``.
/// - Throws: `.tooFewGroups`, `.invalidOption`.
public func trainTestSplit(
  groupedBy groups: [some Hashable], testShare: Double = 0.25, using generator: inout some RandomNumberGenerator
) throws(LearningError) -> TrainTestSplit {
  try SplitShares(test: testShare).split(
    rowsOfGroup: SplitRows(groups: groups).requiredGroups(for: "a split by groups"), using: &generator)
}
