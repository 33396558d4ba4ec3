#if arch(x86_64) && canImport(Glibc)
  import Glibc

  /// Rows of many lengths, from nearly equal elements to elements of which one rules.
  struct RowSamples {
    let elements: [Double]
    let spread: Double

    static let all: [RowSamples] = {
      var generator = TestGenerator(seed: 3)
      #if DEBUG
        let lengths = [1, 2, 3, 5, 8, 12, 13, 25, 48, 49, 130, 1_003]
      #else
        let lengths = Array(1...140) + [1_003, 20_011]
      #endif
      return lengths.flatMap { length in
        [1e-9, 1, 40, 700].flatMap { spread in
          [0, 650, -650.0].map { centre in
            let elements = (0..<length).map { _ in centre + Double.random(in: -spread...spread, using: &generator) }
            return RowSamples(elements: elements, spread: spread)
          }
        }
      }
    }()
  }

  /// The definition, in an extended format whose exponent reaches 2^16384: nothing here overflows.
  func logSumExpReference(_ x: [Double]) -> Float80 {
    logl(x.reduce(into: 0) { $0 += expl(Float80($1)) })
  }
#endif
