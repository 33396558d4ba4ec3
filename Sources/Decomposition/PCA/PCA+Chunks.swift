import Learning
import LinearAlgebra

/// Data larger than memory: the means and the scatter matrix of all rows are enough.
extension PCA {
  /// Fits moments that were summed before, here or elsewhere; see ``Moments/merge(_:)``.
  ///
  /// The same components as from the rows by the covariance solver, to about 1e-14 of the largest eigenvalue.
  ///
  /// - Throws: `.tooFewSamples`, `.noVariation`, `.invalidOption`: as from samples, and a solver that needs the rows.
  public func fit(
    _ moments: Moments, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireValidOptions()
    guard solver == .automatic || solver == .covariance else {
      throw .invalidOption(
        name: "solver", value: "\(solver)", allowed: ".covariance or .automatic; the others need the rows themselves")
    }
    guard !moments.mean.isEmpty else { throw .empty(rowCount: 0, columnCount: 0) }
    let problem = Problem(
      configuration: self, rowCount: Int(moments.weight.rounded(.up)), columnCount: moments.mean.count,
      sampleWeight: moments.weight)
    try problem.requireEnoughRows()
    return problem.model(of: try problem.solveByCovariance(moments, using: &generator))
  }

  /// Fits moments with the system's generator; see ``fit(_:using:)-(Moments,_)``.
  public func fit(_ moments: Moments) throws(LearningError) -> Model {
    var generator = SystemRandomNumberGenerator()
    return try fit(moments, using: &generator)
  }

  /// Fits rows that come in chunks, each read once and then forgotten.
  ///
  ///     let file = try NPYFile(path: "large.npy")
  ///     var chunks = file.chunks(rowCount: 10_000)
  ///     let model = try PCA(components: .variance(0.95)).fit { () throws(LearningError) in try chunks.next() }
  ///
  /// - Parameter nextChunk: gives the next rows, all with the same number of columns, and nil after the last.
  /// - Throws: what `nextChunk` throws; `.notFinite` with the row counted over all chunks; `.featureCountMismatch`
  ///   where a chunk has other columns than the first; `.empty` without rows; else as from moments.
  /// - Complexity: memory for a chunk and a few d x d matrices.
  public func fit(
    chunks nextChunk: () throws(LearningError) -> Matrix?
  ) throws(LearningError) -> Model {
    var total: Moments?
    var rowCount = 0
    while let chunk = try nextChunk() {
      let expected = total?.mean.count ?? chunk.columnCount
      guard chunk.columnCount == expected else {
        throw .featureCountMismatch(found: chunk.columnCount, expected: expected)
      }
      if chunk.isEmpty { continue }
      let moments = try Self.moments(of: chunk, firstRow: rowCount)
      total?.merge(moments)
      total = total ?? moments
      rowCount += chunk.rowCount
      try Monitor.poll(Monitor.Progress(stage: "moments of rows", iteration: rowCount))
    }
    guard let total else { throw .empty(rowCount: 0, columnCount: 0) }
    return try fit(total)
  }

  /// Fits rows that come in chunks; see ``fit(chunks:)-(()throws(LearningError)->Matrix?)``.
  public func fit(chunks: some Sequence<Matrix>) throws(LearningError) -> Model {
    var iterator = chunks.makeIterator()
    return try fit { () throws(LearningError) in iterator.next() }
  }

  private static func moments(of chunk: Matrix, firstRow: Int) throws(LearningError) -> Moments {
    do {
      return try Moments(of: chunk)
    } catch {
      if case .notFinite(let row, let column, let value) = error {
        throw .notFinite(row: firstRow + row, column: column, value: value)
      }
      throw LearningError(error)
    }
  }
}
