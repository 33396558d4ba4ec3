internal import RealModule

/// What a mutual information is measured by: a mean of the two groupings' entropies.
public enum EntropyMean: String, Hashable, Sendable, CaseIterable {
  case arithmetic, geometric
  case minimum = "min"
  case maximum = "max"

  func callAsFunction(_ first: Double, _ second: Double) -> Double {
    switch self {
    case .arithmetic: (first + second) / 2
    case .geometric: .sqrt(first * second)
    case .minimum: min(first, second)
    case .maximum: max(first, second)
    }
  }
}
