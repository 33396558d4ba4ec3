import Foundation

/// A figure as it was drawn, in both formats.
struct Drawing: Sendable, Equatable {
  let svg: SVGPicture
  /// Twice as many pixels a side as the SVG measures.
  let png: Data
  /// The width at which the picture is meant to be seen, in pixels.
  let width: Int
}
