/// What a test sets against its null hypothesis. Each test says which way is greater.
public enum Alternative: String, Hashable, Sendable, Codable, CaseIterable {
  case twoSided = "two-sided"
  case greater
  case less
}
