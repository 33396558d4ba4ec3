public import LinearAlgebra

/// Samples with a class each.
public struct ClassificationDataset: Sendable, Equatable {
  /// "iris", "circles".
  public let name: String
  /// One row a sample, one column a feature.
  public let features: Matrix
  /// One name a column.
  public let featureNames: [String]
  /// The class of each sample, as an index into ``labelNames``.
  public let labels: [Int]
  /// The names of the classes.
  public let labelNames: [String]
  /// Where the data come from; nil where a generator made them.
  public let provenance: Provenance?

  /// The class of each sample, by name.
  public var namedLabels: [String] { labels.map { labelNames[$0] } }

  /// How many samples each class has, in the order of ``labelNames``.
  public var classCounts: [Int] {
    var counts = [Int](repeating: 0, count: labelNames.count)
    for label in labels { counts[label] += 1 }
    return counts
  }
}

extension ClassificationDataset: CustomStringConvertible {
  /// "iris: 150 samples, 4 features; setosa 50, versicolor 50, virginica 50".
  public var description: String {
    let classes = zip(labelNames, classCounts).map { "\($0) \($1)" }.joined(separator: ", ")
    return "\(name): \(features.rowCount) samples, \(features.columnCount) features; \(classes)"
  }
}
