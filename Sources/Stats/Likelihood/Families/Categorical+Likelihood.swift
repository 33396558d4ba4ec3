public import Learning
public import LinearAlgebra
internal import RealModule

extension Categorical: LikelihoodFamily {
  /// The likelihood of categories numbered from 0, of which the weight of each is sufficient.
  ///
  ///     l(p) = Σ nₖ log pₖ,  pₖ from 0, of sum 1
  ///
  /// K probabilities of sum 1 are K - 1 parameters: those of the first K - 1 categories, the last being what they
  /// leave. So the information has an inverse and the criteria count right; nothing else depends on which category is
  /// the last. ``MaximumLikelihood/probabilities`` and ``MaximumLikelihood/probabilityCovariance`` have all K.
  public struct Likelihood: CountLikelihood {
    /// The probability of a category.
    public struct Parameter: LikelihoodParameter {
      /// From 0.
      public let category: Int

      public init(category: Int) { self.category = category }

      public static func category(_ category: Int) -> Parameter { Parameter(category: category) }

      public init?(rawValue: String) {
        guard rawValue.hasPrefix(Self.prefix), let category = Int(rawValue.dropFirst(Self.prefix.count)) else {
          return nil
        }
        self.init(category: category)
      }

      /// "probability of category 2"
      public var rawValue: String { Self.prefix + "\(category)" }

      public var domain: ParameterDomain { .unitInterval }

      private static var prefix: String { "probability of category " }
    }

    /// To 2²⁴ - 1: a number beyond is no category's but a slip, and would take gigabytes of empty ones before it.
    public static var support: ClosedRange<Int> { 0...0xFF_FFFF }

    /// The weight of each of the K categories, zero where it was not seen.
    public let weights: [Double]
    public let sampleSize: Double

    /// The likelihood with as many categories as the largest number asks for.
    public init(_ table: FrequencyTable) throws(LearningError) {
      try Self.requireSupport(table)
      self.init(table, count: (table.values.last ?? 0) + 1)
    }

    /// - Parameters:
    ///   - table: numbers from 0 to `categoryCount` - 1.
    ///   - categoryCount: K, where categories beyond the largest number may have gone unseen.
    /// - Throws: ``LearningError/outsideSupport(distribution:row:value:support:)``, the row being that of the table,
    ///   ``LearningError/invalidOption(name:value:allowed:)`` unless there is a category.
    public init(_ table: FrequencyTable, categoryCount: Int) throws(LearningError) {
      guard (1...Self.support.upperBound + 1).contains(categoryCount) else {
        throw .invalidOption(
          name: "categoryCount", value: "\(categoryCount)", allowed: "from 1 to \(Self.support.upperBound + 1)")
      }
      try Self.requireSupport(table)
      for (row, value) in table.values.enumerated() where value >= categoryCount {
        throw .outsideSupport(
          distribution: Categorical.name, row: row, value: "\(value)",
          support: "whole numbers from 0 to \(categoryCount - 1)")
      }
      self.init(table, count: categoryCount)
    }

    private init(_ table: FrequencyTable, count: Int) {
      var weights = [Double](repeating: 0, count: count)
      for (value, weight) in zip(table.values, table.weights) { weights[value] = weight }
      self.weights = weights
      sampleSize = table.totalWeight
    }

    public var parameters: [Parameter] { weights.indices.dropLast().map(Parameter.init) }

    /// The point with the last category's probability, which is zero where only rounding is left for it.
    private func probabilities(at point: [Double]) -> [Double] {
      let rest = 1 - point.reduce(0, +)
      return point + [abs(rest) <= Double(weights.count) * .ulpOfOne ? 0 : rest]
    }

    public func logLikelihood(at point: [Double]) -> Double {
      let probabilities = probabilities(at: point)
      guard probabilities.allSatisfy({ $0 >= 0 }) else { return -.infinity }
      return zip(weights, probabilities).reduce(0) { $0 + ($1.0 > 0 ? $1.0 * .log($1.1) : 0) }
    }

    public func score(at point: [Double]) -> [Double] {
      let slopes = zip(weights, probabilities(at: point)).map { $0 > 0 ? $0 / $1 : 0 }
      return slopes.dropLast().map { $0 - slopes[slopes.count - 1] }
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      information(zip(weights, probabilities(at: point)).map { $0 > 0 ? $0 / ($1 * $1) : 0 })
    }

    /// n (1/pⱼ on the diagonal + 1/p of the last category everywhere).
    public func expectedInformation(at point: [Double]) -> Matrix {
      information(probabilities(at: point).map { sampleSize / $0 })
    }

    /// A diagonal matrix, and the last category's number added everywhere.
    private func information(_ curvatures: [Double]) -> Matrix {
      var result = Matrix.diagonal(Array(curvatures.dropLast()))
      for i in 0..<result.rowCount {
        for j in 0..<result.rowCount { result[i, j] += curvatures[curvatures.count - 1] }
      }
      return result
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Categorical {
      try Categorical(probabilities: probabilities(at: point))
    }

    /// The shares of the categories.
    public func maximum() -> LikelihoodMaximum {
      let point = weights.dropLast().map { $0 / sampleSize }
      let unseen = weights.indices.filter { weights[$0] == 0 }
      guard unseen.isEmpty else {
        let names = unseen.prefix(10).map(String.init).joined(separator: ", ") + (unseen.count > 10 ? ", ..." : "")
        let subject = unseen.count == 1
          ? "category \(names) was not seen; its probability is"
          : "categories \(names) were not seen; their probabilities are"
        return .boundary(point, because: subject + " estimated as 0.")
      }
      return .closedForm(point, "shares of the categories")
    }

    /// The other probabilities in the proportions of their shares.
    public func maximum(fixing index: Int, near point: [Double]) -> [Double] {
      let others = sampleSize - weights[index]
      var result = weights.dropLast().map { others > 0 ? $0 / others * (1 - point[index]) : 0 }
      result[index] = point[index]
      return result
    }
  }

  /// ``fit(_:weights:)`` where categories beyond the largest number may have gone unseen.
  ///
  /// - Parameter categoryCount: K; the numbers are from 0 to K - 1.
  /// - Throws: as ``fit(_:weights:)``, and ``LearningError/invalidOption(name:value:allowed:)`` unless there is a
  ///   category.
  public static func fit<Count: FixedWidthInteger>(
    _ categories: some Collection<Count>, weights: [Double]? = nil, categoryCount: Int
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    let table = try FrequencyTable(of: categories, weights: weights)
    return try MaximumLikelihood(Likelihood(table, categoryCount: categoryCount))
  }
}

extension MaximumLikelihood where Function == Categorical.Likelihood {
  /// The estimated probabilities of all K categories: their shares.
  public var probabilities: [Double] { likelihood.weights.map { $0 / sampleSize } }

  /// The covariance matrix of ``probabilities``, K x K: pⱼ (1 - pⱼ) / n on the diagonal, -pⱼ pₖ / n elsewhere. It is
  /// singular, because their sum is no matter of chance.
  ///
  /// A category that was not seen has variance zero in it: take ``wilsonInterval(ofCategory:level:)``.
  public var probabilityCovariance: Matrix {
    let p = probabilities
    var covariance = Matrix.zeros(p.count, p.count)
    for i in p.indices {
      for j in p.indices { covariance[i, j] = ((i == j ? p[i] : 0) - p[i] * p[j]) / sampleSize }
    }
    return covariance
  }

  /// Wilson's interval for the probability of one category against all others; see
  /// ``MaximumLikelihood/wilsonInterval(level:)``. Each interval has the level for itself: for all K at once take
  /// 1 - (1 - level) / K.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1, and for a
  ///   category that there is not.
  public func wilsonInterval(ofCategory category: Int, level: Double = 0.95) throws(LearningError) -> IntervalEstimate {
    guard likelihood.weights.indices.contains(category) else {
      throw .invalidOption(
        name: "category", value: "\(category)", allowed: "from 0 to \(likelihood.weights.count - 1)")
    }
    let seen = likelihood.weights[category]
    return try MaximumLikelihood<Bernoulli.Likelihood>(
      Bernoulli.Likelihood(successes: seen, failures: sampleSize - seen)).wilsonInterval(level: level)
  }
}
