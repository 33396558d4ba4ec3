internal import LinearAlgebra

/// Where Newton's method is, and how it goes on from there.
struct NewtonPath<Function: TwiceDifferentiableFunction> {
  private let function: Function
  private(set) var point: [Double]
  private(set) var value: Double
  /// √(gᵀH⁻¹g) where the last step began; as large as can be before the first.
  private(set) var decrement = Double.greatestFiniteMagnitude

  init(_ function: Function, from start: [Double]) {
    self.function = function
    point = start
    value = function.value(at: start)
  }

  struct Move {
    /// Whether a lower point was found, or one where the gradient is nearer to zero.
    var isLower: Bool
    var evaluations: Int
  }

  /// Takes the step from this point, or as much of it as lowers the function.
  mutating func advance() -> Move {
    guard let step = NewtonStep(function, at: point) else { return Move(isLower: false, evaluations: 1) }
    decrement = step.squaredDecrement.squareRoot()
    var length = 1.0
    for halvings in 0..<60 {
      let candidate = sum(point, length, step.direction)
      let candidateValue = function.value(at: candidate)
      let evaluations = halvings + 2
      // At least a hundredth of what the slope promises.
      if candidateValue <= value - 0.01 * length * step.squaredDecrement
        || (halvings == 0 && isResolved && NewtonStep(function, at: candidate).isNearer(than: step))
      {
        (point, value) = (candidate, candidateValue)
        return Move(isLower: true, evaluations: evaluations)
      }
      length /= 2
    }
    return Move(isLower: false, evaluations: 61)
  }

  /// Whether what is left to gain is below the rounding of the value, so that only the gradient tells where to go.
  var isResolved: Bool { decrement * decrement <= 64 * Double.ulpOfOne * max(1, abs(value)) }
}

extension NewtonStep? {
  fileprivate func isNearer(than step: NewtonStep) -> Bool {
    map { $0.squaredDecrement < step.squaredDecrement } ?? false
  }
}
