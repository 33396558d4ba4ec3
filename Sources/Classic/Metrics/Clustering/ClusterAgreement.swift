public import Learning

/// How far a clustering agrees with labels, or with another clustering, whatever the names of either's groups.
///
///     let agreement = try ClusterAgreement(of: clusters, labels: species)
///     agreement.adjustedRandIndex             // 0 on average for clusters drawn at random
///     agreement.normalizedMutualInformation()
///     agreement.homogeneity                   // 1: no cluster has rows of two labels
///
/// **All that is not adjusted for chance grows with the number of clusters**: the normalized mutual information of
/// random clusters is far above 0 where they are small.
///
/// Two groupings that are the same but for names have 1 in every measure, also where each is one group.
///
/// Source: Vinh, Epps and Bailey, Information theoretic measures for clusterings comparison, Journal of Machine
/// Learning Research 11, 2010.
public struct ClusterAgreement: Hashable, Sendable {
  /// The rows that are of one cluster and of one label.
  struct Cell: Hashable, Sendable {
    let label, cluster: Int
    var count: Int
  }

  /// The number of rows.
  public let rowCount: Int
  /// How many rows each label has, and each cluster, in the order in which they appear.
  let labelCounts, clusterCounts: [Int]
  /// The cells that hold rows.
  let cells: [Cell]

  /// Counts the rows of each cluster and label.
  ///
  /// - Parameters:
  ///   - clusters: the cluster of each of n rows.
  ///   - labels: what they are, or another clustering of the same rows.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`.
  /// - Complexity: O(n).
  public init(of clusters: [some Hashable], labels: [some Hashable]) throws(LearningError) {
    guard !clusters.isEmpty else {
      throw .tooFewSamples(found: 0, needed: 1, purpose: "the agreement of clusters and labels")
    }
    guard labels.count == clusters.count else {
      throw .countMismatch(.labels, count: labels.count, rowCount: clusters.count)
    }
    let (labels, clusters) = (Groups(labels), Groups(clusters))
    rowCount = labels.groupOfRow.count
    (labelCounts, clusterCounts) = (labels.counts, clusters.counts)
    let clusterCount = clusters.counts.count
    let pairs = Groups(zip(labels.groupOfRow, clusters.groupOfRow).map { $0 * clusterCount + $1 })
    cells = zip(pairs.firstRows, pairs.counts).map { row, count in
      Cell(label: labels.groupOfRow[row], cluster: clusters.groupOfRow[row], count: count)
    }
  }

  /// Whether the two are the same but for names.
  var isIdentical: Bool { cells.count == labelCounts.count && cells.count == clusterCounts.count }
}
