extension NPYFile {
  /// How a file stores its elements; the raw value is NumPy's name of the type, without the order of the bytes.
  public enum ElementType: String, Hashable, Sendable, CaseIterable {
    case float64 = "f8"
    case float32 = "f4"
    case int8 = "i1"
    case int16 = "i2"
    case int32 = "i4"
    case int64 = "i8"
    case uint8 = "u1"
    case uint16 = "u2"
    case uint32 = "u4"
    case uint64 = "u8"
    case bool = "b1"

    /// The bytes of one element in the file.
    public var byteCount: Int {
      switch self {
      case .int8, .uint8, .bool: 1
      case .int16, .uint16: 2
      case .float32, .int32, .uint32: 4
      case .float64, .int64, .uint64: 8
      }
    }
  }
}
