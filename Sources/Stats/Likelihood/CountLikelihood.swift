public import Learning

/// A likelihood of counts, for which the frequency of each value is sufficient.
public protocol CountLikelihood: LikelihoodFunction {
  /// The counts that the family gives, whatever its parameters.
  static var support: ClosedRange<Int> { get }

  /// - Parameter table: counts in ``support``.
  /// - Throws: ``LearningError/outsideSupport(distribution:row:value:support:)``, the row being that of the table.
  init(_ table: FrequencyTable) throws(LearningError)
}

extension CountLikelihood {
  /// - Parameters:
  ///   - counts: whole numbers in ``support``, of any width; read once, never widened into a copy.
  ///   - weights: one for each count, zero or positive, as if one of weight 3 stood there three times; nil for ones.
  /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without counts,
  ///   ``LearningError/outsideSupport(distribution:row:value:support:)``, and what is wrong with the weights.
  public init<Count: FixedWidthInteger>(
    _ counts: some Collection<Count>, weights: [Double]? = nil
  ) throws(LearningError) {
    let table = try FrequencyTable(of: counts, weights: weights)
    if table.values.contains(where: { !Self.support.contains($0) }) {
      for (row, count) in counts.enumerated()
      where !Self.support.contains(Int(clamping: count)) && weights.map({ $0[row] > 0 }) ?? true {
        throw Self.outsideSupport(Int(clamping: count), row: row)
      }
    }
    try self.init(table)
  }

  /// Checks the values of a table, for the initialisers of families.
  static func requireSupport(_ table: FrequencyTable) throws(LearningError) {
    guard !table.values.isEmpty else {
      throw .tooFewSamples(found: 0, needed: 1, purpose: "a likelihood")
    }
    for (row, value) in table.values.enumerated() where !support.contains(value) {
      throw outsideSupport(value, row: row)
    }
  }

  private static func outsideSupport(_ value: Int, row: Int) -> LearningError {
    let range = support.upperBound == .max
      ? "whole numbers from \(support.lowerBound)"
      : "whole numbers from \(support.lowerBound) to \(support.upperBound)"
    return .outsideSupport(distribution: Family.name, row: row, value: "\(value)", support: range)
  }
}

extension LikelihoodFamily where Likelihood: CountLikelihood {
  /// The distribution of this family under which the counts are most likely.
  ///
  ///     let fit = try Poisson.fit(deaths)
  ///     fit[.mean]
  ///
  /// - Parameters:
  ///   - counts: whole numbers in the family's support, of any width; read once, never widened into a copy.
  ///   - weights: one for each count, zero or positive, as if one of weight 3 stood there three times; nil for ones.
  /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without counts,
  ///   ``LearningError/outsideSupport(distribution:row:value:support:)``, what is wrong with the weights, and
  ///   ``LearningError/cancelled``. Samples whose likelihood is largest at a boundary are no error: the fit says so.
  public static func fit<Count: FixedWidthInteger>(
    _ counts: some Collection<Count>, weights: [Double]? = nil
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(counts, weights: weights))
  }

  /// ``fit(_:weights:)`` for counts that are given by their frequencies.
  public static func fit(_ table: FrequencyTable) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(table))
  }
}
