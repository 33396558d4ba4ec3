import Learning
import LinearAlgebra

/// Where samples come from when everything is known: two classes of normal rows, as many of the one as of the other,
/// which differ by the same distance in each of the first columns, and not at all in the others.
struct Population {
  let columnCount: Int
  let informativeCount: Int
  let distance: Double

  func sample(_ count: Int, using generator: inout some RandomNumberGenerator) -> Sample {
    var features = Matrix.standardNormal(rowCount: count, columnCount: columnCount, using: &generator)
    let labels = (0..<count).map { $0 % 2 }
    for i in 0..<count {
      for j in 0..<informativeCount { features[i, j] += distance * (Double(labels[i]) - 0.5) }
    }
    return Sample(features: features, labels: labels)
  }

  /// Rows about which there is nothing to learn.
  static func noise(_ count: Int, columnCount: Int, using generator: inout some RandomNumberGenerator) -> Sample {
    Population(columnCount: columnCount, informativeCount: 0, distance: 0).sample(count, using: &generator)
  }
}
