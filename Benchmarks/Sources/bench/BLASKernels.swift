import Foundation

/// Which of its kernels the OpenBLAS of this process runs: half of a benchmark's result, and by the environment's
/// `OPENBLAS_CORETYPE` not always the processor's best.
enum BLASKernels {
  /// "OpenBLAS Haswell"; nil where the BLAS is another one.
  static var name: String? {
    // Looked up, for the toolkit keeps its BLAS to itself. The running program's handle is nil to dlopen.
    guard let program = dlopen(nil, RTLD_NOW) else { return nil }
    defer { dlclose(program) }
    guard let symbol = dlsym(program, "openblas_get_corename") else { return nil }
    // OpenBLAS's cblas.h: char* openblas_get_corename(void)
    let coreName = unsafeBitCast(symbol, to: (@convention(c) () -> UnsafePointer<CChar>?).self)
    return coreName().map { "OpenBLAS \(String(cString: $0))" }
  }
}
