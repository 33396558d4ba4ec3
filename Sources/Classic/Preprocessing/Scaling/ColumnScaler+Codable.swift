import Learning

extension ColumnScaler {
  /// Reads what `encode(to:)` wrote. Parts that do not fit together are a `DecodingError`: a model that was read can be
  /// used.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      center: try container.decode([Double].self, forKey: .center),
      scale: try container.decode([Double].self, forKey: .scale),
      report: try container.decode(FitReport.self, forKey: .report))
    guard !center.isEmpty, center.allSatisfy(\.isFinite) else {
      throw DecodingError.dataCorruptedError(
        forKey: .center, in: container, debugDescription: "Centres must be finite, at least one of them.")
    }
    guard scale.count == center.count, scale.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .scale, in: container,
        debugDescription: "Scales must be positive and finite, one for each of \(center.count) centres.")
    }
  }
}
