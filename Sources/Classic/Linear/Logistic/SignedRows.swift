import LinearAlgebra

/// The rows ±(x, 1) among which ``Separation`` seeks directions.
struct SignedRows {
  private let rows: Matrix
  private let features: [Int?]

  init(_ rows: Matrix, features: [Int?]) {
    self.rows = rows
    self.features = features
  }

  var allFeatures: Set<Int> { Set(features.compactMap { $0 }) }

  /// A direction, zero but in these features and the intercepts, that no row is against and some row is for; nil where
  /// there is none.
  func direction(using chosen: Set<Int>) -> [Double]? {
    let columns = features.indices.filter { features[$0].map(chosen.contains) ?? true }
    guard let found = Self.direction(among: Self.normalized(rows.selectingColumns(columns))) else { return nil }
    var direction = [Double](repeating: 0, count: features.count)
    for (value, column) in zip(found, columns) { direction[column] = value }
    return direction
  }

  private static func direction(among rows: Matrix) -> [Double]? {
    guard !rows.isEmpty, let direction = NonnegativeCombination(of: rows).direction else { return nil }
    let products = rows.multiplied(by: direction)
    let tolerance = NonnegativeCombination.tolerance
    return products.allSatisfy { $0 >= -tolerance } && products.contains { $0 > tolerance } ? direction : nil
  }

  /// Whether directions, each among the rows that those before it leave on their hyperplane, are for every row in the
  /// end. A long way along the first outweighs what the next does to the rows that it has separated.
  func separatesEveryRow(beginningWith first: [Double]) -> Bool {
    var left = Self.normalized(rows)
    var direction: [Double]? = first
    while let found = direction {
      let products = left.multiplied(by: found)
      let undecided = products.indices.filter { products[$0] <= NonnegativeCombination.tolerance }
      if undecided.isEmpty { return true }
      guard undecided.count < products.count else { return false }
      left = left.selectingRows(undecided)
      direction = Self.direction(among: left)
    }
    return false
  }

  /// Smallest sets of features that separate, without a common member.
  func separatingSets(beginningWith first: [Double]) -> [[Int]] {
    var sets: [[Int]] = []
    var others = allFeatures
    var direction: [Double]? = first
    while let found = direction {
      let set = smallestSet(within: found)
      if set.isEmpty { break }
      sets.append(set.sorted())
      others.subtract(set)
      direction = isLarge || others.isEmpty ? nil : self.direction(using: others)
    }
    return sets
  }

  /// Above this many searches times elements the features of the direction found are named, whether all are needed or
  /// not.
  private var isLarge: Bool { Double(rows.count) * Double(features.count) * Double(features.count) > 1e9 }

  private func smallestSet(within direction: [Double]) -> Set<Int> {
    var sizes = sizeOfFeatures(in: direction)
    var needed: Set<Int> = []
    // The smallest first: those are the most likely to be there by chance.
    while !isLarge, let candidate = sizes.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key {
      sizes[candidate] = nil
      let rest = needed.union(sizes.keys)
      if !rest.isEmpty, let smaller = self.direction(using: rest) {
        let left = sizeOfFeatures(in: smaller)
        sizes = left.filter { !needed.contains($0.key) }
      } else {
        needed.insert(candidate)
      }
    }
    return needed.union(sizes.keys)
  }

  /// How large a direction is in the features in which it is not zero.
  private func sizeOfFeatures(in direction: [Double]) -> [Int: Double] {
    var sizes: [Int: Double] = [:]
    for (feature, value) in zip(features, direction) where abs(value) > NonnegativeCombination.tolerance {
      if let feature { sizes[feature, default: 0] = max(sizes[feature] ?? 0, abs(value)) }
    }
    return sizes
  }

  /// Rows of length one; rows of zeros stay.
  private static func normalized(_ rows: Matrix) -> Matrix {
    Matrix(rowCount: rows.rowCount, columnCount: rows.columnCount) { target in
      for (i, row) in rows.rows.enumerated() {
        let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
        for (j, element) in row.enumerated() {
          target[i * rows.columnCount + j] = length > 0 ? element / length : 0
        }
      }
    }
  }
}
