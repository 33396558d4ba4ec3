/// The sums of squares and products of the columns, Σ w (x - m)(x - m)ᵀ, with the means m, in one pass over the rows.
///
/// Rows come in chunks that stay in cache: they go into a buffer less an origin o among the rows, and a symmetric
/// product adds them, as their sums are added. In the end
///
///     Σ w (x - m)(x - m)ᵀ = Σ w (x - o)(x - o)ᵀ - W (m - o)(m - o)ᵀ.
///
/// The origin is near the middle of the rows, so the subtraction costs no digits, however far from zero the rows are;
/// where it does after all, because the rows that it was taken from were outliers, the pass is made again from the
/// means. Chunks and lanes depend on the shape alone.
struct ScatterKernel {
  struct Sums {
    var weight: Double
    /// Where the means are measured from.
    var origin: [Double]
    /// The means less the origin.
    var offset: [Double]
    /// d x d, symmetric.
    var scatter: Matrix
  }

  private let x: Matrix
  private let weights: [Double]?
  private let n, d: Int

  /// Up to this many columns each lane of rows has a scatter of its own; beyond, the lanes' matrices would outgrow the
  /// cache, and the tiles of one matrix are shared among the threads instead.
  private static let widestLane = 384
  private static let mostLanes = 16

  init(_ x: Matrix, weights: [Double]?) {
    self.x = x
    self.weights = weights
    n = x.rowCount
    d = x.columnCount
  }

  /// The moments about the means.
  func centered() -> Sums {
    let sums = sums(from: x.origin(weights: weights)).movedToMeans()
    guard originIsPoor(offset: sums.offset, squares: sums.scatter.diagonal, weight: sums.weight) else { return sums }
    return self.sums(from: sums.mean).movedToMeans()
  }

  /// Σ x xᵀ, d x d: the Gram matrix of the columns.
  func gram() -> Matrix {
    sums(from: nil).scatter
  }

  /// The moments about the origin; about zero, and without copying rows, for nil. The offset is the sum of the rows.
  private func sums(from origin: [Double]?) -> Sums {
    guard n > 0, d > 0 else { return emptySums(from: origin) }
    var sums = d <= Self.widestLane ? lanes(from: origin) : accumulate(rows: 0..<n, from: origin)
    sums.scatter.mirrorLowerTriangle()
    return sums
  }

  private func emptySums(from origin: [Double]?) -> Sums {
    let zeros = [Double](repeating: 0, count: d)
    return Sums(weight: 0, origin: origin ?? zeros, offset: zeros, scatter: .zeros(d, d))
  }

  /// About a megabyte of rows, so that the copy is still in cache when it is multiplied; of wide data more, so that a
  /// pass over the d x d result pays.
  private var chunkLength: Int {
    d <= Self.widestLane ? max(256, min(4096, (1 << 17) / d)) : 1024
  }

  // MARK: Narrow data: lanes of rows

  private func lanes(from origin: [Double]?) -> Sums {
    let chunkCount = (n + chunkLength - 1) / chunkLength
    // A lane that sees fewer rows than it has columns costs more to add than to sum.
    let laneCount = max(1, min(Self.mostLanes, chunkCount, n / (4 * d)))
    let laneLength = (chunkCount + laneCount - 1) / laneCount * chunkLength
    var lanes = [Sums?](repeating: nil, count: laneCount)
    lanes.withUnsafeMutableBufferPointer { lanes in
      forBlocks(of: n, length: laneLength) { rows in
        lanes[rows.lowerBound / laneLength] = accumulate(rows: rows, from: origin)
      }
    }
    return lanes.reduce(into: emptySums(from: origin)) { total, lane in
      guard let lane else { return }
      total.weight += lane.weight
      for j in 0..<d { total.offset[j] += lane.offset[j] }
      total.scatter += lane.scatter
    }
  }

  // MARK: The chunks of a range of rows

  private func accumulate(rows: Range<Int>, from origin: [Double]?) -> Sums {
    var sums = emptySums(from: origin)
    let buffer = MatrixStorage(uninitializedCount: origin == nil ? 0 : min(chunkLength, rows.count) * d)
    defer { withExtendedLifetime(buffer) {} }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: chunkLength) {
      let chunk = start..<min(start + chunkLength, rows.upperBound)
      sums.weight += weights.map { $0[chunk].reduce(0, +) } ?? Double(chunk.count)
      x.withBase { base in
        if let origin { copy(chunk, of: base, from: origin, into: buffer.base, sums: &sums.offset) }
        sums.scatter.withUnsafeMutableBufferPointer { scatter in
          guard let scatter = scatter.baseAddress else { return }
          let source = origin == nil ? base + chunk.lowerBound * d : UnsafePointer(buffer.base)
          SymmetricProduct(op: .transposed, order: d, common: chunk.count, a: source, lda: d).add(to: scatter)
        }
      }
    }
    return sums
  }

  /// Writes sqrt(w) (x - o) of each row into `buffer` and adds w (x - o) to `sums`.
  private func copy(
    _ rows: Range<Int>, of base: UnsafePointer<Double>, from origin: [Double],
    into buffer: UnsafeMutablePointer<Double>, sums: inout [Double]
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      origin.withUnsafeBufferPointer { origin in
        guard let sums = sums.baseAddress, let origin = origin.baseAddress else { return }
        // Slices of columns are independent of each other; a slice of 256 is half a page of a row.
        forBlocks(of: d, length: 256) { columns in
          // A chunk's sums by themselves first: one long sum would add up its rounding.
          withUnsafeTemporaryAllocation(of: Double.self, capacity: columns.count) { chunkSums in
            guard let chunkSums = chunkSums.baseAddress else { return }
            chunkSums.initialize(repeating: 0, count: columns.count)
            for i in rows {
              copyRow(
                base + i * d, from: origin, columns: columns, weight: weights?[i],
                into: buffer + (i - rows.lowerBound) * d, sums: chunkSums)
            }
            for j in columns { sums[j] += chunkSums[j - columns.lowerBound] }
          }
        }
      }
    }
  }

  @inline(__always)
  private func copyRow(
    _ row: UnsafePointer<Double>, from origin: UnsafePointer<Double>, columns: Range<Int>, weight: Double?,
    into target: UnsafeMutablePointer<Double>, sums: UnsafeMutablePointer<Double>
  ) {
    let first = columns.lowerBound
    guard let weight else {
      for j in columns {
        let distance = row[j] - origin[j]
        target[j] = distance
        sums[j - first] += distance
      }
      return
    }
    let root = weight.squareRoot()
    for j in columns {
      let distance = row[j] - origin[j]
      target[j] = root * distance
      sums[j - first] += weight * distance
    }
  }
}

extension ScatterKernel.Sums {
  var mean: [Double] { zip(origin, offset).map { $0 + $1 } }

  /// From sums about the origin to means and sums of squares about them.
  fileprivate func movedToMeans() -> Self {
    guard weight > 0 else { return self }
    var moved = self
    moved.offset = offset.map { $0 / weight }
    moved.scatter.addOuterProduct(of: moved.offset, factor: -weight)
    return moved
  }

  /// Takes in the moments of other rows: the means become those of both parts, and the scatter gains what the distance
  /// between them contributes, δδᵀ W w / (W + w), which is positive, so nothing cancels (Chan, Golub and LeVeque, The
  /// American Statistician 37(3), 1983, doi:10.1080/00031305.1983.10483115).
  mutating func merge(_ other: Self) {
    guard other.weight > 0 else { return }
    guard weight > 0 else {
      self = other
      return
    }
    let total = weight + other.weight
    let step = other.weight / total
    // Origins are near each other or exact in their difference, whatever their size.
    let difference = offset.indices.map { (other.origin[$0] - origin[$0]) + (other.offset[$0] - offset[$0]) }
    scatter += other.scatter
    scatter.addOuterProduct(of: difference, factor: weight * step)
    for j in offset.indices { offset[j] += difference[j] * step }
    weight = total
  }
}

extension Matrix {
  /// Adds factor v vᵀ.
  fileprivate mutating func addOuterProduct(of vector: [Double], factor: Double) {
    let n = rowCount
    withUnsafeMutableBufferPointer { elements in
      vector.withUnsafeBufferPointer { v in
        guard let base = elements.baseAddress, let v = v.baseAddress else { return }
        for i in 0..<n {
          let row = base + i * n
          // The product of the two first, so that both triangles get the same bits.
          for j in 0..<n { row[j] += factor * (v[i] * v[j]) }
        }
      }
    }
  }
}
