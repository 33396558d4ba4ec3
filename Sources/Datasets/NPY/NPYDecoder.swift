/// Turns the bytes of elements into `Double`s.
struct NPYDecoder: Sendable {
  let type: NPYFile.ElementType
  /// Whether the bytes of an element are in the order that this machine does not use.
  let isByteSwapped: Bool

  /// Whether the file's bytes are those of `Double`s in memory.
  var isIdentity: Bool { type == .float64 && !isByteSwapped }

  /// Writes the elements to `target`, each `stride` places after the one before.
  ///
  /// - Returns: the index of the first element that no `Double` stands for, where there is one; what comes after it is
  ///   not written.
  func decode(
    _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutablePointer<Double>, stride: Int
  ) -> Int? {
    switch type {
    case .float64: decode(bytes, into: target, stride) { (raw: UInt64) in Double(bitPattern: raw) }
    case .float32: decode(bytes, into: target, stride) { (raw: UInt32) in Double(Float(bitPattern: raw)) }
    case .int8: decode(bytes, into: target, stride) { (raw: Int8) in Double(raw) }
    case .int16: decode(bytes, into: target, stride) { (raw: Int16) in Double(raw) }
    case .int32: decode(bytes, into: target, stride) { (raw: Int32) in Double(raw) }
    case .int64: decode(bytes, into: target, stride) { (raw: Int64) in Double(exactly: raw) }
    case .uint8: decode(bytes, into: target, stride) { (raw: UInt8) in Double(raw) }
    case .uint16: decode(bytes, into: target, stride) { (raw: UInt16) in Double(raw) }
    case .uint32: decode(bytes, into: target, stride) { (raw: UInt32) in Double(raw) }
    case .uint64: decode(bytes, into: target, stride) { (raw: UInt64) in Double(exactly: raw) }
    case .bool: decode(bytes, into: target, stride) { (raw: UInt8) in raw > 1 ? nil : Double(raw) }
    }
  }

  @inline(__always)
  private func decode<Raw: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, into target: UnsafeMutablePointer<Double>, _ stride: Int,
    _ value: (Raw) -> Double?
  ) -> Int? {
    let width = MemoryLayout<Raw>.size
    for index in 0..<bytes.count / width {
      let raw = bytes.loadUnaligned(fromByteOffset: index * width, as: Raw.self)
      guard let value = value(isByteSwapped ? raw.byteSwapped : raw) else { return index }
      (target + index * stride).initialize(to: value)
    }
    return nil
  }

  /// Why an element is refused.
  func refusal(of bytes: UnsafeRawBufferPointer) -> String {
    switch type {
    case .int64: inexact(bytes.loadUnaligned(as: Int64.self))
    case .uint64: inexact(bytes.loadUnaligned(as: UInt64.self))
    default: "\(bytes.first ?? 0), and a bool is 0 or 1; save the array as uint8 if its values matter"
    }
  }

  private func inexact(_ raw: some FixedWidthInteger) -> String {
    "\(isByteSwapped ? raw.byteSwapped : raw), which no Double holds exactly; if the nearest one will do, save the "
      + "array with astype('f8')"
  }
}
