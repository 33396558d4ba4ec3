/// The ball around a point in which the parabola of value, gradient and Hessian is trusted.
struct TrustRegion {
  private var radius: Double

  init(radius: Double) { self.radius = radius }

  struct Step {
    let displacement: [Double]
    /// What the parabola promises to gain.
    let promised: Double
    let length: Double
  }

  /// The minimum of the parabola, or the border of the region on the way to it, by conjugate gradients.
  ///
  /// They stop where the residual is below a share of the gradient that shrinks with it, so that the last iterations
  /// converge faster than linearly.
  func step(for gradient: [Double], limit: Int, product: ([Double]) -> [Double]) -> Step {
    var displacement = [Double](repeating: 0, count: gradient.count)
    var residual = gradient.map { -$0 }
    var direction = residual
    var square = dot(residual, residual)
    let size = square.squareRoot()
    let target = min(0.1, size.squareRoot()) * size
    for _ in 0..<limit where square.squareRoot() > target {
      let image = product(direction)
      let curvature = dot(direction, image)
      let length = square / curvature
      let next = sum(displacement, length, direction)
      guard curvature > 0, euclideanNorm(next) <= radius else {
        let reach = lengthToBorder(from: displacement, along: direction)
        add(reach, direction, to: &displacement)
        add(-reach, image, to: &residual)
        break
      }
      displacement = next
      add(-length, image, to: &residual)
      let nextSquare = dot(residual, residual)
      for i in direction.indices { direction[i] = residual[i] + nextSquare / square * direction[i] }
      square = nextSquare
    }
    // -gᵀs - sᵀHs / 2, with Hs = -g - r.
    let promised = 0.5 * (dot(residual, displacement) - dot(gradient, displacement))
    return Step(displacement: displacement, promised: promised, length: euclideanNorm(displacement))
  }

  /// The positive root of |displacement + t direction| = radius.
  private func lengthToBorder(from displacement: [Double], along direction: [Double]) -> Double {
    let across = dot(displacement, direction)
    let square = dot(direction, direction)
    let room = max(0, radius * radius - dot(displacement, displacement))
    let root = (across * across + square * room).squareRoot()
    return across >= 0 ? room / (across + root) : (root - across) / square
  }

  /// Whether a step gained enough of what was promised; adapts the region to how much it was.
  mutating func accepts(_ step: Step, gained: Double, value: Double, isFirst: Bool) -> Bool {
    if isFirst { radius = min(radius, step.length) }
    let noise = 8 * Double.ulpOfOne * abs(value)
    guard gained.isFinite else {
      radius = step.length / 4
      return false
    }
    // Where all that is promised is below the rounding of the value, the parabola is as good as the function.
    if step.promised <= noise, gained >= -noise { return step.promised > 0 }
    let share = gained / step.promised
    if share < 0.25 {
      radius = max(step.length, radius * 1e-3) / 4
    } else if share > 0.75 {
      radius = max(radius, 4 * step.length)
    }
    return share > 1e-4
  }

  /// Whether the region has shrunk below what the point can move by.
  func isExhausted(at point: [Double]) -> Bool { radius <= .ulpOfOne * max(1, maximumMagnitude(point)) }
}
