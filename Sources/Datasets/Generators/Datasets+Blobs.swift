public import Learning
public import LinearAlgebra

extension Datasets {
  /// Isotropic Gaussian clusters around given centers, shuffled.
  ///
  /// A sample of class k is `centers.row(k)` + `standardDeviation` · z, with z standard normal.
  ///
  /// - Parameters:
  ///   - centers: k x d, one row a class.
  ///   - counts: the number of samples of each class, k of them.
  ///   - standardDeviation: of every feature within a class; 1 by default.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` where the centers are empty or not finite, there is
  ///   not one count for each, a count is negative, their sum is zero, or the standard deviation is negative or not
  ///   finite.
  /// - Complexity: O(n d).
  public static func blobs(
    centers: Matrix, counts: [Int], standardDeviation: Double = 1, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> ClassificationDataset {
    try GeneratorOptions.require(
      !centers.isEmpty && centers.maximumMagnitude <= GeneratorOptions.largestMagnitude,
      "centers", "\(centers.rowCount) x \(centers.columnCount)",
      "at least one row and one column of numbers up to \(GeneratorOptions.largestMagnitude) in magnitude")
    try GeneratorOptions.require(
      counts.count == centers.rowCount && counts.allSatisfy { $0 >= 0 }, "counts", "\(counts)",
      "\(centers.rowCount) counts that are not negative, one for each center")
    let count = try GeneratorOptions.sum(counts, columnCount: centers.columnCount)
    try GeneratorOptions.requireSpread(standardDeviation, "standardDeviation")

    let labels = counts.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
    let order = generator.permutation(of: count)
    var features = Matrix.standardNormal(rowCount: count, columnCount: centers.columnCount, using: &generator)
    for (row, sample) in order.enumerated() {
      for j in 0..<centers.columnCount {
        features[row, j] = centers[labels[sample], j] + standardDeviation * features[row, j]
      }
    }
    return ClassificationDataset(
      name: "blobs", features: features, featureNames: GeneratorOptions.featureNames(centers.columnCount),
      labels: order.map { labels[$0] }, labelNames: (0..<centers.rowCount).map(String.init), provenance: nil)
  }

  /// Isotropic Gaussian clusters around centers drawn uniformly from a box, shuffled.
  ///
  /// - Parameters:
  ///   - count: the number of samples, shared as evenly as can be: the first classes have one more where it must be.
  ///   - centerCount: the number of classes; 3 by default.
  ///   - featureCount: 2 by default, which can be drawn.
  ///   - standardDeviation: of every feature within a class; 1 by default.
  ///   - centerBox: the range of each coordinate of the centers; -10 to 10 by default, where clusters of standard
  ///     deviation 1 mostly stand apart.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` where a number is not positive, the box is not
  ///   finite, or the standard deviation is negative or not finite.
  /// - Complexity: O(n d).
  public static func blobs(
    count: Int = 100, centerCount: Int = 3, featureCount: Int = 2, standardDeviation: Double = 1,
    centerBox: ClosedRange<Double> = -10...10, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> ClassificationDataset {
    try GeneratorOptions.requireShape(count, "count", featureCount, "featureCount")
    try GeneratorOptions.requireShape(centerCount, "centerCount", featureCount, "featureCount")
    let largest = GeneratorOptions.largestMagnitude
    try GeneratorOptions.require(
      centerBox.lowerBound >= -largest && centerBox.upperBound <= largest, "centerBox", "\(centerBox)",
      "a range within ±\(largest)")

    let width = centerBox.upperBound - centerBox.lowerBound
    var centers = Matrix.zeros(centerCount, featureCount)
    for k in 0..<centerCount {
      for j in 0..<featureCount { centers[k, j] = centerBox.lowerBound + width * generator.nextUniform() }
    }
    let (each, rest) = count.quotientAndRemainder(dividingBy: centerCount)
    return try blobs(
      centers: centers, counts: (0..<centerCount).map { each + ($0 < rest ? 1 : 0) },
      standardDeviation: standardDeviation, using: &generator)
  }

  /// ``blobs(centers:counts:standardDeviation:using:)`` with the system's generator.
  public static func blobs(
    centers: Matrix, counts: [Int], standardDeviation: Double = 1
  ) throws(LearningError) -> ClassificationDataset {
    var generator = SystemRandomNumberGenerator()
    return try blobs(centers: centers, counts: counts, standardDeviation: standardDeviation, using: &generator)
  }

  /// ``blobs(count:centerCount:featureCount:standardDeviation:centerBox:using:)`` with the system's generator.
  public static func blobs(
    count: Int = 100, centerCount: Int = 3, featureCount: Int = 2, standardDeviation: Double = 1,
    centerBox: ClosedRange<Double> = -10...10
  ) throws(LearningError) -> ClassificationDataset {
    var generator = SystemRandomNumberGenerator()
    return try blobs(
      count: count, centerCount: centerCount, featureCount: featureCount, standardDeviation: standardDeviation,
      centerBox: centerBox, using: &generator)
  }
}
