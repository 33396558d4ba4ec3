import Learning

extension MinMaxScaler.Model {
  /// Reads what `encode(to:)` wrote. Parts that do not fit together are a `DecodingError`: a model that was read can be
  /// used.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let minimum = try container.decode([Double].self, forKey: .minimum)
    let maximum = try container.decode([Double].self, forKey: .maximum)
    guard !minimum.isEmpty, minimum.count == maximum.count,
      zip(minimum, maximum).allSatisfy({ $0 <= $1 && ($1 - $0).isFinite })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .maximum, in: container,
        debugDescription: "There must be a finite range for at least one column, as many maxima as minima.")
    }
    let range = try container.decode(ClosedRange<Double>.self, forKey: .range)
    guard range.hasFiniteLength else {
      throw DecodingError.dataCorruptedError(
        forKey: .range, in: container, debugDescription: "The range must be finite, its upper end the larger.")
    }
    self.init(
      minimum: minimum, maximum: maximum, range: range, clips: try container.decode(Bool.self, forKey: .clips),
      report: try container.decode(FitReport.self, forKey: .report))
  }
}
