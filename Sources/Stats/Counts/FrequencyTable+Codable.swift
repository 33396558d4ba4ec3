extension FrequencyTable: Codable {
  private enum CodingKeys: String, CodingKey {
    case values, weights
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let values = try container.decode([Int].self, forKey: .values)
    let weights = try container.decode([Double].self, forKey: .weights)
    guard values.count == weights.count, zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }),
      weights.allSatisfy({ $0 > 0 }), weights.reduce(0, +).isFinite
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .values, in: container,
        debugDescription: "A frequency table has values in ascending order and a positive weight for each.")
    }
    self.init(values: values, weights: weights)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(values, forKey: .values)
    try container.encode(weights, forKey: .weights)
  }
}
