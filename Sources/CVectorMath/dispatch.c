#include "CVectorMath.h"

#include "kernels.h"

CVMInstructionSet cvm_best_instruction_set(void) {
#if defined(__x86_64__)
  // Reads what the C runtime found out before main; it also knows whether the
  // operating system saves the wide registers, which a bare CPUID does not say.
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl")) {
    return CVMInstructionSetAVX512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return CVMInstructionSetAVX2;
  }
#endif
  return CVMInstructionSetPortable;
}

static const CVMKernels *kernels_for(CVMInstructionSet set) {
#if defined(__x86_64__)
  switch (set) {
    case CVMInstructionSetAVX512: return &cvm_kernels_avx512;
    case CVMInstructionSetAVX2: return &cvm_kernels_avx2;
    case CVMInstructionSetPortable: return &cvm_kernels_portable;
  }
#else
  (void)set;
#endif
  return &cvm_kernels_portable;
}

void cvm_exp(CVMInstructionSet set, const double *x, double *out, size_t count) {
  kernels_for(set)->exp(x, out, count);
}

void cvm_sigmoid(CVMInstructionSet set, const double *x, double *out, size_t count) {
  kernels_for(set)->sigmoid(x, out, count);
}

void cvm_softplus(CVMInstructionSet set, const double *x, double *out, size_t count) {
  kernels_for(set)->softplus(x, out, count);
}

double cvm_log_sum_exp(CVMInstructionSet set, const double *x, size_t count) {
  return kernels_for(set)->log_sum_exp(x, count);
}

void cvm_log_sum_exp_rows(
    CVMInstructionSet set, const double *x, size_t rows, size_t columns, double *out) {
  kernels_for(set)->log_sum_exp_rows(x, rows, columns, out);
}

void cvm_softmax_rows(
    CVMInstructionSet set, const double *x, size_t rows, size_t columns, double *out) {
  kernels_for(set)->softmax_rows(x, rows, columns, out);
}

void cvm_multiply_rows(
    CVMInstructionSet set, const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *vector,
    double *out) {
  kernels_for(set)->multiply_rows(x, columns, rows, count, vector, out);
}

void cvm_add_rows(
    CVMInstructionSet set, const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *factors,
    double *out) {
  kernels_for(set)->add_rows(x, columns, rows, count, factors, out);
}
