import Notebook
import Optimization

/// A loss in colours over intercept and slope, with the paths of gradient descent from two starts.
func lossLayers(_ loss: SigmoidLoss, x: [Double], y: [Double]) throws -> [Figure.Layer] {
  let z = y.map { slope in x.map { loss.value(at: [$0, slope]) } }
  let paths = try [[-2.0, 2.5], [2.0, -1.5]].map { try descentPath(of: loss, from: $0) }
  return [.surface(x: x, y: y, z: z)]
    + zip(paths, ["from above", "from below"]).map { path, name in
      .line(x: path.map { $0[0] }, y: path.map { $0[1] }, showsPoints: true, label: name)
    }
}

/// The points of gradient descent in small steps after 0, 1, 3, 10, ... iterations.
func descentPath(of loss: SigmoidLoss, from start: [Double]) throws -> [[Double]] {
  try [start] + [1, 3, 10, 30, 100, 300, 1000, 3000, 10_000].map { count in
    let method = GradientDescent(
      step: .schedule(.constant(0.02)), stopping: StoppingRule(iterationLimit: count))
    return try method.minimize(loss, from: start).point
  }
}
