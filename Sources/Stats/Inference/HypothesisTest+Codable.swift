internal import LinearAlgebra

extension HypothesisTest: Codable {
  private enum CodingKeys: String, CodingKey { case name, statistic, degreesOfFreedom, pValue }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      statistic: try container.decode(LosslessDouble.self, forKey: .statistic).value,
      degreesOfFreedom: try container.decodeIfPresent(LosslessDouble.self, forKey: .degreesOfFreedom)?.value,
      pValue: try container.decode(LosslessDouble.self, forKey: .pValue).value)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(LosslessDouble(statistic), forKey: .statistic)
    try container.encodeIfPresent(degreesOfFreedom.map(LosslessDouble.init), forKey: .degreesOfFreedom)
    try container.encode(LosslessDouble(pValue), forKey: .pValue)
  }
}
