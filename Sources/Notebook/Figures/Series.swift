/// Points: one row a point, the first column on the horizontal axis and the others on the vertical one.
struct Series: Sendable, Equatable {
  /// An empty row is a gap, where a point could not be drawn.
  private(set) var rows: [[Double]]

  init(rows: [[Double]]) {
    self.rows = rows
  }

  /// Joins columns of one length; `x` is 1, 2, ... where it is left out.
  init(x: [Double]?, _ columns: KeyValuePairs<String, [Double]>) {
    let count = x?.count ?? columns.first?.value.count ?? 0
    for (name, values) in columns {
      precondition(
        values.count == count,
        "\(name) has \(values.count) values, but \(x == nil ? columns.first?.key ?? "" : "x") has \(count).")
    }
    rows = (0..<count).map { i in [x?[i] ?? Double(i + 1)] + columns.map { $0.value[i] } }
  }

  var points: [[Double]] { rows.filter { !$0.isEmpty } }

  /// The points between the gaps.
  var runs: [[[Double]]] { rows.split(separator: []).map(Array.init) }

  mutating func clean(_ scales: Scales) -> Int {
    let before = points.count
    rows = rows.map { row in
      let isDrawable = row.indices.allSatisfy { scales.allows(row[$0], on: $0 == 0 ? .x : .y) }
      return isDrawable ? row : []
    }
    return before - points.count
  }

  func extend(_ extents: inout Extents) {
    for row in points {
      extents.x.include(row[0])
      for value in row.dropFirst() { extents.y.include(value) }
    }
  }
}
