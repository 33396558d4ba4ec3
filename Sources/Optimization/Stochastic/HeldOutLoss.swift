/// The loss on what the method does not learn from, and the point at which it was lowest.
struct HeldOutLoss {
  private let loss: ([Double]) -> Double
  private let patience: Int
  private(set) var bestPoint: [Double]
  private var bestLoss: Double
  private var epochsSinceBest = 0

  init(_ loss: @escaping ([Double]) -> Double, patience: Int, startingAt start: [Double]) {
    self.loss = loss
    self.patience = patience
    bestPoint = start
    bestLoss = loss(start)
  }

  var isExhausted: Bool { epochsSinceBest >= patience }

  /// Computes the loss after an epoch; of equal losses the first counts.
  mutating func record(_ point: [Double]) {
    let value = loss(point)
    // A start outside the loss's domain is worse than any point inside.
    if value < bestLoss || (bestLoss.isNaN && !value.isNaN) {
      (bestPoint, bestLoss, epochsSinceBest) = (point, value, 0)
    } else {
      epochsSinceBest += 1
    }
  }
}
