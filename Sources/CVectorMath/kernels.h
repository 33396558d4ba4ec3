// What the dispatcher knows of one instruction set: a table of its kernels.
#ifndef SWIFT_CLASSIC_CVECTORMATH_KERNELS_H
#define SWIFT_CLASSIC_CVECTORMATH_KERNELS_H

#include <stddef.h>

typedef struct {
  void (*exp)(const double *x, double *out, size_t count);
  void (*sigmoid)(const double *x, double *out, size_t count);
  void (*softplus)(const double *x, double *out, size_t count);
  double (*log_sum_exp)(const double *x, size_t count);
  void (*log_sum_exp_rows)(const double *x, size_t rows, size_t columns, double *out);
  void (*softmax_rows)(const double *x, size_t rows, size_t columns, double *out);
  void (*multiply_rows)(
      const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *vector, double *out);
  void (*add_rows)(
      const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *factors, double *out);
} CVMKernels;

// Hidden: only the dispatcher may hand these out.
#define CVM_HIDDEN __attribute__((visibility("hidden")))

extern const CVMKernels cvm_kernels_portable CVM_HIDDEN;

#if defined(__x86_64__)
extern const CVMKernels cvm_kernels_avx2 CVM_HIDDEN;
extern const CVMKernels cvm_kernels_avx512 CVM_HIDDEN;
#endif

#endif
