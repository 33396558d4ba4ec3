internal import LinearAlgebra

extension CutOff: Codable {
  private enum CodingKeys: String, CodingKey {
    case threshold, truePositives, falsePositives, trueNegatives, falseNegatives, costPerRow
  }

  /// Reads what `encode(to:)` wrote; a threshold that is NaN is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    // Infinite where nobody is positive.
    threshold = try container.decode(LosslessDouble.self, forKey: .threshold).value
    truePositives = try container.decode(Double.self, forKey: .truePositives)
    falsePositives = try container.decode(Double.self, forKey: .falsePositives)
    trueNegatives = try container.decode(Double.self, forKey: .trueNegatives)
    falseNegatives = try container.decode(Double.self, forKey: .falseNegatives)
    costPerRow = try container.decode(Double.self, forKey: .costPerRow)
    guard !threshold.isNaN else {
      throw DecodingError.dataCorruptedError(
        forKey: .threshold, in: container, debugDescription: "The threshold is NaN; nothing can be compared with it.")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(LosslessDouble(threshold), forKey: .threshold)
    try container.encode(truePositives, forKey: .truePositives)
    try container.encode(falsePositives, forKey: .falsePositives)
    try container.encode(trueNegatives, forKey: .trueNegatives)
    try container.encode(falseNegatives, forKey: .falseNegatives)
    try container.encode(costPerRow, forKey: .costPerRow)
  }
}
