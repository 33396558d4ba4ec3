import Datasets
import Foundation
import Learning
import TestSupport
import Testing

@Suite("Spoilt NPY files")
struct NPYRobustnessTests {
  private static let splinters = [
    "'", "\"", "{", "}", "(", ")", ",", ":", "-", "0", "9", "99999999999999999999", "True", "False", "'descr'",
    "'shape'", "[('a', '<f8')]", "'|O'", "'<i8'", "'>f4'", "'|b1'", "(6,)", "(0, 3)", "(3, 0)",
    "(4611686018427387904, 0)", "\n", "\u{0}", "L",
  ]

  /// The whole file, and the same in two or three chunks.
  private func read(path: String, byteCount: Int) throws(LearningError) {
    let file = try NPYFile(path: path)
    let matrix = try file.matrix()
    #expect((matrix.rowCount, matrix.columnCount) == (file.rowCount, file.columnCount))
    #expect(matrix.count <= byteCount)
    var chunks = file.chunks(rowCount: max(1, file.rowCount / 2))
    var elements: [Double] = []
    while let chunk = try chunks.next() { elements += chunk.elements }
    #expect(elements.map(\.bitPattern) == matrix.elements.map(\.bitPattern))
  }

  @Test(.timeLimit(.minutes(5)))
  func `Ten thousand spoilt files are read or refused, in bounds`() throws {
    let files = NPYFixture.all.map(\.bytes)
    let mutator = ByteMutator(splinters: Self.splinters.map { Array($0.utf8) }, files: files)
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 5)
    var (readCount, refusedCount) = (0, 0)
    for round in 0..<10_000 {
      var bytes = files[round % files.count]
      // A file of another length is always refused, so every other one keeps its length.
      if Bool.random(using: &generator) {
        mutator.mutate(&bytes, using: &generator)
      } else {
        bytes[Int.random(in: bytes.indices, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      let path = try folder.write(bytes)
      let error = learningError { () throws(LearningError) in
        try read(path: path, byteCount: bytes.count)
        readCount += 1
      }
      if case .malformedFile(_, let line, let column, _) = error {
        refusedCount += 1
        #expect(line == 1 && (1...(bytes.count + 1)).contains(column))
      } else {
        #expect(error == nil)
      }
    }
    // Neither outcome is a rarity, or the test would not be one.
    #expect(readCount > 500 && refusedCount > 1_000, "\(readCount) were read, \(refusedCount) refused")
  }
}
