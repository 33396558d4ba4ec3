/// Some of the columns of samples.
struct ColumnSelection: Hashable, Sendable, Codable {
  let featureCount: Int
  /// Different ones, in ascending order.
  let columns: [Int]

  init(featureCount: Int, columns: [Int]) {
    self.featureCount = featureCount
    self.columns = columns
  }

  enum CodingKeys: String, CodingKey { case featureCount, columns }

  /// Reads what `encode(to:)` wrote; columns that are not there, or out of order, are a `DecodingError`.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    featureCount = try container.decode(Int.self, forKey: .featureCount)
    columns = try container.decode([Int].self, forKey: .columns)
    let areThere = columns.allSatisfy { $0 >= 0 && $0 < featureCount }
    guard areThere, zip(columns, columns.dropFirst()).allSatisfy(<) else {
      throw DecodingError.dataCorruptedError(
        forKey: .columns, in: container,
        debugDescription: "The columns must be from 0 to below \(featureCount), in ascending order.")
    }
  }
}
