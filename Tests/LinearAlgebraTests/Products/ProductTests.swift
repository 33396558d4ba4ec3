import LinearAlgebra
import Testing

@Suite("Products of matrices")
struct ProductTests {
  /// m x k by k x n.
  struct Shape: CustomTestStringConvertible {
    let m, n, k: Int
    let path: String
    var testDescription: String { "\(m) x \(k) by \(k) x \(n): \(path)" }
  }

  /// Blocks begin above 2²⁰ multiply-adds and hold about four times that; 512 rows at n k = 8100.
  static let shapes = [
    Shape(m: 1, n: 1, k: 1, path: "one number"),
    Shape(m: 7, n: 5, k: 3, path: "small"),
    Shape(m: 1, n: 1, k: 1000, path: "a dot product"),
    Shape(m: 1024, n: 32, k: 32, path: "the largest small work"),
    Shape(m: 1025, n: 32, k: 32, path: "one block of rows"),
    Shape(m: 512, n: 90, k: 90, path: "exactly one block of rows"),
    Shape(m: 513, n: 90, k: 90, path: "two blocks of rows"),
    Shape(m: 90, n: 512, k: 90, path: "exactly one block of columns"),
    Shape(m: 90, n: 513, k: 90, path: "two blocks of columns"),
    Shape(m: 1, n: 1500, k: 1000, path: "one row"),
    Shape(m: 10, n: 10, k: 41_920, path: "exactly one lane of the common side"),
    Shape(m: 10, n: 10, k: 41_921, path: "two lanes of the common side"),
    Shape(m: 4, n: 5, k: 60_000, path: "one long lane"),
  ]

  private func operands(_ shape: Shape) -> (a: Matrix, b: Matrix) {
    (.normal(shape.m, shape.k, seed: 1), .normal(shape.k, shape.n, seed: 2))
  }

  @Test("are the sums of the definition, whichever side is transposed", arguments: shapes)
  func againstTheDefinition(shape: Shape) {
    let (a, b) = operands(shape)
    let expected = naiveProduct(a, b)
    for budget in [ThreadBudget.reproducible, .fastest] {
      budget.run {
        #expect(a.multiplied(by: b).deviation(from: expected) < 1e-12)
        #expect(a.transposed().transposeMultiplied(by: b).deviation(from: expected) < 1e-12)
        #expect(a.multiplied(byTransposeOf: b.transposed()).deviation(from: expected) < 1e-12)
      }
    }
  }

  @Test("have the same bits on one thread and on two", arguments: shapes)
  func sameBits(shape: Shape) {
    let (a, b) = operands(shape)
    let (aTransposed, bTransposed) = (a.transposed(), b.transposed())
    let products = [1, 2].map { threads in
      ThreadBudget.reproducible.limited(to: threads).run {
        [
          a.multiplied(by: b), aTransposed.transposeMultiplied(by: b), a.multiplied(byTransposeOf: bTransposed),
        ].map(\.bits)
      }
    }
    #expect(products[0] == products[1])
  }

  @Test("with vectors are those with matrices of one column")
  func vectors() {
    let a = Matrix.normal(37, 12)
    let v = Matrix.normal(12, 1, seed: 3)
    let w = Matrix.normal(37, 1, seed: 4)
    #expect(deviation(a.multiplied(by: v.elements), from: naiveProduct(a, v).elements) < 1e-14)
    #expect(deviation(a.transposeMultiplied(by: w.elements), from: naiveProduct(a.transposed(), w).elements) < 1e-14)
  }

  @Test("carry NaN and infinity where they belong and nowhere else")
  func notFinite() {
    let a: Matrix = [[1, 2], [.nan, 1], [.infinity, 1]]
    let product = a.multiplied(by: [[1, 0], [0, 1]])
    #expect(product.row(0).elementsEqual([1, 2]))
    #expect(product[1, 0].isNaN)
    #expect(product[2, 0] == .infinity)
    #expect(a.multiplied(by: [1, 1])[0] == 3)
  }

  @Test("of a centred matrix are those of its centred copy", arguments: [(50, 7, 3), (1030, 40, 5), (3, 40_000, 2)])
  func centered(n: Int, d: Int, k: Int) {
    let x = Matrix.normal(n, d).map { $0 + 1e6 }
    let b = Matrix.normal(k, d, seed: 2)
    let center = [Double](repeating: 1e6, count: d)
    let scale = (0..<d).map { 1 + Double($0 % 3) }
    let expected = naiveProduct(
      .filled(n, d) { (x[$0, $1] - center[$1]) / scale[$1] }, b.transposed())
    let product = x.centeredMultiplied(byTransposeOf: b, center: center, scale: scale)
    #expect(product.deviation(from: expected) < 1e-12)
    let onOneThread = ThreadBudget.reproducible.limited(to: 1).run {
      x.centeredMultiplied(byTransposeOf: b, center: center, scale: scale)
    }
    #expect(onOneThread.bits == product.bits)
  }
}
