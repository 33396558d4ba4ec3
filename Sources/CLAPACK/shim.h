// OpenBLAS and LAPACKE as one module. Debian's OpenBLAS carries LAPACK's Fortran
// symbols but not the C layer over them, so that comes from liblapacke.
#ifndef SWIFT_CLASSIC_CLAPACK_SHIM_H
#define SWIFT_CLASSIC_CLAPACK_SHIM_H

#include <cblas.h>
#include <lapacke.h>

#endif
