import Learning

extension Transformer {
  /// Checks that there is a name for each feature, before they name outputs.
  func requireNameOfEachFeature(_ names: [String]) throws(LearningError) {
    guard names.count == featureCount else {
      throw .invalidOption(
        name: "names", value: "\(names.count) names", allowed: "one for each of the \(featureCount) features")
    }
  }
}
