// The kernels for AVX2 with fused multiply-add (Intel Haswell, AMD Excavator and later).
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define CVM_WIDTH 4
#define CVM_KERNELS cvm_kernels_avx2
#include "kernel_bodies.h"
#pragma clang attribute pop
#endif
