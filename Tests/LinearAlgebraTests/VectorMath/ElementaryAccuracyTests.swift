#if arch(x86_64) && canImport(Glibc)
  internal import CVectorMath
  import Glibc
  import Testing

  @Suite("exp, sigmoid and softplus against long double")
  struct ElementaryAccuracyTests {
    static let references: [String: @Sendable (Float80) -> Float80] = [
      "exp": { expl($0) },
      "sigmoid": { x in x >= 0 ? 1 / (1 + expl(-x)) : expl(x) / (1 + expl(x)) },
      "softplus": { x in x > 0 ? x + log1pl(expl(-x)) : log1pl(expl(x)) },
    ]

    @Test("Every argument is within the stated bound", arguments: ElementaryFunction.all, availableInstructionSets)
    func bound(function: ElementaryFunction, set: CVMInstructionSet) throws {
      let reference = try #require(Self.references[function.name])
      for points in [SamplePoints.uniform, SamplePoints.uniformInExponent, SamplePoints.nearBranches] {
        let worst = WorstError(of: function(points, on: set), at: points, reference: reference)
        #expect(worst.normal <= function.bound, "at \(worst.normalArgument)")
        #expect(worst.subnormal <= 1, "at \(worst.subnormalArgument)")
      }
    }
  }

  /// The largest errors in units in the last place, among normal and among subnormal true results.
  struct WorstError {
    private(set) var normal = 0.0
    private(set) var normalArgument = Double.nan
    private(set) var subnormal = 0.0
    private(set) var subnormalArgument = Double.nan

    init(of results: [Double], at arguments: [Double], reference: (Float80) -> Float80) {
      for (argument, result) in zip(arguments, results) {
        let exact = reference(Float80(argument))
        let error = unitsInLastPlace(result, from: exact)
        // Written so that NaN counts as worse.
        if exact >= Float80(Double.leastNormalMagnitude) {
          if !(error <= normal) { (normal, normalArgument) = (error, argument) }
        } else if !(error <= subnormal) {
          (subnormal, subnormalArgument) = (error, argument)
        }
      }
    }
  }

  /// The distance of `result` from `exact`, in spacings of `Double` at the magnitude of `exact`.
  func unitsInLastPlace(_ result: Double, from exact: Float80) -> Double {
    if exact > Float80(Double.greatestFiniteMagnitude) {
      // The greatest finite number and infinity are both next to it.
      return result >= .greatestFiniteMagnitude ? 0 : .infinity
    }
    let exponent = exact.isZero ? -1022 : max(Int(exact.exponent), -1022)
    return Double(abs(Float80(result) - exact) / Float80(sign: .plus, exponent: exponent - 52, significand: 1))
  }
#endif
