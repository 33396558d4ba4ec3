internal import RealModule

extension Double {
  /// erfc(√s) for s ≥ 0 that is known to more digits than a double has: where s is 700, a relative error of 1e-16 in s
  /// would be one of 1e-13 in the result.
  static func erfc(ofSquareRootOf square: DoublePair) -> Double {
    guard square.high > 0 else { return 1 }
    let root = square.high.squareRoot()
    let rest = square.low - (-square.high).addingProduct(root, root)
    // erfc' = -2 exp(-x²) / √π, and √(root² + rest) is root + rest / (2 root).
    return erfc(root) - exp(-square.high) * rest / (root * Double.pi.squareRoot())
  }
}
