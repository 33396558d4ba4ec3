import Learning
import LinearAlgebra

extension PCA.Model: Codable {
  private enum CodingKeys: String, CodingKey {
    case center, scale, components, explained, eigenvalues, rank, constantColumns, sampleWeight, divisor
    case isWhitening, matrix, report
  }

  /// Reads what `encode(to:)` wrote. Parts that do not fit together are a `DecodingError`: a model that was read can be
  /// used.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      center: try container.decode([Double].self, forKey: .center),
      scale: try container.decode([Double].self, forKey: .scale),
      components: try container.decode(Matrix.self, forKey: .components),
      explained: try container.decode(VarianceSpectrum.self, forKey: .explained),
      eigenvalues: try container.decode([Double].self, forKey: .eigenvalues),
      rank: try container.decode(Int.self, forKey: .rank),
      constantColumns: try container.decode([Int].self, forKey: .constantColumns),
      sampleWeight: try container.decode(Double.self, forKey: .sampleWeight),
      divisor: try container.decode(Double.self, forKey: .divisor),
      isWhitening: try container.decode(Bool.self, forKey: .isWhitening),
      matrix: try container.decode(PCA.AnalysedMatrix.self, forKey: .matrix),
      report: try container.decode(FitReport.self, forKey: .report))
    guard let inconsistency else { return }
    throw DecodingError.dataCorruptedError(
      forKey: inconsistency.key, in: container, debugDescription: inconsistency.sentence)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(center, forKey: .center)
    try container.encode(scale, forKey: .scale)
    try container.encode(components, forKey: .components)
    try container.encode(explained, forKey: .explained)
    try container.encode(eigenvalues, forKey: .eigenvalues)
    try container.encode(rank, forKey: .rank)
    try container.encode(constantColumns, forKey: .constantColumns)
    try container.encode(sampleWeight, forKey: .sampleWeight)
    try container.encode(divisor, forKey: .divisor)
    try container.encode(isWhitening, forKey: .isWhitening)
    try container.encode(matrix, forKey: .matrix)
    try container.encode(report, forKey: .report)
  }

  private typealias Inconsistency = (key: CodingKeys, sentence: String)

  private var inconsistency: Inconsistency? {
    inconsistentScaling ?? inconsistentComponents ?? inconsistentVariances
  }

  private var inconsistentScaling: Inconsistency? {
    if center.isEmpty || !center.allSatisfy(\.isFinite) {
      return (.center, "Centres must be finite, at least one of them.")
    }
    if scale.count != center.count {
      return (.scale, "There are \(scale.count) scales for \(center.count) centres.")
    }
    if !scale.allSatisfy({ $0 > 0 && $0.isFinite }) {
      return (.scale, "Scales must be positive and finite.")
    }
    if !(divisor > 0 && divisor.isFinite) {
      return (.divisor, "The divisor is \(divisor); it must be positive and finite.")
    }
    if !(sampleWeight >= divisor && sampleWeight.isFinite) {
      return (.sampleWeight, "The rows weigh \(sampleWeight); that must be finite, and no less than the divisor.")
    }
    return nil
  }

  private var inconsistentComponents: Inconsistency? {
    if components.columnCount != center.count {
      return (.components, "Components of \(components.columnCount) columns do not fit \(center.count) centres.")
    }
    if !(1...featureCount).contains(componentCount) {
      return (.components, "\(componentCount) components do not fit \(featureCount) features.")
    }
    if (try? components.requireFinite()) == nil {
      return (.components, "Components must be finite.")
    }
    return nil
  }

  private var inconsistentVariances: Inconsistency? {
    if explainedVariance.count != componentCount {
      return (.explained, "\(explainedVariance.count) variances do not fit \(componentCount) components.")
    }
    if !explainedVariance.allSatisfy({ $0 > 0 }) {
      return (.explained, "Variances must be positive.")
    }
    // The sum may have been taken in another order.
    let sum = explainedVariance.reduce(0, +)
    if !(explained.total >= sum * (1 - 1e-9) && explained.total.isFinite) {
      return (.explained, "The total variance is \(explained.total); it must be finite, and no less than its parts.")
    }
    if eigenvalues.count > featureCount || !eigenvalues.starts(with: explainedVariance) {
      return (.eigenvalues, "Eigenvalues must begin with the components' variances, at most one for each feature.")
    }
    let descending = zip(eigenvalues, eigenvalues.dropFirst()).allSatisfy(>=)
    if !descending || !eigenvalues.allSatisfy({ $0 >= 0 && $0.isFinite }) {
      return (.eigenvalues, "Eigenvalues must be finite, largest first, and none negative.")
    }
    if !(componentCount...max(componentCount, eigenvalues.count)).contains(rank) {
      return (.rank, "A rank of \(rank) does not fit \(componentCount) components, \(eigenvalues.count) eigenvalues.")
    }
    if !constantColumns.allSatisfy(center.indices.contains) || constantColumns.count > featureCount - rank {
      return (.constantColumns, "Constant columns must be columns, and leave one for each direction of variance.")
    }
    return nil
  }
}
