import Learning

extension Distribution {
  /// Decodes the parameters and makes the distribution by the initialiser that checks them, so that a file cannot hold
  /// one that no initialiser would give.
  ///
  ///     public init(from decoder: any Decoder) throws {
  ///       self = try Self.decoding(decoder, keyedBy: CodingKeys.self) { parameters in
  ///         try Self(shape: parameters.decode(Double.self, forKey: .shape))
  ///       }
  ///     }
  ///
  /// - Throws: `DecodingError.dataCorrupted` with the sentence of the `LearningError` that `make` throws.
  static func decoding<Key: CodingKey>(
    _ decoder: any Decoder, keyedBy keys: Key.Type, _ make: (KeyedDecodingContainer<Key>) throws -> Self
  ) throws -> Self {
    let parameters = try decoder.container(keyedBy: keys)
    do {
      return try make(parameters)
    } catch let error as LearningError {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: error.description, underlyingError: error))
    }
  }
}
