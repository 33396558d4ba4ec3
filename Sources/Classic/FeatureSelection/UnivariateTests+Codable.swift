import LinearAlgebra

extension UnivariateTests: Codable {
  private enum CodingKeys: String, CodingKey {
    case statistics, pValues, numeratorDegreesOfFreedom, denominatorDegreesOfFreedom, constantColumns
  }

  /// Reads what `encode(to:)` wrote; another number of p-values than of statistics is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    statistics = try container.decode([LosslessDouble].self, forKey: .statistics).map(\.value)
    pValues = try container.decode([Double].self, forKey: .pValues)
    numeratorDegreesOfFreedom = try container.decode(Double.self, forKey: .numeratorDegreesOfFreedom)
    denominatorDegreesOfFreedom = try container.decode(Double.self, forKey: .denominatorDegreesOfFreedom)
    constantColumns = try container.decode([Int].self, forKey: .constantColumns)
    guard statistics.count == pValues.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .pValues, in: container,
        debugDescription: "There are \(pValues.count) p-values for \(statistics.count) statistics.")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    // A column that tells classes apart without error has an infinite statistic.
    try container.encode(statistics.map(LosslessDouble.init), forKey: .statistics)
    try container.encode(pValues, forKey: .pValues)
    try container.encode(numeratorDegreesOfFreedom, forKey: .numeratorDegreesOfFreedom)
    try container.encode(denominatorDegreesOfFreedom, forKey: .denominatorDegreesOfFreedom)
    try container.encode(constantColumns, forKey: .constantColumns)
  }
}
