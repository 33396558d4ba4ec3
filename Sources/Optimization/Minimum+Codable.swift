internal import Learning
internal import LinearAlgebra

extension Minimum: Codable {
  private enum CodingKeys: String, CodingKey { case point, value, evaluations, report }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    // A method that begins outside the function's domain ends there.
    self.init(
      point: try container.decode([LosslessDouble].self, forKey: .point).map(\.value),
      value: try container.decode(LosslessDouble.self, forKey: .value).value,
      evaluations: try container.decode(Double.self, forKey: .evaluations),
      report: try container.decode(FitReport.self, forKey: .report))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(point.map(LosslessDouble.init), forKey: .point)
    try container.encode(LosslessDouble(value), forKey: .value)
    try container.encode(evaluations, forKey: .evaluations)
    try container.encode(report, forKey: .report)
  }
}
