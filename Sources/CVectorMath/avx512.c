// The kernels for AVX-512 (Intel Skylake-SP, AMD Zen 4 and later).
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#define CVM_WIDTH 8
#define CVM_KERNELS cvm_kernels_avx512
#include "kernel_bodies.h"
#pragma clang attribute pop
#endif
