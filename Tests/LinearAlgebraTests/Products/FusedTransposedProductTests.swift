import LinearAlgebra
import Testing

@Suite("Products of many functions with the same rows")
struct FusedTransposedProductTests {
  @Test("are those of the whole matrices, whatever the blocks", arguments: [0, 1, 5, 700, 5000], [1, 3, 40])
  func products(rows: Int, functions: Int) {
    let x = RowProductTests.matrix(rows, 7)
    let b = RowProductTests.matrix(functions, 7)
    // Whole numbers: sums are exact in any order.
    let found = FusedTransposedProduct(x, b).run { function, rows, image in
      for i in image.indices { image[i] = 2 * image[i] + Double(function + rows.lowerBound + i) }
      return Double(rows.count * (function + 1))
    }
    let image = Matrix(rowCount: functions, columnCount: rows) { elements in
      for f in 0..<functions {
        for i in 0..<rows {
          let product = (0..<7).reduce(0) { $0 + x[i, $1] * b[f, $1] }
          elements[f * rows + i] = 2 * product + Double(f + i)
        }
      }
    }
    #expect(found.product == image.multiplied(by: x))
    for f in 0..<functions {
      #expect(found.sums[f] == image.row(f).reduce(0, +))
      #expect(found.totals[f] == Double(rows * (f + 1)))
    }
  }

  @Test("have the same bits on one thread and on two")
  func bits() {
    let x = Matrix(rowCount: 3000, columnCount: 9) { elements in
      for i in elements.indices { elements[i] = 1 / Double(i + 1) }
    }
    let b = Matrix(rowCount: 4, columnCount: 9) { elements in
      for i in elements.indices { elements[i] = 1 / Double(i + 3) }
    }
    let results = [1, 2].map { count in
      ThreadBudget.reproducible.limited(to: count).run {
        FusedTransposedProduct(x, b).run { _, _, image in image.reduce(0, +) }
      }
    }
    #expect(results[0].product == results[1].product)
    #expect(results[0].sums == results[1].sums)
    #expect(results[0].totals == results[1].totals)
  }
}
