extension KeyedDecodingContainer {
  /// Checks that a part of a file expects as many features as those before it make.
  func requireFit(found: Int, expected: Int, forKey key: Key) throws {
    guard found == expected else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription: "The part expects \(found) features and would get \(expected); the parts do not fit "
          + "together.")
    }
  }
}
