/// Arguments that together reach every regime of exp, sigmoid and softplus.
enum SamplePoints {
  /// Debug builds run the kernels without optimisation.
  #if DEBUG
    static let count = 3_000
  #else
    static let count = 300_000
  #endif

  /// From where everything is zero to where everything has overflowed.
  static let uniform: [Double] = {
    var generator = TestGenerator(seed: 1)
    return (0..<count).map { _ in Double.random(in: -760...720, using: &generator) }
  }()

  /// Both signs, magnitudes from 2^-60 to 2^10, each power of two equally often.
  static let uniformInExponent: [Double] = {
    var generator = TestGenerator(seed: 2)
    return (0..<count).map { _ in
      let sign: FloatingPointSign = Bool.random(using: &generator) ? .plus : .minus
      let exponent = Int.random(in: -60...9, using: &generator)
      return Double(sign: sign, exponent: exponent, significand: Double.random(in: 1..<2, using: &generator))
    }
  }()

  /// Neighbours of the points where a formula changes over: half-odd multiples of log 2 (the nearest integer in exp
  /// changes), -log 2 (the mantissa of 1 + e^x passes 1.5 in softplus), zero, overflow, underflow, and where 1 +- e^x
  /// rounds to 1.
  static let nearBranches: [Double] = {
    let log2 = 0.693_147_180_559_945_3
    let changes = (-1076...1024).map { (Double($0) + 0.5) * log2 }
    let special = [
      0, log2, -log2, 709.782_712_893_384, -708.396_418_532_264_1, -745.133_219_101_941_1, 36.7368, -36.7368,
    ]
    let steps = -8...8
    return (changes + special).flatMap { point in steps.map { point + Double($0) * point.ulp } }
  }()
}
