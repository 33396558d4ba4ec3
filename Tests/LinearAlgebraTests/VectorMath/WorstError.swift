#if arch(x86_64)
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
