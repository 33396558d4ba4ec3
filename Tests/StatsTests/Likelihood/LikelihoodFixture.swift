import Datasets
import Learning
import Stats
import Testing

/// What scipy, statsmodels and mpmath find; see Tests/Fixtures/stats/make_likelihood.py.
struct LikelihoodFixture: Decodable {
  struct Fit: Decodable {
    let estimates, standardErrors: [Double]
    let logLikelihood: Double
    /// The likelihood-ratio intervals of the first parameters.
    let intervals: [[Double]]?
    /// The sample, where it is not one of ``LikelihoodSamples``.
    let data: [Double]?
  }

  let fits: [String: Fit]

  static func fit(_ name: String) throws -> Fit {
    try #require(try fixture("likelihood", of: LikelihoodFixture.self).fits[name])
  }

  /// The sample of a fit that brings its own.
  static func data(_ name: String) throws -> [Double] { try #require(try fit(name).data) }
}

extension MaximumLikelihood {
  /// What differs from the fixture by more than 1e-10, relatively, standard errors by more than 1e-9, intervals by more
  /// than 1e-8.
  ///
  /// - Parameter factor: of these tolerances, for samples that are ill-conditioned.
  func differences(from name: String, factor: Double = 1) throws -> [String] {
    let expected = try LikelihoodFixture.fit(name)
    var found = compare("estimate", estimates, expected.estimates, 1e-10 * factor)
    found += compare("standard error", standardErrors() ?? [], expected.standardErrors, 1e-9 * factor)
    found += compare("log-likelihood", [logLikelihood], [expected.logLikelihood], 1e-12)
    if !report.hasConverged { found.append("not converged: \(report)") }
    for (index, ends) in (expected.intervals ?? []).enumerated() {
      let interval = try likelihoodRatioInterval(of: likelihood.parameters[index])
      found += compare("interval \(index)", [interval.lower, interval.upper], ends, 1e-8)
    }
    return found
  }

  private func compare(_ what: String, _ values: [Double], _ expected: [Double], _ tolerance: Double) -> [String] {
    guard values.count == expected.count else { return ["\(values.count) \(what)s, not \(expected.count)"] }
    return zip(values, expected).compactMap { value, expected in
      relativeError(value, expected) <= tolerance ? nil : "\(what) \(value), not \(expected)"
    }
  }
}

/// Samples that the fixtures were made from.
enum LikelihoodSamples {
  /// Minutes of Old Faithful's eruptions, and from each to the next.
  static func eruptions() throws -> [Double] { Array(try Datasets.oldFaithful().features.column(0)) }
  static func waiting() throws -> [Double] { Array(try Datasets.oldFaithful().features.column(1)) }
  /// Magnesium in wines.
  static func magnesium() throws -> [Double] { Array(try Datasets.wine().features.column(4)) }
  /// Deaths in 280 corps-years.
  static func horseKicks() throws -> [Int] { try Datasets.horseKicks().features.column(1).map { Int($0) } }
}
