import Learning
public import LinearAlgebra

/// The area under the ROC curve for several classes.
///
///     let p = try model.probabilities(for: x)
///     try rocAUC(of: p, labels: y, classes: model.classes)                            // each class against the rest
///     try rocAUC(of: p, labels: y, classes: model.classes, multiclass: .oneVsOne)     // Hand and Till's M
///
/// For two classes all but the micro average are ``rocAUC(of:labels:weights:)`` of either.
///
/// - Parameters:
///   - probabilities: n x K; rows sum to 1, because the columns are compared with each other.
///   - labels: n of them.
///   - classes: the K labels in the order of the columns.
///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
///     none. Nil for ones. scikit-learn has them for `.oneVsRest` only.
///   - multiclass: `.oneVsRest` by default.
///   - average: `.macro` by default. `.weighted` counts a class, or a pair of them, as often as rows are of it.
///     `.micro` ranks all n K probabilities together, and is for `.oneVsRest` only.
/// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.notProbability`, `.probabilitySum`, `.invalidOption`
///   where there is not a class for each column, or for the micro average of pairs; `.unknownLabel`; `.oneClassOnly`
///   where all rows are of one class, and `.classMissing` where no row is of some class (scikit-learn gives NaN), both
///   but for `.micro`; what is wrong with the weights.
/// - Complexity: O(n K) for `.oneVsRest`, O(n K²) for `.oneVsOne`.
///
/// Source: Hand and Till, A simple generalisation of the area under the ROC curve for multiple class classification
/// problems, Machine Learning 45(2), 2001, doi:10.1023/A:1010920819831; Fawcett, An introduction to ROC analysis,
/// Pattern Recognition Letters 27(8), 2006, section 9, doi:10.1016/j.patrec.2005.10.010.
public func rocAUC<Label: Hashable>(
  of probabilities: Matrix, labels: [Label], classes: [Label], weights: [Double]? = nil,
  multiclass: MulticlassComparison = .oneVsRest, average: ClassAverage = .macro
) throws(LearningError) -> Double {
  guard multiclass == .oneVsRest || average != .micro else {
    throw .invalidOption(name: "average", value: "micro for pairs of classes", allowed: "macro or weighted")
  }
  let ranked = try RankedClasses(
    "an ROC curve", of: probabilities, labels: labels, classes: classes, weights: weights,
    needsEveryClass: average != .micro)
  return switch multiclass {
  case .oneVsRest: try ranked.average(average) { $0.areaUnderCurve }
  case .oneVsOne: try ranked.pairwiseArea(weightsPairs: average == .weighted)
  }
}

/// The average precision of several classes, each against the rest.
///
/// Parameters, errors and complexity are those of ``rocAUC(of:labels:classes:weights:multiclass:average:)`` of one
/// class against the rest. scikit-learn counts a class without rows as 0.
public func averagePrecision<Label: Hashable>(
  of probabilities: Matrix, labels: [Label], classes: [Label], weights: [Double]? = nil,
  average: ClassAverage = .macro
) throws(LearningError) -> Double {
  try RankedClasses(
    "average precision", of: probabilities, labels: labels, classes: classes, weights: weights,
    needsEveryClass: average != .micro
  ).average(average) { $0.averagePrecision }
}
