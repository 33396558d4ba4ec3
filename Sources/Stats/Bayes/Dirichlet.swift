public import Learning
internal import LinearAlgebra
internal import RealModule

/// The Dirichlet distribution: what is believed of the probabilities of K categories.
///
///     f(p) = Π pₖ^(αₖ - 1) / B(α),  pₖ ≥ 0, of sum 1
///
///     let prior = try Dirichlet(concentrations: [1, 1, 1])
///     let posterior = try prior.posterior(given: Categorical.Likelihood([0, 2, 1, 0, 0]))
///     posterior.mode                                      // [0.6, 0.2, 0.2]: the maximum a posteriori estimate
///     try posterior.marginal(of: 0).centralInterval()
///
/// αₖ - 1 is like the number of times that category k was seen before. The density is that of the first K - 1
/// probabilities.
public struct Dirichlet: Distribution {
  public static let name = "Dirichlet"

  /// α, K numbers above zero.
  public let concentrations: [Double]
  /// Σ αₖ.
  public let total: Double
  /// log B(α).
  let logBeta: Double

  private enum CodingKeys: String, CodingKey { case concentrations }

  /// - Throws: ``LearningError/invalidParameter(distribution:name:value:allowed:)`` unless there are at least two, and
  ///   they and their sum are finite and above zero.
  public init(concentrations: [Double]) throws(LearningError) {
    try Self.require(
      concentrations.count >= 2, "number of concentrations", Double(concentrations.count), "at least 2")
    for (k, concentration) in concentrations.enumerated() {
      try Self.requirePositive(concentration, "concentration of category \(k)")
    }
    self.concentrations = concentrations
    total = concentrations.reduce(0, +)
    try Self.requirePositive(total, "sum of the concentrations")
    logBeta = Self.logBeta(concentrations)
  }

  /// log Π Γ(αₖ) / Γ(Σ αₖ): by beta functions of each and the sum of those before it, so that no large numbers meet.
  private static func logBeta(_ concentrations: [Double]) -> Double {
    var sum = concentrations[0]
    var result = 0.0
    for concentration in concentrations.dropFirst() {
      result += .logBeta(sum, concentration)
      sum += concentration
    }
    return result
  }

  /// K.
  public var count: Int { concentrations.count }

  /// α / Σ αₖ.
  public var mean: [Double] { concentrations.map { $0 / total } }

  /// Where the density is highest, (α - 1) / (Σ αₖ - K): of a posterior, the maximum a posteriori estimate. Nil where a
  /// concentration is below 1, so that the density has no bound, and where all are 1, so that it is the same
  /// everywhere.
  public var mode: [Double]? {
    let excess = concentrations.map { $0 - 1 }
    let sum = excess.reduce(0, +)
    return excess.allSatisfy { $0 >= 0 } && sum > 0 ? excess.map { $0 / sum } : nil
  }

  /// What is believed of the probability of one category.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless there is such a category,
  ///   ``LearningError/invalidParameter(distribution:name:value:allowed:)`` where rounding leaves nothing for the
  ///   others.
  public func marginal(of category: Int) throws(LearningError) -> Beta {
    guard concentrations.indices.contains(category) else {
      throw .invalidOption(name: "category", value: "\(category)", allowed: "from 0 to \(count - 1)")
    }
    let others = concentrations.indices.reduce(0) { $0 + ($1 == category ? 0 : concentrations[$1]) }
    return try Beta(alpha: concentrations[category], beta: others)
  }

  /// log B(α) + Σ (αₖ - 1) (ψ(Σ α) - ψ(αₖ)).
  public var entropy: Double {
    concentrations.reduce(logBeta) { $0 + ($1 - 1) * .digammaIncrement($1, by: total - $1) }
  }

  /// -∞ unless the K numbers are zero or above and sum to 1, to within 1e-9. Where one is zero whose concentration is
  /// below 1 the density is infinite, unless it is zero by another.
  public func logDensity(_ x: [Double]) -> Double {
    precondition(x.count == count, "There are \(x.count) probabilities for \(count) categories")
    if x.contains(where: \.isNaN) { return .nan }
    guard x.allSatisfy({ $0 >= 0 }), abs(x.reduce(0, +) - 1) <= 1e-9 else { return -.infinity }
    let terms = zip(concentrations, x).map { $0 == 1 ? 0 : ($0 - 1) * .log($1) }
    return terms.contains(-.infinity) ? -.infinity : terms.reduce(-logBeta, +)
  }

  /// K probabilities, by the shares of gamma variables; in logarithms, as those of tiny concentrations are below all
  /// doubles.
  public func sample(using generator: inout some RandomNumberGenerator) -> [Double] {
    let logarithms = concentrations.map { generator.nextLogStandardGamma(shape: $0) }
    let largest = logarithms.reduce(-Double.infinity, max)
    let shares = logarithms.map { Double.exp($0 - largest) }
    let sum = shares.reduce(0, +)
    return shares.map { $0 / sum }
  }
}

extension Dirichlet {
  public init(from decoder: any Decoder) throws {
    self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
      try Self(concentrations: parameters.decode([Double].self, forKey: .concentrations))
    }
  }

  /// "Dirichlet(concentrations 1, 1, 2)"; "Dirichlet(1000 categories)" where there are more than eight.
  public var description: String {
    guard count <= 8 else { return "Dirichlet(\(count) categories)" }
    return "Dirichlet(concentrations \(concentrations.map { $0.formatted(digits: 6) }.joined(separator: ", ")))"
  }
}
