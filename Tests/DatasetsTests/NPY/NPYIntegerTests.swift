import Datasets
import Learning
import TestSupport
import Testing

@Suite("Whole numbers of NPY files")
struct NPYIntegerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(_ type: String, shape: String, data: [UInt8]) throws -> NPYFile {
    let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape)}"
    return try NPYFile(path: folder.write(npyBytes(header, data: data)))
  }

  @Test("keep their width, and their value in either order of bytes")
  func types() throws {
    func check<Integer: FixedWidthInteger & BitwiseCopyable>(_ type: Integer.Type, _ name: String) throws {
      let numbers = [Integer.min, 0, 1, 100, .max]
      for shape in ["(5,)", "(5, 1)"] {
        let little = try open("<\(name)", shape: shape, data: numbers.flatMap { bytes($0.littleEndian) })
        #expect(try little.integers(of: type) == numbers, "\(name)")
        let big = try open(">\(name)", shape: shape, data: numbers.flatMap { bytes($0.bigEndian) })
        #expect(try big.integers(of: type) == numbers, "\(name)")
      }
    }
    try check(Int8.self, "i1")
    try check(Int16.self, "i2")
    try check(Int32.self, "i4")
    try check(Int64.self, "i8")
    try check(Int.self, "i8")
    try check(UInt8.self, "u1")
    try check(UInt16.self, "u2")
    try check(UInt32.self, "u4")
    try check(UInt64.self, "u8")
    try check(UInt.self, "u8")
    #expect(try open("<i4", shape: "(0,)", data: []).integers(of: Int32.self).isEmpty)
  }

  @Test("are refused in another type, and in a table")
  func errors() throws {
    let vector = try open("<i4", shape: "(1,)", data: [1, 0, 0, 0])
    let table = try open("<i4", shape: "(1, 2)", data: [1, 0, 0, 0, 2, 0, 0, 0])
    func reason(_ body: () throws(LearningError) -> Void) -> String? {
      guard case .malformedFile(_, 1, _, let reason) = learningError(of: body) else { return nil }
      return reason
    }
    let type = reason { () throws(LearningError) in _ = try vector.integers(of: Int64.self) }
    #expect(type == "The elements are of the type i4, and Int64 was asked for.")
    let shape = reason { () throws(LearningError) in _ = try table.integers(of: Int32.self) }
    #expect(shape?.contains("1 x 2") == true)
  }
}
