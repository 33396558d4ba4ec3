internal import CVectorMath
import Testing

@Suite("exp, sigmoid and softplus at the edges of Double")
struct ElementarySpecialValueTests {
  /// Each value is tried in every lane of a vector and in the rest behind the vectors.
  private func check(
    _ function: ElementaryFunction, _ x: Double, _ expected: Double, on set: CVMInstructionSet,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for value in function([Double](repeating: x, count: 11), on: set) {
      let same = expected.isNaN ? value.isNaN : value.bitPattern == expected.bitPattern
      #expect(same, "\(function.name)(\(x)) is \(value), expected \(expected)", sourceLocation: sourceLocation)
    }
  }

  @Test("exp", arguments: availableInstructionSets)
  func exponential(set: CVMInstructionSet) {
    check(.exp, .infinity, .infinity, on: set)
    check(.exp, -.infinity, 0, on: set)
    check(.exp, .nan, .nan, on: set)
    check(.exp, -.nan, .nan, on: set)
    check(.exp, .signalingNaN, .nan, on: set)
    check(.exp, 0, 1, on: set)
    check(.exp, -0.0, 1, on: set)
    check(.exp, .leastNonzeroMagnitude, 1, on: set)
    check(.exp, 709.782_712_893_385, .infinity, on: set)
    check(.exp, .greatestFiniteMagnitude, .infinity, on: set)
    check(.exp, -.greatestFiniteMagnitude, 0, on: set)
    check(.exp, -745, .leastNonzeroMagnitude, on: set)
    check(.exp, -745.133_219_101_941, .leastNonzeroMagnitude, on: set)
    check(.exp, -745.133_219_101_942, 0, on: set)
    check(.exp, -746, 0, on: set)
  }

  @Test("sigmoid", arguments: availableInstructionSets)
  func sigmoid(set: CVMInstructionSet) {
    check(.sigmoid, .infinity, 1, on: set)
    check(.sigmoid, -.infinity, 0, on: set)
    check(.sigmoid, .nan, .nan, on: set)
    check(.sigmoid, -.nan, .nan, on: set)
    check(.sigmoid, 0, 0.5, on: set)
    check(.sigmoid, -0.0, 0.5, on: set)
    check(.sigmoid, 40, 1, on: set)
    check(.sigmoid, .greatestFiniteMagnitude, 1, on: set)
    check(.sigmoid, -745, .leastNonzeroMagnitude, on: set)
    check(.sigmoid, -1000, 0, on: set)
    check(.sigmoid, -.greatestFiniteMagnitude, 0, on: set)
  }

  @Test("softplus", arguments: availableInstructionSets)
  func softplus(set: CVMInstructionSet) {
    check(.softplus, .infinity, .infinity, on: set)
    check(.softplus, -.infinity, 0, on: set)
    check(.softplus, .nan, .nan, on: set)
    check(.softplus, -.nan, .nan, on: set)
    check(.softplus, 1000, 1000, on: set)
    check(.softplus, .greatestFiniteMagnitude, .greatestFiniteMagnitude, on: set)
    check(.softplus, -745, .leastNonzeroMagnitude, on: set)
    check(.softplus, -1000, 0, on: set)
    check(.softplus, -.greatestFiniteMagnitude, 0, on: set)
    #expect(ElementaryFunction.softplus([0], on: set) == ElementaryFunction.softplus([-0.0], on: set))
  }

  @Test("A NaN or an infinity does not disturb its neighbours", arguments: ElementaryFunction.all)
  func neighbours(function: ElementaryFunction) {
    for set in availableInstructionSets {
      let clean = function([Double](repeating: 0.75, count: 11), on: set)
      for special in [Double.nan, .infinity, -.infinity] {
        for position in 0..<11 {
          var x = [Double](repeating: 0.75, count: 11)
          x[position] = special
          var result = function(x, on: set)
          result[position] = clean[position]
          #expect(result == clean, "\(special) at \(position)")
        }
      }
    }
  }
}
