internal import LinearAlgebra

extension IntervalEstimate: Codable {
  private enum CodingKeys: String, CodingKey { case lower, upper, level }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      lower: try container.decode(LosslessDouble.self, forKey: .lower).value,
      upper: try container.decode(LosslessDouble.self, forKey: .upper).value,
      level: try container.decode(LosslessDouble.self, forKey: .level).value)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(LosslessDouble(lower), forKey: .lower)
    try container.encode(LosslessDouble(upper), forKey: .upper)
    try container.encode(LosslessDouble(level), forKey: .level)
  }
}
