/// Measures of pairs of rows: are two rows that are together in one grouping together in the other?
extension ClusterAgreement {
  /// The share of the pairs of rows on which both agree: together in both, or apart in both. 1 for a single row.
  ///
  /// Source: Rand, Objective criteria for the evaluation of clustering methods, Journal of the American Statistical
  /// Association 66(336), 1971, doi:10.1080/01621459.1971.10482356.
  public var randIndex: Double {
    guard !isIdentical else { return 1 }
    let pairs = pairs
    return (pairs.togetherInBoth + pairs.apartInBoth)
      / (pairs.togetherInBoth + pairs.apartInBoth + pairs.sameLabelOnly + pairs.sameClusterOnly)
  }

  /// The Rand index beyond that by chance, divided by the most that there could be: 1 where both are the same, 0 on
  /// average for groups of these sizes drawn at random, and below for less than that.
  ///
  /// 0 where one of them is a single group, or a group for each row, and the other is not.
  ///
  /// Source: Hubert and Arabie, Comparing partitions, Journal of Classification 2(1), 1985, doi:10.1007/BF01908075.
  public var adjustedRandIndex: Double {
    guard !isIdentical else { return 1 }
    let pairs = pairs
    let (both, neither) = (pairs.togetherInBoth, pairs.apartInBoth)
    let (label, cluster) = (pairs.sameLabelOnly, pairs.sameClusterOnly)
    return 2 * (both * neither - label * cluster)
      / ((both + label) * (label + neither) + (both + cluster) * (cluster + neither))
  }

  /// The ordered pairs of two rows.
  private struct Pairs {
    let togetherInBoth, apartInBoth, sameLabelOnly, sameClusterOnly: Double
  }

  /// Counted in whole numbers, which hold the square of any number of rows that memory does.
  private var pairs: Pairs {
    func squares(_ counts: some Sequence<Int>) -> Int { counts.reduce(0) { $0 + $1 * $1 } }
    let (both, labels, clusters) = (squares(cells.map(\.count)), squares(labelCounts), squares(clusterCounts))
    return Pairs(
      togetherInBoth: Double(both - rowCount), apartInBoth: Double(rowCount * rowCount - labels - clusters + both),
      sameLabelOnly: Double(labels - both), sameClusterOnly: Double(clusters - both))
  }
}
