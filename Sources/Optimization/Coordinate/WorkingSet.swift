/// The columns that a solver works on, gathered from all.
///
/// Columns stay in it once they were gathered: a path's next optimum needs most of them again.
struct WorkingSet<Columns: ColumnSource> {
  private(set) var block: Columns.Block?
  /// The columns of X, in the order of the block.
  private(set) var columns: [Int] = []
  private var isMember: [Bool]

  /// Fewer are not worth a pass over all columns.
  private static var smallestGrowth: Int { 100 }

  init(columnCount: Int) { isMember = [Bool](repeating: false, count: columnCount) }

  /// Takes in the columns of highest priority above zero, as many as there are already; the first time, as many as a
  /// quarter of the rows.
  mutating func grow(from source: Columns, center: [Double], priority: (Int) -> Double) {
    let candidates = isMember.indices.compactMap { j in
      isMember[j] ? nil : Optional((column: j, priority: priority(j)))
    }.filter { $0.priority > 0 }
    let limit = max(Self.smallestGrowth, columns.isEmpty ? min(500, source.rowCount / 4) : columns.count)
    // Of equal ones the first, so that the choice does not depend on the sort.
    let chosen = candidates.count <= limit
      ? candidates
      : Array(candidates.sorted { ($0.priority, $1.column) > ($1.priority, $0.column) }.prefix(limit))
    add(chosen.map(\.column).sorted(), from: source, center: center)
  }

  mutating func add(_ indices: [Int], from source: Columns, center: [Double]) {
    let new = indices.filter { !isMember[$0] }
    guard !new.isEmpty else { return }
    block = source.gathered(new, center: center, after: block)
    columns += new
    for j in new { isMember[j] = true }
  }

  /// The elements of a vector over all columns that belong to these.
  func select(_ vector: [Double]) -> [Double] { columns.map { vector[$0] } }
}
