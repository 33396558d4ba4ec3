internal import Learning

extension Distribution {
  /// Checks that all observations are from `lower` on, or above it.
  ///
  /// - Parameters:
  ///   - moments: those of the observations, whose minimum spares the pass over them.
  ///   - support: in words.
  static func requireSupport(
    _ observations: some Collection<Double>, _ moments: SampleMoments, from lower: Double, excluded: Bool = false,
    _ support: String
  ) throws(LearningError) {
    guard excluded ? moments.minimum <= lower : moments.minimum < lower else { return }
    for (row, value) in observations.enumerated() where excluded ? value <= lower : value < lower {
      throw .outsideSupport(distribution: name, row: row, value: "\(value)", support: support)
    }
  }
}
