// The kernels for whatever the compiler's baseline is: SSE2 on x86-64, NEON on arm64.
#define CVM_WIDTH 2
#define CVM_KERNELS cvm_kernels_portable
#include "kernel_bodies.h"
