import TestSupport

/// A way in which ``FlawedExponential`` is wrong.
enum ContinuousFlaw: String, CaseIterable, Codable {
  /// 1 - survival and 1 - cumulative, which are right and have no digits in the tails.
  case losesTheTail
  case sumsBelowOne, cumulativeDips, densityTooHigh, densityPeaks, positiveDensityBelowZero, zeroForNaN
  case quantileIsApproximate, upperQuantileIsApproximate, endsBeforeInfinity, answersToTwo, wordsOfItsOwn
  case meanIsTheMedian, infiniteMean, varianceIsTheDeviation, noSkewness, kurtosisNotExcess, entropyInBits
  case samplesAreRounded, samplesOfAnotherRate, negativeSamples, seedIsIgnored
  case forgetsItsRate, readsAnything, refusesInSilence, namelessDescription

  /// The law that catches it.
  var breaks: DistributionLaw {
    switch self {
    case .losesTheTail, .upperQuantileIsApproximate: .cumulativeInvertsQuantile
    case .sumsBelowOne: .tailsSumToOne
    case .cumulativeDips: .cumulativeIsMonotone
    case .densityTooHigh: .densityFitsCumulative
    case .densityPeaks: .densityHasMassOne
    case .positiveDensityBelowZero: .outsideIsImpossible
    case .zeroForNaN: .nanGivesNaN
    case .quantileIsApproximate: .quantileInvertsCumulative
    case .endsBeforeInfinity: .quantilesEndAtTheSupport
    case .answersToTwo, .wordsOfItsOwn: .wrongProbabilitiesAreRefused
    case .meanIsTheMedian, .infiniteMean: .meanIsTheExpectation
    case .varianceIsTheDeviation: .varianceIsTheExpectation
    case .noSkewness: .skewnessIsTheExpectation
    case .kurtosisNotExcess: .excessKurtosisIsTheExpectation
    case .entropyInBits: .entropyIsTheExpectation
    case .samplesAreRounded: .samplesFollowTheDistribution
    case .samplesOfAnotherRate: .samplesHaveTheMoments
    case .negativeSamples: .samplesLieInTheSupport
    case .seedIsIgnored: .samplesRepeat
    case .forgetsItsRate: .codingKeepsTheDistribution
    case .readsAnything, .refusesInSilence: .wrongParametersAreRefused
    case .namelessDescription: .descriptionNamesTheDistribution
    }
  }
}
