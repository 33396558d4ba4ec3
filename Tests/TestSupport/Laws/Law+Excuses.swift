import Learning

extension Law {
  /// The traits of which any one excuses an estimator from this law; empty for laws without an excuse.
  package var excuses: EstimatorTraits {
    switch self {
    case .weightsEqualRepetition: [.samplesRows, .countsRows]
    case .trainingOrderDoesNotMatter: .samplesRows
    case .predictionIsTheMostProbable, .labelOrderDoesNotMatter: .decidesByCutOff
    default: []
    }
  }
}

extension EstimatorTraits {
  private static let names: [(trait: EstimatorTraits, name: String)] = [
    (.deterministic, "deterministic"), (.samplesRows, "samples rows"), (.countsRows, "counts rows"),
    (.acceptsMissingValues, "accepts missing values"), (.decidesByCutOff, "decides by cut-off"),
  ]

  /// The traits in words, for reports.
  package var names: [String] {
    Self.names.filter { contains($0.trait) }.map(\.name)
  }
}
