internal import LinearAlgebra

extension RandomNumberGenerator {
  /// A number drawn uniformly from (0, 1), a multiple of 2⁻⁵³: the logarithms of it and of its complement are finite.
  mutating func nextInnerUniform() -> Double {
    while true {
      let uniform = nextUniform()
      if uniform > 0 { return uniform }
    }
  }
}
