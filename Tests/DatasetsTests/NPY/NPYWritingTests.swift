import Datasets
import Foundation
import Learning
import LinearAlgebra
import TestSupport
import Testing

@Suite("Writing NPY files")
struct NPYWritingTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("x.npy")
  }

  private func fixture(shape: [Int]) throws -> NPYFixture {
    try #require(NPYFixture.all.first { $0.shape == shape && $0.type == "f8" && !$0.isColumnMajor })
  }

  @Test func `The bytes are those that NumPy writes`() throws {
    for shape in [[3, 2], [0, 3], [3, 0]] {
      let fixture = try fixture(shape: shape)
      let elements = fixture.bits.map(Double.init(bitPattern:))
      try Matrix(rowCount: shape[0], columnCount: shape[1], elements: elements).writeNPY(path: path)
      #expect(try folder.bytes(of: "x.npy") == fixture.bytes)
    }
    for shape in [[4], [0]] {
      let fixture = try fixture(shape: shape)
      try fixture.bits.map(Double.init(bitPattern:)).writeNPY(path: path)
      #expect(try folder.bytes(of: "x.npy") == fixture.bytes)
    }
  }

  @Test func `Every bit comes back`() throws {
    let values: [Double] = [
      .nan, .signalingNaN, -Double.nan, Double(nan: 12_345, signaling: false), .infinity, -.infinity, 0, -0.0,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude.nextDown, .greatestFiniteMagnitude, 0.1,
      .pi,
    ]
    try values.writeNPY(path: path)
    #expect(try NPYFile(path: path).vector().map(\.bitPattern) == values.map(\.bitPattern))
    let matrix = try Matrix(rowCount: 7, columnCount: 2, elements: values)
    try matrix.writeNPY(path: path)
    let read = try NPYFile(path: path)
    #expect(read.shape == [7, 2])
    #expect(try read.matrix().elements.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test func `Chunks one after another make the same file as the whole`() throws {
    let matrix: Matrix = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]
    try matrix.writeNPY(path: folder.path("whole.npy"))
    let whole = try NPYFile(path: folder.path("whole.npy"))
    var writer = try NPYWriter(path: path, columnCount: 3)
    var chunks = whole.chunks(rowCount: 3)
    while let chunk = try chunks.next() { try writer.append(chunk) }
    #expect(writer.rowCount == 4)
    try writer.finish()
    #expect(try folder.bytes(of: "x.npy") == folder.bytes(of: "whole.npy"))
    #expect(try folder.fileNames == ["whole.npy", "x.npy"])
  }

  @Test func `A writer that is not finished leaves what was there`() throws {
    _ = try folder.write([1, 2, 3])
    do {
      var writer = try NPYWriter(path: path, columnCount: 1)
      try writer.append([[1], [2]])
      #expect(try folder.fileNames.count == 2)
    }
    #expect(try folder.bytes(of: "x.npy") == [1, 2, 3])
    #expect(try folder.fileNames == ["x.npy"])
  }

  @Test func `A file that is open for reading may be replaced`() throws {
    try [1.0, 2].writeNPY(path: path)
    let file = try NPYFile(path: path)
    try file.vector().map { $0 * 10 }.writeNPY(path: path)
    #expect(try file.vector() == [1, 2])
    #expect(try NPYFile(path: path).vector() == [10, 20])
  }

  @Test func `A link stays one, and permissions are kept`() throws {
    let target = try folder.write([], to: "target.npy")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "target.npy")
    try [1.0].writeNPY(path: path)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "target.npy")
    #expect(try NPYFile(path: target).vector() == [1])
    let permissions = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
  }

  @Test func `Places where nothing can be written`() throws {
    for (path, words) in [
      (folder.path("none/x.npy"), "The file cannot be written: No such file or directory"),
      (folder.url.path, "not a regular file"), ("/dev/null", "not a regular file"), ("", "cannot be written"),
    ] {
      let reason = accessReason { () throws(LearningError) in try [1.0].writeNPY(path: path) }
      #expect(reason?.contains(words) == true)
    }
    #expect(try folder.fileNames == [])
  }
}
