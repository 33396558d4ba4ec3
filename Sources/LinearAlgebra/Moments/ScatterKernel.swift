/// The sums of squares and products of the columns, Σ w (x - m)(x - m)ᵀ, with the means m, in one pass over the rows.
///
/// Rows come in chunks that stay in cache: a chunk's own means are taken, its centred rows go into a buffer, a
/// symmetric product adds them, and chunks are merged by the pairwise update of Chan, Golub and LeVeque (The American
/// Statistician 37(3), 1983, doi:10.1080/00031305.1983.10483115). Every term added is positive semidefinite, so nothing
/// cancels, and everything is measured from an origin among the rows, so that means keep their digits however far from
/// zero they are. Chunks and lanes depend on the shape alone.
struct ScatterKernel {
  struct Sums {
    var weight: Double
    /// Where the means are measured from.
    var origin: [Double]
    /// The means less the origin.
    var offset: [Double]
    /// The lower triangle while chunks are being added, the whole symmetric matrix in the end.
    var scatter: Matrix
  }

  private let x: Matrix
  private let weights: [Double]?
  /// Whether means are subtracted; without, the result is the Gram matrix, and origin and means stay zero.
  private let centered: Bool
  private let origin: [Double]
  private let n, d: Int

  /// Up to this many columns each lane of rows has a scatter of its own; beyond, the lanes' matrices would outgrow the
  /// cache, and the tiles of one matrix are shared among the threads instead.
  private static let widestLane = 384
  private static let mostLanes = 16

  init(_ x: Matrix, weights: [Double]?, centered: Bool) {
    self.x = x
    self.weights = weights
    self.centered = centered
    n = x.rowCount
    d = x.columnCount
    origin = centered ? x.origin(weights: weights) : [Double](repeating: 0, count: x.columnCount)
  }

  func run() -> Sums {
    guard n > 0, d > 0 else { return emptySums() }
    var sums = d <= Self.widestLane ? mergedLanes() : accumulate(rows: 0..<n)
    sums.scatter.mirrorLowerTriangle()
    return sums
  }

  private func emptySums() -> Sums {
    Sums(weight: 0, origin: origin, offset: [Double](repeating: 0, count: d), scatter: .zeros(d, d))
  }

  /// About a megabyte of rows, so that the centred copy is still in cache when it is multiplied; of wide data more, so
  /// that a pass over the d x d result pays.
  private var chunkLength: Int {
    d <= Self.widestLane ? max(256, min(4096, (1 << 17) / d)) : 1024
  }

  // MARK: Narrow data: lanes of rows

  private func mergedLanes() -> Sums {
    let chunkCount = (n + chunkLength - 1) / chunkLength
    // A lane that sees fewer rows than it has columns costs more to merge than to sum.
    let laneCount = max(1, min(Self.mostLanes, chunkCount, n / (4 * d)))
    let chunksPerLane = (chunkCount + laneCount - 1) / laneCount
    let laneLength = chunksPerLane * chunkLength
    var lanes = [Sums?](repeating: nil, count: laneCount)
    lanes.withUnsafeMutableBufferPointer { lanes in
      forBlocks(of: n, length: laneLength) { rows in
        lanes[rows.lowerBound / laneLength] = accumulate(rows: rows)
      }
    }
    return lanes.reduce(into: emptySums()) { total, lane in
      if let lane { total.merge(lane) }
    }
  }

  // MARK: The chunks of a range of rows

  private func accumulate(rows: Range<Int>) -> Sums {
    var sums = emptySums()
    let buffer = UnsafeMutablePointer<Double>.allocate(capacity: min(chunkLength, rows.count) * d)
    defer { buffer.deallocate() }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: chunkLength) {
      add(rows: start..<min(start + chunkLength, rows.upperBound), to: &sums, buffer: buffer)
    }
    return sums
  }

  private func add(rows: Range<Int>, to sums: inout Sums, buffer: UnsafeMutablePointer<Double>) {
    let weight = weights.map { $0[rows].reduce(0, +) } ?? Double(rows.count)
    guard weight > 0 else { return }
    if centered {
      let offset = center(rows: rows, weight: weight, into: buffer)
      sums.mergeOffset(offset, weight: weight)
    }
    x.withBase { base in
      sums.scatter.withUnsafeMutableBufferPointer { scatter in
        guard let scatter = scatter.baseAddress else { return }
        let source = centered ? UnsafePointer(buffer) : base + rows.lowerBound * d
        SymmetricProduct(op: .transposed, order: d, common: rows.count, a: source, lda: d).add(to: scatter)
      }
    }
  }

  /// Writes sqrt(w) (x - m) of each row into `buffer` and returns the chunk's means m, less the origin.
  private func center(rows: Range<Int>, weight: Double, into buffer: UnsafeMutablePointer<Double>) -> [Double] {
    var offset = [Double](repeating: 0, count: d)
    offset.withUnsafeMutableBufferPointer { offset in
      origin.withUnsafeBufferPointer { origin in
        x.withBase { base in
          guard let offset = offset.baseAddress, let origin = origin.baseAddress else { return }
          // Slices of columns are independent of each other; a slice of 64 is eight cache lines of a row.
          forBlocks(of: d, length: 64) { columns in
            sumColumns(columns, rows: rows, of: base, from: origin, into: offset)
            for j in columns { offset[j] /= weight }
            subtract(offset, columns: columns, rows: rows, of: base, from: origin, into: buffer)
          }
        }
      }
    }
    return offset
  }

  private func sumColumns(
    _ columns: Range<Int>, rows: Range<Int>, of base: UnsafePointer<Double>, from origin: UnsafePointer<Double>,
    into sum: UnsafeMutablePointer<Double>
  ) {
    for i in rows {
      let row = base + i * d
      if let weight = weights?[i] {
        for j in columns { sum[j] += weight * (row[j] - origin[j]) }
      } else {
        for j in columns { sum[j] += row[j] - origin[j] }
      }
    }
  }

  private func subtract(
    _ offset: UnsafeMutablePointer<Double>, columns: Range<Int>, rows: Range<Int>, of base: UnsafePointer<Double>,
    from origin: UnsafePointer<Double>, into buffer: UnsafeMutablePointer<Double>
  ) {
    for i in rows {
      let row = base + i * d
      let target = buffer + (i - rows.lowerBound) * d
      if let weight = weights?[i] {
        let root = weight.squareRoot()
        for j in columns { target[j] = root * (row[j] - origin[j] - offset[j]) }
      } else {
        for j in columns { target[j] = row[j] - origin[j] - offset[j] }
      }
    }
  }
}

extension ScatterKernel.Sums {
  var mean: [Double] { zip(origin, offset).map { $0 + $1 } }

  /// Moves the means to those of both parts, and adds to the scatter what the distance between them contributes:
  /// δδᵀ W w / (W + w).
  fileprivate mutating func mergeOffset(_ other: [Double], weight otherWeight: Double) {
    let total = weight + otherWeight
    let factor = weight * (otherWeight / total)
    let difference = zip(other, offset).map { $0 - $1 }
    if factor > 0 { scatter.addOuterProduct(of: difference, factor: factor) }
    let step = otherWeight / total
    for j in offset.indices { offset[j] += difference[j] * step }
    weight = total
  }

  mutating func merge(_ other: Self) {
    if weight == 0 { origin = other.origin }
    if other.weight > 0 {
      // Origins are near each other or exact in their difference, whatever their size.
      let shifted = other.offset.indices.map { (other.origin[$0] - origin[$0]) + other.offset[$0] }
      mergeOffset(shifted, weight: other.weight)
    }
    scatter += other.scatter
  }
}

extension Matrix {
  /// Adds factor v vᵀ to the lower triangle.
  fileprivate mutating func addOuterProduct(of vector: [Double], factor: Double) {
    let n = rowCount
    withUnsafeMutableBufferPointer { elements in
      vector.withUnsafeBufferPointer { v in
        guard let base = elements.baseAddress, let v = v.baseAddress else { return }
        for i in 0..<n {
          let scaled = factor * v[i]
          let row = base + i * n
          for j in 0...i { row[j] += scaled * v[j] }
        }
      }
    }
  }
}
