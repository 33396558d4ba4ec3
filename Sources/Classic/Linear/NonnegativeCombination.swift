import LinearAlgebra

/// The shortest of the sums λ₁z₁ + ... + λₙzₙ of rows zᵢ of length one, in which every row counts at least once, λᵢ >=
/// 1.
///
/// The shortest sum r has zᵢᵀr >= 0 for all rows and zᵢᵀr = 0 for those with λᵢ > 1, so that ‖r‖² = Σ zᵢᵀr. Either it
/// is zero, or it is a direction that no row is against and that some row is for (Stiemke's theorem of the
/// alternative).
///
/// It is a least-squares problem in μ = λ - 1 >= 0 with as many equations as columns, solved by the active-set method
/// of Lawson and Hanson: at most as many rows as there are columns have μ > 0.
///
/// Source: E. Stiemke, Über positive Lösungen homogener linearer Gleichungen, Math. Annalen 76, 1915,
/// doi:10.1007/BF01458147; C. L. Lawson and R. J. Hanson, Solving Least Squares Problems, Prentice-Hall, 1974,
/// chapter 23.
struct NonnegativeCombination {
  private let rows: Matrix
  /// Σ zᵢ.
  private let total: [Double]
  /// The rows with μ > 0, and μ.
  private var active: [Int] = []
  private var multiples: [Double] = []
  /// r.
  private(set) var sum: [Double]

  /// What rounding leaves of a sum that is zero, and the most that a row may be against the direction, relative.
  static let tolerance = 1e-9

  init(of rows: Matrix) {
    self.rows = rows
    total = rows.transposeMultiplied(by: [Double](repeating: 1, count: rows.rowCount))
    sum = total
    solve()
  }

  /// The direction of the shortest sum, of length one; nil where the sum is zero.
  var direction: [Double]? {
    let length = Self.length(sum)
    let counted = Double(rows.rowCount) + multiples.reduce(0, +)
    guard length > Self.tolerance * counted else { return nil }
    return sum.map { $0 / length }
  }

  private static func length(_ v: [Double]) -> Double { v.reduce(0) { $0 + $1 * $1 }.squareRoot() }

  private mutating func solve() {
    var blocked: Set<Int> = []
    // Each pass shortens the sum; a few for each column are enough, and more would be rounding going in circles.
    for _ in 0..<(10 * rows.columnCount + 100) {
      guard direction != nil else { return }
      let bound = -Self.tolerance * Self.length(sum)
      let products = rows.multiplied(by: sum)
      var entering: Int?
      for (row, product) in products.enumerated() where product < (entering.map { products[$0] } ?? bound) {
        if !blocked.contains(row), !active.contains(row) { entering = row }
      }
      guard let entering else { return }
      active.append(entering)
      multiples.append(0)
      if settle() { blocked = [] } else { blocked.insert(entering) }
    }
  }

  /// Moves to the least-squares solution over the active rows, dropping those whose multiple would fall below zero.
  /// False where the row that entered last is dropped at once.
  private mutating func settle() -> Bool {
    let entered = active.last
    while !active.isEmpty, let solution = leastSquares() {
      if solution.allSatisfy({ $0 > 0 }) {
        multiples = solution
        break
      }
      var step = 1.0
      for (multiple, target) in zip(multiples, solution) where target <= 0 {
        step = min(step, multiple > target ? multiple / (multiple - target) : 0)
      }
      for k in multiples.indices { multiples[k] += step * (solution[k] - multiples[k]) }
      let kept = multiples.indices.filter { multiples[$0] > 1e-14 || (solution[$0] > 0 && step == 0) }
      guard kept.count < active.count else { break }
      (active, multiples) = (kept.map { active[$0] }, kept.map { multiples[$0] })
    }
    sum = total
    for (row, multiple) in zip(active, multiples) {
      for (j, element) in rows.row(row).enumerated() { sum[j] += multiple * element }
    }
    return entered.map { active.contains($0) } ?? true
  }

  private func leastSquares() -> [Double]? {
    let columns = rows.selectingRows(active).transposed()
    return try? PivotedQR(of: columns).leastSquares(total.map { -$0 }).coefficients
  }
}
