import Datasets
import Foundation
import Learning
import LinearAlgebra

/// Named arrays, one `.npy` file each.
struct Folder {
  let path: String

  func createIfMissing() throws(BenchmarkError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreateFolder(path: path, reason: error.localizedDescription)
    }
  }

  func matrix(_ name: String) throws(LearningError) -> Matrix {
    try NPYFile(path: file(name)).matrix()
  }

  func vector(_ name: String) throws(LearningError) -> [Double] {
    try NPYFile(path: file(name)).vector()
  }

  func integers<Integer: FixedWidthInteger & BitwiseCopyable>(
    _ name: String, of type: Integer.Type
  ) throws(LearningError) -> [Integer] {
    try NPYFile(path: file(name)).integers(of: type)
  }

  func write(_ matrix: Matrix, as name: String) throws(LearningError) {
    try matrix.writeNPY(path: file(name))
  }

  func write(_ vector: [Double], as name: String) throws(LearningError) {
    try vector.writeNPY(path: file(name))
  }

  private func file(_ name: String) -> String { "\(path)/\(name).npy" }
}
