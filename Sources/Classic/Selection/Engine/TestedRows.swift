/// The rows that some test parts hold, each once.
struct TestedRows {
  /// Ascending.
  let rows: [Int]
  /// How often each of them is tested.
  let times: [Int]
  /// Where in ``rows`` the rows of each part are.
  let placesOfPart: [[Int]]

  init(_ parts: [[Int]]) {
    let rowCount = 1 + (parts.lazy.compactMap { $0.max() }.max() ?? -1)
    var timesOfRow = [Int](repeating: 0, count: rowCount)
    for row in parts.joined() { timesOfRow[row] += 1 }
    let rows = timesOfRow.indices.filter { timesOfRow[$0] > 0 }
    var placeOfRow = [Int](repeating: 0, count: rowCount)
    for (place, row) in rows.enumerated() { placeOfRow[row] = place }
    self.rows = rows
    times = rows.map { timesOfRow[$0] }
    placesOfPart = parts.map { $0.map { placeOfRow[$0] } }
  }
}
