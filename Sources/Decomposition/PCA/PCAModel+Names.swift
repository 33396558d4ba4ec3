public import Learning

extension PCA.Model {
  /// PC1, PC2, ...
  public func outputNames(for inputNames: [String]) throws(LearningError) -> [String] {
    try requireNames(inputNames)
    return (0..<outputCount).map { "PC\($0 + 1)" }
  }
}
