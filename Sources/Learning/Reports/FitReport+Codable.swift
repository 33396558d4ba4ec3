import LinearAlgebra

extension FitReport: Codable {
  private enum CodingKeys: String, CodingKey {
    case method, iterations, termination, objectiveTrace, certificate, warnings
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      method: try container.decode(String.self, forKey: .method),
      iterations: try container.decode(Int.self, forKey: .iterations),
      termination: try container.decode(Termination.self, forKey: .termination),
      // A trace may end in infinity: that of a fit that diverged.
      objectiveTrace: try container.decode([LosslessDouble].self, forKey: .objectiveTrace).map(\.value),
      certificate: try container.decodeIfPresent(Certificate.self, forKey: .certificate),
      warnings: try container.decode([FitWarning].self, forKey: .warnings))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(method, forKey: .method)
    try container.encode(iterations, forKey: .iterations)
    try container.encode(termination, forKey: .termination)
    try container.encode(objectiveTrace.map(LosslessDouble.init), forKey: .objectiveTrace)
    try container.encodeIfPresent(certificate, forKey: .certificate)
    try container.encode(warnings, forKey: .warnings)
  }
}
