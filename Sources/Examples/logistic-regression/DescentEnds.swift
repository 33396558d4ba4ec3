import Optimization

/// Where descents from many starts end.
struct DescentEnds {
  /// One of each group of ends that lie together, and how many they are, the largest group first.
  let distinct: [(point: [Double], count: Int)]

  init(of loss: SigmoidLoss, starts: [[Double]]) throws {
    var groups: [(point: [Double], count: Int)] = []
    for start in starts {
      let end = try LBFGS().minimize(loss, from: start).point
      if let known = groups.firstIndex(where: { largestDifference($0.point, end) < 1e-3 }) {
        groups[known].count += 1
      } else {
        groups.append((end, 1))
      }
    }
    distinct = groups.sorted { $0.count > $1.count }
  }

  /// The loss at each of the distinct ends.
  func values(of loss: SigmoidLoss) -> [Double] { distinct.map { loss.value(at: $0.point) } }
}
