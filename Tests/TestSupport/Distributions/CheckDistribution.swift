import Stats

/// Holds the laws against a distribution with a density.
///
/// - Parameters:
///   - refused: edits of its JSON, as a parameter's name and the value written for it, that the distribution's
///     initialiser refuses.
///   - exempted: laws that it cannot keep, such as a moment that no `Double` holds.
package func checkLaws<Subject: ContinuousDistribution>(
  ofContinuous distribution: Subject, refusing refused: [String: String] = [:],
  exempting exempted: Set<DistributionLaw> = [], options: DistributionLawOptions = DistributionLawOptions()
) -> DistributionReport {
  let laws = DistributionLaws(
    distribution, refused: refused, options: options, number: { $0 }, cumulativeBelow: distribution.cumulative)
  let own = ContinuousLaws(distribution, options: options)
  return laws.report(on: laws.checks.merging(own.checks) { _, own in own }, exempting: exempted)
}

/// Holds the laws against a distribution on the whole numbers; see
/// ``checkLaws(ofContinuous:refusing:exempting:options:)``.
package func checkLaws<Subject: DiscreteDistribution>(
  ofDiscrete distribution: Subject, refusing refused: [String: String] = [:],
  exempting exempted: Set<DistributionLaw> = [], options: DistributionLawOptions = DistributionLawOptions()
) -> DistributionReport {
  let laws = DistributionLaws(
    distribution, refused: refused, options: options, number: { Double($0) },
    cumulativeBelow: { $0 == Int.min ? 0 : distribution.cumulative($0 - 1) })
  let own = DiscreteLaws(distribution, options: options)
  return laws.report(on: laws.checks.merging(own.checks) { _, own in own }, exempting: exempted)
}
