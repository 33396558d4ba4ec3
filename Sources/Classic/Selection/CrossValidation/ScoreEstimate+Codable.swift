internal import LinearAlgebra

extension ScoreEstimate: Codable {
  private enum CodingKeys: String, CodingKey { case name, direction, values, testToTrainingRatio }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      direction: try container.decode(MetricDirection.self, forKey: .direction),
      // A log loss may be infinite.
      values: try container.decode([LosslessDouble].self, forKey: .values).map(\.value),
      testToTrainingRatio: try container.decode(Double.self, forKey: .testToTrainingRatio))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(direction, forKey: .direction)
    try container.encode(values.map(LosslessDouble.init), forKey: .values)
    try container.encode(testToTrainingRatio, forKey: .testToTrainingRatio)
  }
}
