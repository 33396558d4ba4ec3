import LinearAlgebra
import Testing

@Suite("Gram matrices")
struct GramTests {
  /// Narrow and small; several chunks and lanes of rows; tiles of 256 and their borders; one matrix for all rows.
  static let shapes = [(5, 3), (300, 1), (9000, 6), (300, 257), (30, 386), (1, 4), (4, 1)]

  @Test("of the columns are AᵀA, exactly symmetric", arguments: shapes)
  func columns(n: Int, d: Int) {
    let a = Matrix.normal(n, d)
    let expected = naiveProduct(a.transposed(), a)
    for budget in [ThreadBudget.reproducible, .fastest] {
      let gram = budget.run { a.gram() }
      #expect(gram.deviation(from: expected) < 1e-12)
      #expect(gram == gram.transposed())
    }
  }

  @Test("of the rows are A Aᵀ, exactly symmetric", arguments: shapes.map { ($1, $0) })
  func rows(n: Int, d: Int) {
    let a = Matrix.normal(n, d)
    let expected = naiveProduct(a, a.transposed())
    for budget in [ThreadBudget.reproducible, .fastest] {
      let gram = budget.run { a.rowGram() }
      #expect(gram.deviation(from: expected) < 1e-12)
      #expect(gram == gram.transposed())
    }
  }

  @Test("have the same bits on one thread and on two", arguments: shapes)
  func sameBits(n: Int, d: Int) {
    let a = Matrix.normal(n, d)
    let wide = a.transposed()
    let grams = [1, 2].map { threads in
      ThreadBudget.reproducible.limited(to: threads).run { [a.gram().bits, wide.rowGram().bits] }
    }
    #expect(grams[0] == grams[1])
  }
}
