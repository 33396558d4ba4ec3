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

  func write(_ matrix: Matrix, as name: String) throws(LearningError) {
    try matrix.writeNPY(path: file(name))
  }

  func write(_ vector: [Double], as name: String) throws(LearningError) {
    try vector.writeNPY(path: file(name))
  }

  private func file(_ name: String) -> String { "\(path)/\(name).npy" }
}
