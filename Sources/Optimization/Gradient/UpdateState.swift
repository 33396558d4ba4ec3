/// What an update rule remembers from step to step.
struct UpdateState {
  private let rule: UpdateRule
  /// The velocity, or the average of gradients.
  private var first: [Double] = []
  /// The sum or average of squared gradients.
  private var second: [Double] = []
  /// Adam's β₁ᵗ and β₂ᵗ.
  private var powers = (first: 1.0, second: 1.0)

  /// The ε of the adaptive rules, Adam's.
  private static let epsilon = 1e-8

  init(_ rule: UpdateRule, dimension: Int) {
    self.rule = rule
    if rule != .plain {
      first = [Double](repeating: 0, count: dimension)
      second = first
    }
  }

  /// Makes a step of this rate along `scale` times the gradient.
  ///
  /// - Complexity: O(d); allocates nothing.
  mutating func move(_ x: inout [Double], gradient: [Double], scale: Double = 1, rate: Double) {
    let epsilon = Self.epsilon
    switch rule {
    case .plain:
      add(-rate * scale, gradient, to: &x)
    case .momentum(let decay):
      forEach(&x, gradient, scale) { x, g, velocity, _ in
        velocity = decay * velocity - rate * g
        x += velocity
      }
    case .nesterov(let decay):
      forEach(&x, gradient, scale) { x, g, velocity, _ in
        velocity = decay * velocity - rate * g
        x += decay * velocity - rate * g
      }
    case .adaGrad:
      forEach(&x, gradient, scale) { x, g, _, squares in
        squares += g * g
        x -= rate * g / (squares.squareRoot() + epsilon)
      }
    case .rmsProp(let decay):
      forEach(&x, gradient, scale) { x, g, _, squares in
        squares = decay * squares + (1 - decay) * g * g
        x -= rate * g / (squares.squareRoot() + epsilon)
      }
    case .adam(let beta1, let beta2):
      powers = (powers.first * beta1, powers.second * beta2)
      let (meanScale, squareScale) = (1 / (1 - powers.first), 1 / (1 - powers.second))
      forEach(&x, gradient, scale) { x, g, mean, squares in
        mean = beta1 * mean + (1 - beta1) * g
        squares = beta2 * squares + (1 - beta2) * g * g
        x -= rate * mean * meanScale / ((squares * squareScale).squareRoot() + epsilon)
      }
    }
  }

  /// Runs `body` on each variable, its gradient and its two memories.
  @inline(__always)
  private mutating func forEach(
    _ x: inout [Double], _ gradient: [Double], _ scale: Double,
    _ body: (_ x: inout Double, _ g: Double, _ first: inout Double, _ second: inout Double) -> Void
  ) {
    x.withUnsafeMutableBufferPointer { x in
      first.withUnsafeMutableBufferPointer { first in
        second.withUnsafeMutableBufferPointer { second in
          gradient.withUnsafeBufferPointer { gradient in
            for i in gradient.indices { body(&x[i], scale * gradient[i], &first[i], &second[i]) }
          }
        }
      }
    }
  }
}
