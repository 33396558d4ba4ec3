public import Learning
public import LinearAlgebra

/// The mean silhouette of a clustering: how much closer rows are to their own cluster than to the next one.
///
///     try silhouette(of: x, clusters: clusters)    // 0.55
///
/// From -1 to 1: about 0 where clusters overlap. It needs no labels, and prefers compact, round clusters.
///
/// Parameters, errors and complexity are those of ``silhouettes(of:clusters:)``, whose mean it is.
public func silhouette(of x: Matrix, clusters: [some Hashable]) throws(LearningError) -> Double {
  try silhouettes(of: x, clusters: clusters).reduce(0, +) / Double(x.rowCount)
}

/// The silhouette of each row, (b - a) / max(a, b), where a is the mean distance to the other rows of its cluster and b
/// that to the rows of the nearest other cluster.
///
/// 1 for a row amid its own and far from all others, below 0 for one that another cluster is closer to. **The only row
/// of a cluster has 0**, Rousseeuw's convention, and so has one of which a and b are both 0.
///
/// - Parameters:
///   - x: n x d; distances are Euclidean, so scale columns of different units first.
///   - clusters: the cluster of each row; at least two of them, and fewer than rows.
/// - Returns: n numbers.
/// - Throws: `.empty`, `.countMismatch`, `.notFinite`; `.undefined` for one cluster, where every row is a cluster of
///   its own, and where distances overflow.
/// - Complexity: O(n² d), in blocks of rows on all threads; each takes about 16 MB, or 16 rows of n distances, and
///   beyond 16 columns a copy of x.
///
/// Source: Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis, Journal of
/// Computational and Applied Mathematics 20, 1987, doi:10.1016/0377-0427(87)90125-7.
public func silhouettes(of x: Matrix, clusters: [some Hashable]) throws(LearningError) -> [Double] {
  try requireSamples(x, (.labels, clusters.count))
  try LearningError.wrapping { () throws(LinearAlgebraError) in try x.requireFinite() }
  let groups = Groups(clusters)
  guard groups.counts.count > 1 else {
    throw .undefined("silhouette", reason: "all rows are in one cluster; at least two are needed")
  }
  guard groups.counts.count < x.rowCount else {
    throw .undefined("silhouette", reason: "every row is a cluster of its own; a cluster needs rows")
  }
  let values = SortedClusters(x, groups).silhouettes
  guard values.allSatisfy({ !$0.isNaN }) else {
    throw .undefined("silhouette", reason: "distances between rows overflow; scale the columns down")
  }
  return values
}

/// Rows beside those of their cluster, so that sums run over neighbours.
private struct SortedClusters: Sendable {
  /// The row that is at each place.
  private let order: [Int]
  private let x: Matrix
  /// The places of each cluster.
  private let places: [Range<Int>]
  private let groupOfRow: [Int]

  init(_ x: Matrix, _ groups: Groups) {
    groupOfRow = groups.groupOfRow
    var ends: [Int] = []
    for count in groups.counts { ends.append((ends.last ?? 0) + count) }
    places = zip(ends, groups.counts).map { $0 - $1..<$0 }
    var next = places.map(\.lowerBound)
    var order = [Int](repeating: 0, count: x.rowCount)
    for (row, group) in groups.groupOfRow.enumerated() {
      order[next[group]] = row
      next[group] += 1
    }
    self.order = order
    self.x = x.selectingRows(order)
  }

  var silhouettes: [Double] {
    let n = order.count
    let length = max(16, (1 << 21) / n)
    let blocks = parallelMap((n + length - 1) / length) { block in
      let rows = block * length..<min(n, (block + 1) * length)
      var distances = x.selectingRows(rows).squaredDistances(to: x)
      return distances.withUnsafeMutableBufferPointer { squares in
        rows.map { place in
          let start = (place - rows.lowerBound) * n
          let own = UnsafeMutableBufferPointer(rebasing: squares[start..<start + n])
          // Rounding may leave something of it.
          own[place] = 0
          return silhouette(groupOfRow[order[place]], UnsafeBufferPointer(own))
        }
      }
    }
    var values = [Double](repeating: 0, count: n)
    for (row, value) in zip(order, blocks.joined()) { values[row] = value }
    return values
  }

  /// - Parameter squares: of a row's distances from all others.
  private func silhouette(_ group: Int, _ squares: UnsafeBufferPointer<Double>) -> Double {
    guard places[group].count > 1 else { return 0 }
    var nearest = Double.infinity
    for (other, places) in places.enumerated() where other != group {
      let mean = sumOfRoots(squares[places]) / Double(places.count)
      nearest = mean.isNaN ? mean : min(nearest, mean)
    }
    let within = sumOfRoots(squares[places[group]]) / Double(places[group].count - 1)
    let larger = max(within, nearest)
    return larger == 0 ? 0 : (nearest - within) / larger
  }

  /// Four sums, because roots and additions are waited for otherwise.
  private func sumOfRoots(_ squares: Slice<UnsafeBufferPointer<Double>>) -> Double {
    let squares = UnsafeBufferPointer(rebasing: squares)
    var sums = SIMD4<Double>(repeating: 0)
    let whole = squares.count & ~3
    for start in stride(from: 0, to: whole, by: 4) {
      sums += SIMD4(squares[start], squares[start + 1], squares[start + 2], squares[start + 3]).squareRoot()
    }
    return squares[whole...].reduce(sums.sum()) { $0 + $1.squareRoot() }
  }
}
