import TestSupport

/// A way in which ``FlawedGeometric`` is wrong.
enum DiscreteFlaw: String, CaseIterable, Codable {
  case sumsBelowOne, survivalCountsItself, survivalRises, densityOfTheNext, tailOfAnotherRate, possibleBelowZero
  case quantileOneTooLarge, quantileByRounding, infiniteQuantile
  case meanCountsTrials, varianceOfTheMean, noSkewness, kurtosisNotExcess, entropyInBits
  case samplesOfTrials

  /// The law that catches it.
  var breaks: DistributionLaw {
    switch self {
    case .sumsBelowOne, .survivalCountsItself: .tailsSumToOne
    case .survivalRises: .cumulativeIsMonotone
    case .densityOfTheNext: .densityFitsCumulative
    case .tailOfAnotherRate: .densityHasMassOne
    case .possibleBelowZero: .outsideIsImpossible
    case .quantileOneTooLarge: .cumulativeInvertsQuantile
    case .quantileByRounding: .quantileInvertsCumulative
    case .infiniteQuantile: .quantilesEndAtTheSupport
    case .meanCountsTrials: .meanIsTheExpectation
    case .varianceOfTheMean: .varianceIsTheExpectation
    case .noSkewness: .skewnessIsTheExpectation
    case .kurtosisNotExcess: .excessKurtosisIsTheExpectation
    case .entropyInBits: .entropyIsTheExpectation
    case .samplesOfTrials: .samplesFollowTheDistribution
    }
  }
}
