internal import CVectorMath
import Testing

/// The instruction sets that this machine can run, so that each is tested and not only the one that is chosen.
let availableInstructionSets: [CVMInstructionSet] =
  [.portable, .avx2, .avx512].filter { $0.rawValue <= cvm_best_instruction_set().rawValue }

/// A function of one variable as the C target offers it, with its stated error bound.
struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  let name: String
  /// The largest error that the documentation admits, in units in the last place.
  let bound: Double
  let kernel:
    @Sendable (CVMInstructionSet, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void

  var testDescription: String { name }

  func callAsFunction(_ x: [Double], on set: CVMInstructionSet) -> [Double] {
    var result = [Double](repeating: .nan, count: x.count)
    kernel(set, x, &result, x.count)
    return result
  }

  static let exp = ElementaryFunction(name: "exp", bound: 1) { cvm_exp($0, $1, $2, $3) }
  static let sigmoid = ElementaryFunction(name: "sigmoid", bound: 2) { cvm_sigmoid($0, $1, $2, $3) }
  static let softplus = ElementaryFunction(name: "softplus", bound: 2) { cvm_softplus($0, $1, $2, $3) }
  static let all = [exp, sigmoid, softplus]
}

/// The row-wise functions as the C target offers them.
enum RowFunctions {
  static func logSumExp(_ x: [Double], on set: CVMInstructionSet) -> Double {
    cvm_log_sum_exp(set, x, x.count)
  }

  static func logSumExp(_ x: [Double], columns: Int, on set: CVMInstructionSet) -> [Double] {
    var result = [Double](repeating: .nan, count: x.count / columns)
    cvm_log_sum_exp_rows(set, x, x.count / columns, columns, &result)
    return result
  }

  static func softmax(_ x: [Double], columns: Int, on set: CVMInstructionSet) -> [Double] {
    var result = [Double](repeating: .nan, count: x.count)
    cvm_softmax_rows(set, x, x.count / columns, columns, &result)
    return result
  }
}
