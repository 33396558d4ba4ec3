import Learning
import TestSupport

/// What a ``FlawedRegressor`` does wrong.
enum RegressorFlaw: String, CaseIterable, Codable, Sendable {
  // At fit.
  case learnsFromNaN, reportsAnotherError, takesNegativeWeights, takesWeightsOfAnyNumber, takesWeightsOfZero
  case takesInfiniteWeights, learnsTargetsOfNaN, takesTargetsOfAnyNumber, learnsFromNothing, failsOnOneRow
  case failsOnOneColumn, overflows, hidesAnInfinity, takesAnyOption, overwritesFeatures, overwritesWeights
  case needsAGenerator, drawsForItself, drawsUndeclared, drawsInVain, dividesByTheSpread, invertsTheCovariance
  case startsAtTheFirstRow, countsRows, countsRowsOfWeightZero, treatsWeightsApart, asksForTheThreads
  case countsNoIterations, neverPolls
  // When asked.
  case predictsFromNaN, namesTheNextRow, takesAnyColumns, miscountsFeatures, givesARowForNone, failsOnHugeSamples
  case overwritesSamples, forgetsWhenWritten, looksAtTheWholeBatch, looksAtThePosition, losesTheLastRow, givesNaN

  /// The law that is broken so.
  var breaks: Law {
    switch self {
    case .learnsFromNaN, .reportsAnotherError, .predictsFromNaN, .namesTheNextRow: .featuresNotFiniteAreRefused
    case .takesNegativeWeights, .takesWeightsOfAnyNumber, .takesWeightsOfZero, .takesInfiniteWeights:
      .wrongWeightsAreRefused
    case .learnsTargetsOfNaN, .takesTargetsOfAnyNumber: .wrongTargetsAreRefused
    case .learnsFromNothing: .emptyDataAreRefused
    case .failsOnOneRow, .failsOnOneColumn: .smallDataAreHandled
    case .takesAnyColumns, .miscountsFeatures: .otherFeatureCountIsRefused
    case .givesARowForNone: .noRowsGiveNoResults
    case .overflows, .hidesAnInfinity, .failsOnHugeSamples: .hugeValuesAreHandled
    case .takesAnyOption: .invalidOptionsAreRefused
    case .overwritesFeatures, .overwritesWeights, .overwritesSamples: .inputsStayAsTheyWere
    case .needsAGenerator: .generatorIsOptional
    case .countsNoIterations: .iterationsAreCounted
    case .neverPolls: .iterativeFitsStopWhenAsked
    case .drawsForItself: .equalSeedsGiveEqualModels
    case .drawsUndeclared, .drawsInVain: .determinismIsDeclaredTruly
    case .asksForTheThreads: .threadsDoNotMatter
    case .forgetsWhenWritten: .codingKeepsTheModel
    case .looksAtTheWholeBatch: .rowsArePredictedAlone
    case .looksAtThePosition: .predictionFollowsTheRows
    case .startsAtTheFirstRow: .trainingOrderDoesNotMatter
    case .dividesByTheSpread: .constantColumnDoesNoHarm
    case .invertsTheCovariance: .duplicatedColumnDoesNoHarm
    case .losesTheLastRow, .givesNaN: .resultsHaveTheirShape
    case .countsRows: .weightsEqualRepetition
    case .countsRowsOfWeightZero: .zeroWeightEqualsRemoval
    case .treatsWeightsApart: .unitWeightsEqualNone
    }
  }

  /// The mean that this flaw makes up where it should have passed the error on; nil where it does.
  func mended(_ error: LearningError) -> Double? {
    switch (self, error) {
    case (.learnsFromNaN, .notFinite), (.takesNegativeWeights, .negativeWeight),
      (.takesWeightsOfAnyNumber, .countMismatch(.weights, _, _)), (.takesWeightsOfZero, .noPositiveWeight),
      (.takesInfiniteWeights, .valueNotFinite(.weights, _, _)),
      (.learnsTargetsOfNaN, .valueNotFinite(.targets, _, _)),
      (.takesTargetsOfAnyNumber, .countMismatch(.targets, _, _)), (.learnsFromNothing, .empty),
      (.takesAnyOption, .invalidOption):
      0
    default: nil
    }
  }
}
