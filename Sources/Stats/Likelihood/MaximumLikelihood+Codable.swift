internal import Learning
internal import LinearAlgebra

extension MaximumLikelihood: Codable {
  private enum CodingKeys: String, CodingKey { case likelihood, estimates, isInterior, logLikelihood, report }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    likelihood = try container.decode(Function.self, forKey: .likelihood)
    estimates = try container.decode([LosslessDouble].self, forKey: .estimates).map(\.value)
    isInterior = try container.decode(Bool.self, forKey: .isInterior)
    logLikelihood = try container.decode(LosslessDouble.self, forKey: .logLikelihood).value
    report = try container.decode(FitReport.self, forKey: .report)
    guard estimates.count == likelihood.parameters.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .estimates, in: container,
        debugDescription: "There are \(estimates.count) estimates of \(likelihood.parameters.count) parameters.")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(likelihood, forKey: .likelihood)
    try container.encode(estimates.map(LosslessDouble.init), forKey: .estimates)
    try container.encode(isInterior, forKey: .isInterior)
    try container.encode(LosslessDouble(logLikelihood), forKey: .logLikelihood)
    try container.encode(report, forKey: .report)
  }
}
