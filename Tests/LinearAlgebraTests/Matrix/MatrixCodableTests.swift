import Foundation
import LinearAlgebra
import Testing

@Suite("A matrix on its way into a file and out of it")
struct MatrixCodableTests {
  private func decode(_ json: String) throws -> Matrix {
    try JSONDecoder().decode(Matrix.self, from: Data(json.utf8))
  }

  @Test("comes back with the same bits")
  func roundTrip() throws {
    let awkward: Matrix = [
      [-0.0, 0.1, 1.0 / 3, .pi],
      [.leastNonzeroMagnitude, -.leastNormalMagnitude, .greatestFiniteMagnitude, .ulpOfOne],
      [.infinity, -.infinity, 9_007_199_254_740_992, 1e22],
    ]
    let decoded = try JSONDecoder().decode(Matrix.self, from: JSONEncoder().encode(awkward))
    #expect(decoded.bits == awkward.bits)
    #expect(decoded.rowCount == 3 && decoded.columnCount == 4)
  }

  @Test("keeps NaN, which JSON has no number for")
  func notANumber() throws {
    let decoded = try JSONDecoder().decode(Matrix.self, from: JSONEncoder().encode([[1, .nan]] as Matrix))
    #expect(decoded[0, 0] == 1)
    #expect(decoded[0, 1].isNaN)
  }

  @Test("keeps the shape of an empty one", arguments: [(0, 3), (3, 0)])
  func empty(rowCount: Int, columnCount: Int) throws {
    let matrix = Matrix.zeros(rowCount, columnCount)
    #expect(try JSONDecoder().decode(Matrix.self, from: JSONEncoder().encode(matrix)) == matrix)
  }

  @Test("survives a property list too")
  func propertyList() throws {
    let matrix: Matrix = [[1, -0.0, .infinity], [0.1, .leastNonzeroMagnitude, -.infinity]]
    let decoded = try PropertyListDecoder().decode(Matrix.self, from: PropertyListEncoder().encode(matrix))
    #expect(decoded.bits == matrix.bits)
  }

  @Test(
    "is refused where the file is malformed",
    arguments: [
      #"{"rowCount": 2, "columnCount": 2, "elements": [1, 2, 3]}"#,
      #"{"rowCount": 1, "columnCount": 1, "elements": []}"#,
      #"{"rowCount": -1, "columnCount": -1, "elements": [1]}"#,
      #"{"rowCount": -1, "columnCount": 0, "elements": []}"#,
      #"{"rowCount": 9223372036854775807, "columnCount": 9223372036854775807, "elements": [1]}"#,
      #"{"rowCount": 4611686018427387905, "columnCount": 4, "elements": [1, 2, 3, 4]}"#,
      #"{"rowCount": 1, "columnCount": 1, "elements": ["infinity"]}"#,
      #"{"rowCount": 1, "columnCount": 1, "elements": [null]}"#,
      #"{"rowCount": 1, "columnCount": 1, "elements": [1e999]}"#,
      #"{"rowCount": 1.5, "columnCount": 1, "elements": [1]}"#,
      #"{"columnCount": 1, "elements": [1]}"#,
      #"[[1]]"#,
    ])
  func malformed(json: String) {
    #expect(throws: DecodingError.self) { try decode(json) }
  }
}
