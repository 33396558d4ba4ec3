/// What must be true of every distribution on the line. The raw value is the law as a sentence.
package enum DistributionLaw: String, CaseIterable, Sendable {
  // MARK: Probabilities
  case tailsSumToOne = "The cumulative probability and the survival are from 0 to 1, and sum to 1"
  case cumulativeIsMonotone = "The cumulative probability never falls, and the survival never rises"
  case densityFitsCumulative = "The density is the slope of the cumulative probability; the jump, if discrete"
  case densityHasMassOne = "The density integrates, or sums, to the probabilities of intervals, and to 1"
  case outsideIsImpossible = "Outside the support the density is zero, and the cumulative probability 0 or 1"
  case nanGivesNaN = "NaN gives NaN"

  // MARK: Quantiles
  case quantileInvertsCumulative = "The quantile of a cumulative probability is the value, in both tails"
  case cumulativeInvertsQuantile = "The cumulative probability of a quantile is the probability, in both tails"
  case quantilesEndAtTheSupport = "The quantiles of 0 and 1 are the ends of the support"
  case wrongProbabilitiesAreRefused = "No quantile is given for what is not a probability"

  // MARK: Moments
  case meanIsTheExpectation = "The mean is the expectation, and infinite or NaN only where that diverges"
  case varianceIsTheExpectation = "The variance is the second central moment"
  case skewnessIsTheExpectation = "The skewness is the third standardised moment"
  case excessKurtosisIsTheExpectation = "The excess kurtosis is the fourth standardised moment less 3"
  case entropyIsTheExpectation = "The entropy is the expectation of the negative log density"

  // MARK: Samples
  case samplesFollowTheDistribution = "Samples are as close to the cumulative probabilities as chance has them"
  case samplesHaveTheMoments = "Samples have the mean and variance, within five standard errors"
  case samplesLieInTheSupport = "Samples lie in the support"
  case samplesRepeat = "The same seed gives the same samples"

  // MARK: Values
  case codingKeepsTheDistribution = "A distribution that was written to JSON and read again is equal"
  case wrongParametersAreRefused = "JSON with a parameter that the initialiser refuses is refused in its words"
  case descriptionNamesTheDistribution = "The description begins with the name"

  // MARK: Exemptions
  case exemptionsAreNeeded = "A law that holds is not exempted"
}

extension DistributionLaw: CustomStringConvertible {
  package var description: String { rawValue }
}
