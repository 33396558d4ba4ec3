/// A number on its way into or out of a file: finite ones as numbers, the others as strings, because JSON has no word
/// for them and a model must survive the journey.
package struct LosslessDouble: Codable {
  package var value: Double

  package init(_ value: Double) { self.value = value }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      // Numbers first: nearly all are, and an attempt that fails is slow.
      value = try container.decode(Double.self)
    } catch {
      guard let text = try? container.decode(String.self) else { throw error }
      guard let value = Self.words[text] else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "“\(text)” is not a number; only nan, inf and -inf are written as words.")
      }
      self.value = value
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if value.isFinite {
      try container.encode(value)
    } else {
      try container.encode(value.isNaN ? "nan" : value > 0 ? "inf" : "-inf")
    }
  }

  private static let words: [String: Double] = ["nan": .nan, "inf": .infinity, "-inf": -.infinity]
}
