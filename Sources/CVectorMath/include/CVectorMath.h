// Elementary functions over arrays of double, one implementation per instruction set.
//
// Not API: the Swift face is `VectorMath` in LinearAlgebra, which states accuracy,
// special values and the rules for memory. This header repeats only what C can break.
#ifndef SWIFT_CLASSIC_CVECTORMATH_H
#define SWIFT_CLASSIC_CVECTORMATH_H

#include <stddef.h>

/// The instruction sets that the kernels are compiled for, from the narrowest to the widest.
typedef enum __attribute__((enum_extensibility(closed))) CVMInstructionSet {
  CVMInstructionSetPortable = 0,
  CVMInstructionSetAVX2 __attribute__((swift_name("avx2"))) = 1,
  CVMInstructionSetAVX512 __attribute__((swift_name("avx512"))) = 2,
} CVMInstructionSet;

/// The widest instruction set that this processor and its operating system offer.
CVMInstructionSet cvm_best_instruction_set(void);

// Every function below takes the instruction set to run with. One that is wider than
// `cvm_best_instruction_set()` ends the process with an illegal instruction; a machine
// that is not x86-64 has the portable kernels only and runs them whatever is asked.
//
// `out` may be `x` itself; otherwise the two must not overlap.

/// out[i] = e^x[i], for i < count.
void cvm_exp(CVMInstructionSet set, const double *x, double *out, size_t count);

/// out[i] = 1 / (1 + e^-x[i]), for i < count.
void cvm_sigmoid(CVMInstructionSet set, const double *x, double *out, size_t count);

/// out[i] = log(1 + e^x[i]), for i < count.
void cvm_softplus(CVMInstructionSet set, const double *x, double *out, size_t count);

/// log(sum of e^x[i]); minus infinity when count is zero.
double cvm_log_sum_exp(CVMInstructionSet set, const double *x, size_t count);

/// out[i] = log-sum-exp of row i of the row-major rows x columns block x; columns >= 1.
void cvm_log_sum_exp_rows(
    CVMInstructionSet set, const double *x, size_t rows, size_t columns, double *out);

/// Softmax of each row of the row-major rows x columns block x; columns >= 1.
void cvm_softmax_rows(
    CVMInstructionSet set, const double *x, size_t rows, size_t columns, double *out);

/// out[i] = the product of row rows[i] of the row-major x with the vector of as many elements, for i < count; `out` may
/// overlap nothing.
void cvm_multiply_rows(
    CVMInstructionSet set, const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *vector,
    double *out);

/// out[j] += the sum of factors[i] times element j of row rows[i] of the row-major x over i < count; `out` may overlap
/// nothing.
void cvm_add_rows(
    CVMInstructionSet set, const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *factors,
    double *out);

#endif
