import Datasets
import Foundation
import Learning
import TestSupport
import Testing

/// Each case: a file, the byte of its error from 1, and words that the reason holds.
@Suite("Errors of NPY files")
struct NPYErrorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func expect(
    _ bytes: [UInt8], column: Int, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = try folder.write(bytes)
    let error = learningError { () throws(LearningError) in _ = try NPYFile(path: path).matrix() }
    guard case .malformedFile(path, 1, let found, let reason) = error else {
      Issue.record("Found \(String(describing: error))", sourceLocation: sourceLocation)
      return
    }
    #expect(found == column, "\(reason)", sourceLocation: sourceLocation)
    #expect(reason.hasSuffix("."), sourceLocation: sourceLocation)
    for word in words { #expect(reason.contains(word), sourceLocation: sourceLocation) }
  }

  /// A header of version 1.0, whose error is where `mark` stands.
  private func expect(
    header: String, at mark: String, _ word: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let place = try #require(header.range(of: mark), sourceLocation: sourceLocation)
    let column = 10 + header[..<place.lowerBound].utf8.count + 1
    try expect(npyBytes(header), column: column, word, sourceLocation: sourceLocation)
  }

  @Test func `Other files`() throws {
    try expect([], column: 1, "not an NPY file", "numpy.save")
    try expect(Array("a,b\n1,2\n".utf8), column: 1, "not an NPY file")
    try expect([0x93] + Array("NUMPX".utf8) + [1, 0, 0, 0], column: 1, "not an NPY file")
    try expect([0x93] + Array("NUMP".utf8), column: 1, "not an NPY file")
  }

  @Test func `Versions that are not known`() throws {
    let plain = npyBytes("{'descr': '<f8', 'fortran_order': False, 'shape': (0,)}")
    for (major, minor) in [(0, 0), (4, 0), (1, 1), (255, 255)] as [(UInt8, UInt8)] {
      var bytes = plain
      bytes[6] = major
      bytes[7] = minor
      try expect(bytes, column: 7, "version \(major).\(minor)")
    }
  }

  @Test func `Headers cut short`() throws {
    let (first, second) = (npyBytes("{}"), npyBytes("{}", version: 2))
    for count in 6..<10 { try expect(Array(first[..<count]), column: count + 1, "ends inside its header") }
    for count in 10..<12 { try expect(Array(second[..<count]), column: count + 1, "ends inside its header") }
    try expect(Array(first[..<11]), column: 9, "said to have 2 bytes, and 1 follow")
    var huge = second
    huge[11] = 255
    try expect(huge, column: 9, "said to have 4278190082 bytes, and 2 follow")
    try expect(npyBytes(String(repeating: " ", count: 10_001)), column: 9, "10001 bytes", "at most 10000")
  }

  @Test func `Headers that are no dictionary`() throws {
    try expect(npyBytes(""), column: 11, "must be a dictionary")
    try expect(header: "  ['descr']", at: "[", "must be a dictionary")
    try expect(header: "{'descr': '<f8' 'shape': (1,)}", at: "'shape'", "A comma or the closing brace")
    let open = "{'descr': '<f8', "
    try expect(npyBytes(open), column: npyBytes(open).count + 1, "A key in quotes")
    try expect(header: "{'descr' '<f8'}", at: "'<f8'", "A colon must follow")
    try expect(header: "{descr: '<f8'}", at: "descr", "A key in quotes")
    try expect(header: "{,}", at: ",", "A key in quotes")
    try expect(header: "{'descr': '<f8}", at: "'<f8", "never closed")
    try expect(header: "{'descr\": '<f8'}", at: "<f8", "A colon must follow")
    let whole = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}"
    try expect(header: whole + " x", at: "x", "follows the dictionary")
  }

  @Test func `Keys that are unknown, repeated or missing`() throws {
    try expect(header: "{'descr': '<f8', 'order': 'C'}", at: "'order'", "“order” is unknown")
    try expect(header: "{'descr': '<f8', 'descr': '<f8'}", at: "'descr': '<f8'}", "“descr” stands here again")
    try expect(header: "{'fortran_order': False, 'shape': (1,)}", at: "{", "does not say “descr”")
    try expect(header: "{'descr': '<f8', 'shape': (1,)}", at: "{", "does not say “fortran_order”")
    try expect(header: "{'descr': '<f8', 'fortran_order': False}", at: "{", "does not say “shape”")
    try expect(header: "{}", at: "{", "does not say")
  }

  @Test func `Elements that are no numbers`() throws {
    try expect(header: "{'descr': '|O'}", at: "'|O'", "pickles are never executed")
    try expect(header: "{'descr': 'O8'}", at: "'O8'", "pickles are never executed")
    try expect(header: "{'descr': [('a', '<f8'), ('b', '<i4')]}", at: "[", "records of several fields")
    try expect(header: "{'descr': ('<f8', (2,))}", at: "(", "records of several fields")
    for type in ["<f2", "<f16", "<c16", "<U5", "|S3", "<M8[ns]", "<i3", "f", "", "<", "<<f8", ">f8 "] {
      try expect(header: "{'descr': '\(type)'}", at: "'\(type)'", "of type “\(type)”, and f8, f4, i1")
    }
    try expect(header: "{'descr': None}", at: "None", "a text in quotes")
  }

  @Test func `Orders that are neither`() throws {
    for value in ["0", "None", "true", "'C'"] {
      try expect(header: "{'fortran_order': \(value)}", at: value, "must be True or False")
    }
    try expect(header: "{'fortran_order': Falsehood}", at: "hood", "A comma or the closing brace")
  }

  @Test func `Shapes that are no table`() throws {
    func shape(
      _ shape: String, at mark: String, _ word: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      try expect(
        header: "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape)}", at: mark, word,
        sourceLocation: sourceLocation)
    }
    try shape("()", at: "()", "0 dimensions")
    try shape("(2, 3, 4)", at: "(2", "3 dimensions, (2, 3, 4)")
    try shape("(3)", at: "(3)", "(3) is no tuple")
    try shape("3", at: "3}", "must be a tuple")
    try shape("[3]", at: "[", "must be a tuple")
    try shape("(-3, 2)", at: "-3", "negative")
    try shape("(3, -2)", at: "-2", "negative")
    try shape("(1.5,)", at: ".5", "A comma or the closing parenthesis")
    try shape("(1 2)", at: "2)", "A comma or the closing parenthesis")
    try shape("(,)", at: ",)", "whole number")
    try shape("(1,,)", at: ",)", "whole number")
    try shape("(x,)", at: "x", "whole number")
    try shape("(010,)", at: "010", "leading zeros")
    try shape("(1", at: "}", "A comma or the closing parenthesis")
    try shape("(99999999999999999999,)", at: "9999", "larger than any memory")
    try shape("(9223372036854775807,)", at: "(9", "larger than any memory")
    try shape("(4294967296, 4294967296)", at: "(4", "larger than any memory")
    try shape("(0, 9223372036854775807)", at: "(0", "larger than any memory")
    let bytes = "{'descr': '|u1', 'fortran_order': False, 'shape': (2305843009213693952,)}"
    try expect(header: bytes, at: "(2", "larger than any memory")
  }

  @Test func `Data cut short, and more than there should be`() throws {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2)}"
    let count = npyBytes(header).count
    for found in [0, 1, 15] {
      try expect(
        npyBytes(header, data: .init(repeating: 0, count: found)), column: count + found + 1, "needs 16 bytes",
        "has \(found) for it")
    }
    try expect(npyBytes(header, data: .init(repeating: 0, count: 19)), column: count + 17, "3 more bytes follow")
    let large = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000, 100000000)}"
    try expect(npyBytes(large), column: npyBytes(large).count + 1, "needs 800000000000000000 bytes")
  }

  @Test func `Whole numbers that no Double holds`() throws {
    let signed = [0, 1 << 53, (1 << 53) + 1, Int64.max].flatMap { bytes($0.bigEndian) }
    let header = "{'descr': '>i8', 'fortran_order': True, 'shape': (2, 2)}"
    try expect(
      npyBytes(header, data: signed), column: npyBytes(header).count + 17,
      "The element at row 0, column 1 is 9007199254740993", "astype('f8')")
    let unsigned = [0, UInt64.max].flatMap { bytes($0.littleEndian) }
    let row = "{'descr': '<u8', 'fortran_order': False, 'shape': (1, 2)}"
    try expect(npyBytes(row, data: unsigned), column: npyBytes(row).count + 9, "column 1 is 18446744073709551615")
    let vector = "{'descr': '<u8', 'fortran_order': False, 'shape': (2,)}"
    try expect(npyBytes(vector, data: unsigned), column: npyBytes(vector).count + 9, "at index 1 is 1844674407370")
  }

  @Test func `A bool that is neither`() throws {
    let header = "{'descr': '|b1', 'fortran_order': False, 'shape': (3,)}"
    try expect(
      npyBytes(header, data: [0, 1, 7]), column: npyBytes(header).count + 3, "index 2 is 7, and a bool is 0 or 1")
  }

  @Test func `A refused element stops only what holds it`() throws {
    let data = [5, Int64.max, 7].flatMap { bytes($0.littleEndian) }
    let file = try NPYFile(
      path: folder.write(npyBytes("{'descr': '<i8', 'fortran_order': False, 'shape': (3,)}", data: data)))
    var chunks = file.chunks(rowCount: 1)
    #expect(try chunks.next() == [[5]])
    #expect(throws: LearningError.self) { try chunks.next() }
    #expect(throws: LearningError.self) { try chunks.next() }
    #expect(try file.rows(2..<3) == [[7]])
    #expect(throws: LearningError.self) { try file.vector() }
  }

  @Test func `A table is no vector`() throws {
    let header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2)}"
    let file = try NPYFile(path: folder.write(npyBytes(header, data: [1, 2])))
    let error = learningError { () throws(LearningError) in _ = try file.vector() }
    #expect(error?.description.contains("The array is 1 x 2") == true)
  }

  @Test func `Files that cannot be opened`() throws {
    for (path, words) in [
      (folder.path("none.npy"), "The file cannot be opened: No such file"), (folder.url.path, "not a regular file"),
      ("/dev/null", "not a regular file"),
    ] {
      let reason = accessReason { () throws(LearningError) in _ = try NPYFile(path: path) }
      #expect(reason?.contains(words) == true)
    }
  }

  @Test(arguments: ["<f8", ">f8"])
  func `A file that is cut off after it was opened`(type: String) throws {
    let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (4, 1)}"
    let path = try folder.write(npyBytes(header, data: .init(repeating: 0, count: 32)))
    let file = try NPYFile(path: path)
    let size = npyBytes(header).count + 20
    #expect(truncate(path, off_t(size)) == 0)
    #expect(try file.rows(0..<2) == [[0], [0]])
    let reason = accessReason { () throws(LearningError) in _ = try file.matrix() }
    #expect(reason?.contains("ends after \(size) bytes, but had \(size + 12)") == true)
  }
}
