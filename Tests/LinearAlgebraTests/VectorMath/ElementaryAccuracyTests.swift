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
#endif
