/// Values of a function of two variables: `z[i][j]` at `x[j]`, `y[i]`.
struct Grid: Sendable {
  private(set) var x: [Double]
  private(set) var y: [Double]
  private(set) var z: [[Double]]

  init(x: [Double], y: [Double], z: [[Double]]) {
    precondition(z.count == y.count, "z has \(z.count) rows, but y has \(y.count) values.")
    for (i, row) in z.enumerated() {
      precondition(row.count == x.count, "Row \(i) of z has \(row.count) values, but x has \(x.count).")
    }
    self.x = x
    self.y = y
    self.z = z
  }

  /// The values that can be drawn.
  var values: [Double] { z.joined().filter { $0.isDrawable(on: .linear) } }

  /// Takes out rows and columns without a place, and returns the number of values that cannot be drawn.
  mutating func clean(_ scales: Scales) -> Int {
    let total = x.count * y.count
    let columns = x.indices.filter { scales.allows(x[$0], on: .x) }
    let rows = y.indices.filter { scales.allows(y[$0], on: .y) }
    z = rows.map { i in columns.map { z[i][$0] } }
    x = columns.map { x[$0] }
    y = rows.map { y[$0] }
    return total - values.count
  }
}
