import Datasets
import Foundation
import Learning
import LinearAlgebra
import TestSupport
import Testing

@Suite("Reading NPY files")
struct NPYReadingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func open(_ bytes: [UInt8]) throws -> NPYFile {
    try NPYFile(path: folder.write(bytes))
  }

  @Test(arguments: NPYFixture.all)
  func `What NumPy wrote is read as NumPy reads it, to the bit`(fixture: NPYFixture) throws {
    let file = try open(fixture.bytes)
    #expect(file.shape == fixture.shape)
    #expect(file.elementType.rawValue == fixture.type)
    #expect(file.isColumnMajor == fixture.isColumnMajor)
    #expect(file.rowCount == fixture.shape[0])
    #expect(file.columnCount == (fixture.shape.count == 2 ? fixture.shape[1] : 1))
    let matrix = try file.matrix()
    #expect((matrix.rowCount, matrix.columnCount) == (file.rowCount, file.columnCount))
    #expect(matrix.elements.map(\.bitPattern) == fixture.bits)
    if file.columnCount == 1 { #expect(try file.vector().map(\.bitPattern) == fixture.bits) }
  }

  @Test(arguments: NPYFixture.all)
  func `Any rows are those of the whole`(fixture: NPYFixture) throws {
    let file = try open(fixture.bytes)
    for start in 0...file.rowCount {
      for end in start...file.rowCount {
        let rows = try file.rows(start..<end)
        #expect((rows.rowCount, rows.columnCount) == (end - start, file.columnCount))
        #expect(
          rows.elements.map(\.bitPattern) == Array(fixture.bits[start * file.columnCount..<end * file.columnCount]))
      }
    }
  }

  @Test(arguments: NPYFixture.all)
  func `Chunks are the rows in order, the last of what is left`(fixture: NPYFixture) throws {
    let file = try open(fixture.bytes)
    for length in 1...4 {
      var chunks = file.chunks(rowCount: length)
      var found: [UInt64] = []
      var counts: [Int] = []
      while let chunk = try chunks.next() {
        counts.append(chunk.rowCount)
        found += chunk.elements.map(\.bitPattern)
      }
      #expect(found == fixture.bits)
      #expect(counts.reduce(0, +) == file.rowCount && counts.dropLast().allSatisfy { $0 == length })
      #expect(try chunks.next() == nil)
    }
  }

  /// More rows and columns than one tile, and than one buffer, has.
  @Test(arguments: [false, true], ["<i4", ">f8", "<f8"])
  func `Large arrays are put together from their parts`(isColumnMajor: Bool, type: String) throws {
    let (n, d) = (5_000, 11)
    func value(_ row: Int, _ column: Int) -> Int { row * 100 + column }
    var data: [UInt8] = []
    for index in 0..<n * d {
      let value = isColumnMajor ? value(index % n, index / n) : value(index / d, index % d)
      switch type {
      case "<i4": data += bytes(Int32(value).littleEndian)
      case "<f8": data += bytes(Double(value).bitPattern.littleEndian)
      default: data += bytes(Double(value).bitPattern.bigEndian)
      }
    }
    let order = isColumnMajor ? "True" : "False"
    let file = try open(npyBytes("{'descr': '\(type)', 'fortran_order': \(order), 'shape': (\(n), \(d))}", data: data))
    for range in [0..<n, 1_234..<4_321, 17..<18] {
      let rows = try file.rows(range)
      let wrong = range.first { i in (0..<d).contains { rows[i - range.lowerBound, $0] != Double(value(i, $0)) } }
      #expect(wrong == nil)
    }
  }

  @Test func `A wide array that goes column by column`() throws {
    let (n, d) = (3, 20_000)
    let data = (0..<n * d).flatMap { bytes(UInt16($0).littleEndian) }
    let file = try open(npyBytes("{'descr': '<u2', 'fortran_order': True, 'shape': (\(n), \(d))}", data: data))
    let (all, some) = (try file.matrix(), try file.rows(1..<3))
    #expect((0..<d).allSatisfy { j in (0..<n).allSatisfy { i in all[i, j] == Double(j * n + i) } })
    #expect((0..<d).allSatisfy { j in (1..<n).allSatisfy { i in some[i - 1, j] == Double(j * n + i) } })
  }

  @Test(arguments: [
    "{'descr': '<u2', 'fortran_order': False, 'shape': (2,), }",
    "{'shape':(2,),'fortran_order':False,'descr':'<u2'}",
    #"{"fortran_order": False, "shape": (2,), "descr": "<u2"}"#,
    "  {\t'descr' :\n'<u2' ,\r\n'shape' : ( 2 , ) , 'fortran_order' : True\n}  \n\n",
  ])
  func `Headers in any order, quotes and spacing`(header: String) throws {
    #expect(try open(npyBytes(header, data: [1, 0, 2, 0])).vector() == [1, 2])
  }

  @Test(arguments: ["=", "|", ""])
  func `Without a stated order the bytes are in that of the machine`(sign: String) throws {
    let header = "{'descr': '\(sign)f8', 'fortran_order': False, 'shape': (1, 1)}"
    #expect(try open(npyBytes(header, data: bytes((0.1).bitPattern))).matrix() == [[0.1]])
  }

  @Test func `A column of two dimensions is a vector too`() throws {
    let header = "{'descr': '|i1', 'fortran_order': False, 'shape': (3, 1)}"
    #expect(try open(npyBytes(header, data: [1, 2, 255])).vector() == [1, 2, -1])
  }

  @Test func `Tasks may share a file`() async throws {
    let fixture = NPYFixture.all[0]
    let file = try open(fixture.bytes)
    let rows = await withTaskGroup(of: [Double]?.self) { group in
      for row in 0..<3 { group.addTask { try? file.rows(row..<row + 1).elements } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(rows.compactMap { $0?.map(\.bitPattern) }).count == 3)
  }
}
