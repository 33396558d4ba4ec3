internal import RealModule

/// The values that a parameter can take, and a scale on which they fill the whole line.
///
/// Newton's method and the search for the ends of intervals work on that scale, so that no step leaves the domain.
public enum ParameterDomain: String, Hashable, Sendable, Codable {
  /// Every number; the scale is the parameter itself.
  case real
  /// Above zero; the scale is the logarithm.
  case positive
  /// Between 0 and 1; the scale is the log-odds.
  case unitInterval

  /// The ends of the domain.
  var bounds: ClosedRange<Double> {
    switch self {
    case .real: -.infinity ... .infinity
    case .positive: 0 ... .infinity
    case .unitInterval: 0...1
    }
  }

  /// Whether the value is inside, not on the boundary.
  func contains(_ value: Double) -> Bool { bounds.lowerBound < value && value < bounds.upperBound }

  /// The position of a value on the line.
  func position(of value: Double) -> Double {
    switch self {
    case .real: value
    case .positive: .log(value)
    case .unitInterval: .log(value) - .log(onePlus: -value)
    }
  }

  /// The value at a position on the line.
  func value(at position: Double) -> Double {
    switch self {
    case .real: position
    case .positive: .exp(position)
    case .unitInterval: position < 0 ? .exp(position) / (1 + .exp(position)) : 1 / (1 + .exp(-position))
    }
  }

  /// The first and second derivative of the value with respect to the position.
  func derivatives(at value: Double) -> (first: Double, second: Double) {
    switch self {
    case .real: (1, 0)
    case .positive: (value, value)
    case .unitInterval: (value * (1 - value), value * (1 - value) * (1 - 2 * value))
    }
  }
}
