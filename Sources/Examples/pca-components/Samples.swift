import Learning
import LinearAlgebra

/// Two classes, and what is known of them.
struct TwoClasses {
  var features: Matrix
  var labels: [String]
}

extension TwoClasses {
  /// Three columns vary a lot and know nothing of the class; the fourth varies least, and is the class. Turned at
  /// random, so that no column shows it.
  static func apartInTheLastDirection(
    count: Int, using generator: inout some RandomNumberGenerator
  ) throws -> TwoClasses {
    let labels = (0..<count).map { $0.isMultiple(of: 2) ? "even" : "odd" }
    var samples = Matrix.standardNormal(rowCount: count, columnCount: 4, using: &generator)
    for (i, label) in labels.enumerated() {
      samples[i, 0] *= 3
      samples[i, 1] *= 2
      samples[i, 2] *= 1.5
      samples[i, 3] = 0.2 * samples[i, 3] + (label == "odd" ? 1 : -1)
    }
    // The left singular vectors of random numbers: a rotation with no direction preferred.
    let rotation = try Matrix.standardNormal(rowCount: 4, columnCount: 4, using: &generator)
      .singularValueDecomposition().left
    return TwoClasses(features: samples.multiplied(by: rotation), labels: labels)
  }

  /// One direction of many tells the classes apart; the other columns are noise.
  static func apartInOneOfMany(
    count: Int, columnCount: Int, using generator: inout some RandomNumberGenerator
  ) -> TwoClasses {
    let labels = (0..<count).map { $0.isMultiple(of: 2) ? "even" : "odd" }
    var samples = Matrix.standardNormal(rowCount: count, columnCount: columnCount, using: &generator)
    // A shift of 2 up or down, shared by all columns: 2 / √d in each.
    let shift = 2 / Double(columnCount).squareRoot()
    for (i, label) in labels.enumerated() {
      for j in 0..<columnCount { samples[i, j] += label == "odd" ? shift : -shift }
    }
    return TwoClasses(features: samples, labels: labels)
  }

  /// Some of the samples.
  func selecting(_ rows: [Int]) -> TwoClasses {
    TwoClasses(features: features.selectingRows(rows), labels: rows.map { labels[$0] })
  }
}

/// The share of labels that are right.
func accuracy(_ predicted: [String], _ actual: [String]) -> Double {
  Double(zip(predicted, actual).count { $0 == $1 }) / Double(actual.count)
}
