internal import RealModule

extension Double {
  /// -p log p, what a probability contributes to an entropy; 0 at p = 0.
  static func negativeXLogX(_ p: Double) -> Double {
    p == 0 ? 0 : -p * .log(p)
  }
}
