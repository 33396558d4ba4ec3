extension Matrix: Codable {
  private enum CodingKeys: String, CodingKey { case rowCount, columnCount, elements }

  /// Reads what ``encode(to:)`` wrote; a count that does not fit the shape is a `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let rowCount = try container.decode(Int.self, forKey: .rowCount)
    let columnCount = try container.decode(Int.self, forKey: .columnCount)
    let elements = try container.decode([LosslessDouble].self, forKey: .elements)
    do {
      try self.init(rowCount: rowCount, columnCount: columnCount, elements: elements.map(\.value))
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .elements, in: container, debugDescription: error.description)
    }
  }

  /// Writes the shape and the elements row by row; NaN and infinities as strings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rowCount, forKey: .rowCount)
    try container.encode(columnCount, forKey: .columnCount)
    try container.encode(elements.map(LosslessDouble.init), forKey: .elements)
  }
}
