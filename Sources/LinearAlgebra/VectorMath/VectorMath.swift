internal import CVectorMath

/// Elementary functions over arrays of `Double`, several at a time in the processor's vector registers.
///
/// The functions run the widest instructions that the processor offers (``instructionSet``), chosen once per process.
///
/// ```swift
/// let probabilities = VectorMath.sigmoid([-1.0, 0.0, 40.0])  // [0.2689414213699951, 0.5, 1.0]
/// ```
///
/// # Memory
/// The primary form of each function reads one buffer and writes another of the same length. The two may be the same
/// memory (in place: `VectorMath.exp(UnsafeBufferPointer(buffer), into: buffer)`); otherwise they must not overlap.
/// Output memory has to be initialised, as memory of an array is. The convenience over `[Double]` allocates its result.
///
/// # Same bits
/// An element's result depends on its value only, neither on its position nor on the length of the array. Sums are
/// added in an order that depends on the number of elements only. So results repeat bit for bit on one
/// ``instructionSet``. Between instruction sets they may differ within the stated bounds: the portable one rounds
/// products that the others fuse with a sum.
///
/// # Error bounds
/// Bounds are in units in the last place (ULP) of the true result: the spacing of `Double` at its magnitude, that is
/// `2^-1074` where the true result is subnormal. They hold in the default rounding mode, with subnormal numbers not
/// flushed to zero.
public enum VectorMath {
  /// The instructions that the functions run on.
  ///
  /// The raw value is meant for the header of a benchmark's output.
  public enum InstructionSet: String, Sendable, CaseIterable {
    /// The baseline of the platform: SSE2 on x86-64, NEON on arm64. Two elements at a time.
    case portable
    /// AVX2 with fused multiply-add. Four elements at a time.
    case avx2
    /// AVX-512 (F, DQ and VL). Eight elements at a time.
    case avx512
  }

  /// The widest instruction set that this processor and its operating system offer.
  public static let instructionSet: InstructionSet =
    switch best {
    case .portable: .portable
    case .avx2: .avx2
    case .avx512: .avx512
    }

  /// The same in the words of the C target. A global is computed once, whatever the number of threads that ask.
  static let best = cvm_best_instruction_set()
}
