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

  private var inconsistency: (key: CodingKeys, sentence: String)? {
    if scale.count != center.count {
      return (.scale, "There are \(scale.count) scales for \(center.count) centres.")
    }
    if !scale.allSatisfy({ $0 > 0 && $0.isFinite }) {
      return (.scale, "Scales must be positive and finite.")
    }
    if components.columnCount != center.count {
      return (.components, "Components of \(components.columnCount) columns do not fit \(center.count) centres.")
    }
    if (try? components.requireFinite()) == nil {
      return (.components, "Components must be finite.")
    }
    if explained.variances.count != components.rowCount {
      return (.explained, "\(explained.variances.count) variances do not fit \(components.rowCount) components.")
    }
    if !explained.variances.allSatisfy({ $0 > 0 }) || !(explained.total > 0) {
      return (.explained, "Variances must be positive.")
    }
    if !(componentCount...max(componentCount, eigenvalues.count)).contains(rank) || eigenvalues.count > center.count {
      return (.rank, "A rank of \(rank) does not fit \(componentCount) components and \(eigenvalues.count) eigenvalues.")
    }
    if !constantColumns.allSatisfy(center.indices.contains) || constantColumns.count + rank > center.count {
      return (.constantColumns, "Constant columns must be columns, and leave some for the components.")
    }
    if !(divisor > 0 && divisor <= sampleWeight) {
      return (.divisor, "A divisor of \(divisor) does not fit \(sampleWeight) rows.")
    }
    return nil
  }
}
