internal import CVectorMath
import LinearAlgebra
import Testing

@Suite("Products with chosen rows")
struct RowProductTests {
  /// Small whole numbers: sums are exact in any order.
  static func matrix(_ rowCount: Int, _ columnCount: Int) -> Matrix {
    Matrix(rowCount: rowCount, columnCount: columnCount) { elements in
      for i in elements.indices { elements[i] = Double(i * 7 % 23 - 11) }
    }
  }

  static let rows = [5, 0, 0, 8, 3, 2, 9, 5, 1, 7, 4]

  @Test("are those with the selected rows", arguments: [0, 1, 3, 4, 5, 11], [1, 2, 3, 7, 8, 9, 17, 33])
  func products(count: Int, columns: Int) {
    let x = Self.matrix(10, columns)
    let rows = Array(Self.rows.prefix(count))
    for k in [1, 3] {
      let b = Self.matrix(columns, k)
      let factors = Self.matrix(count, k)
      var image = [Double](repeating: .nan, count: count * k)
      var sums = [Double](repeating: 1, count: columns * k)
      x.withUnsafeBufferPointer { x in
        let products = RowProducts(x, columnCount: columns)
        rows.withUnsafeBufferPointer { rows in
          b.elements.withUnsafeBufferPointer { b in
            image.withUnsafeMutableBufferPointer { products.multiply(rows, b, count: k, into: $0) }
          }
          factors.elements.withUnsafeBufferPointer { factors in
            sums.withUnsafeMutableBufferPointer { products.add(rows, times: factors, count: k, to: $0) }
          }
        }
      }
      for (i, row) in rows.enumerated() {
        for l in 0..<k {
          #expect(image[i * k + l] == (0..<columns).reduce(0) { $0 + x[row, $1] * b[$1, l] })
        }
      }
      for j in 0..<columns {
        for l in 0..<k {
          #expect(sums[j * k + l] == rows.indices.reduce(1) { $0 + x[rows[$1], j] * factors[$1, l] })
        }
      }
    }
  }

  @Test("are the same on every instruction set, for numbers that need no rounding")
  func instructionSets() {
    let x = Self.matrix(10, 21).elements
    let vector = (0..<21).map { Double($0 % 5) }
    var images: [[Double]] = []
    for set in availableInstructionSets {
      var image = [Double](repeating: .nan, count: Self.rows.count)
      var sums = vector
      cvm_multiply_rows(set, x, 21, Self.rows, Self.rows.count, vector, &image)
      cvm_add_rows(set, x, 21, Self.rows, Self.rows.count, image, &sums)
      images.append(image + sums)
    }
    for image in images { #expect(image == images[0]) }
    #expect(images[0].allSatisfy { $0.isFinite })
  }
}
