internal import Learning
internal import LinearAlgebra

extension Inference: Codable {
  private enum CodingKeys: String, CodingKey { case rows, statistic, level }

  /// Reads what was written; a level or degrees of freedom that no table has are a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    do {
      try self.init(
        rows: try container.decode([Row].self, forKey: .rows),
        statistic: try container.decode(Statistic.self, forKey: .statistic),
        level: try container.decode(Double.self, forKey: .level))
    } catch let error as LearningError {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: error.description, underlyingError: error))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rows, forKey: .rows)
    try container.encode(statistic, forKey: .statistic)
    try container.encode(level, forKey: .level)
  }
}

extension Inference.Row: Codable {
  private enum CodingKeys: String, CodingKey { case name, estimate, standardError, statistic, pValue, interval }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func number(_ key: CodingKeys) throws -> Double? {
      try container.decodeIfPresent(LosslessDouble.self, forKey: key)?.value
    }
    self.init(
      name: try container.decode(String.self, forKey: .name),
      estimate: try container.decode(LosslessDouble.self, forKey: .estimate).value,
      standardError: try number(.standardError), statistic: try number(.statistic), pValue: try number(.pValue),
      interval: try container.decodeIfPresent(IntervalEstimate.self, forKey: .interval))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(LosslessDouble(estimate), forKey: .estimate)
    try container.encodeIfPresent(standardError.map(LosslessDouble.init), forKey: .standardError)
    try container.encodeIfPresent(statistic.map(LosslessDouble.init), forKey: .statistic)
    try container.encodeIfPresent(pValue.map(LosslessDouble.init), forKey: .pValue)
    try container.encodeIfPresent(interval, forKey: .interval)
  }
}
