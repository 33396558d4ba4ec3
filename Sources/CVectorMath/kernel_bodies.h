// Every kernel, written once over vectors of CVM_WIDTH doubles. Included once per
// instruction set, by a file that has defined CVM_WIDTH and CVM_KERNELS and, where
// needed, has pushed the target attribute that the vectors need.
//
// The arithmetic is branch-free in the data. The last, partial vector of an array goes through the
// same code, padded, so that an element's result does not depend on its position.

#include "kernels.h"

// A product and a sum in one expression become one fused operation where the hardware
// has it. The algorithms are correct either way: no step relies on the fused rounding.
#pragma STDC FP_CONTRACT ON

typedef double Vector __attribute__((vector_size(CVM_WIDTH * sizeof(double))));
typedef long long Lanes __attribute__((vector_size(CVM_WIDTH * sizeof(long long))));
typedef unsigned long long Bits __attribute__((vector_size(CVM_WIDTH * sizeof(long long))));

#define CVM_INLINE static inline __attribute__((always_inline))

// MARK: - Vectors

/// The value in every lane. (A difference, because adding 0 would lose the sign of -0.)
CVM_INLINE Vector splat(double value) { return value - (Vector){0}; }

CVM_INLINE Vector load(const double *source) {
  Vector vector;
  __builtin_memcpy(&vector, source, sizeof vector);
  return vector;
}

CVM_INLINE void store(double *target, Vector vector) {
  __builtin_memcpy(target, &vector, sizeof vector);
}

/// The first `count` lanes from memory, the others set to `padding`.
///
/// Lane by lane, here and below: a copy of unknown length is a call, and goes through memory.
CVM_INLINE Vector load_part(const double *source, size_t count, double padding) {
  Vector vector = splat(padding);
  for (size_t lane = 0; lane < CVM_WIDTH; lane++) {
    if (lane < count) vector[lane] = source[lane];
  }
  return vector;
}

CVM_INLINE void store_part(double *target, Vector vector, size_t count) {
  for (size_t lane = 0; lane < CVM_WIDTH; lane++) {
    if (lane < count) target[lane] = vector[lane];
  }
}

/// `yes` in the lanes where the comparison held (all bits set), `no` elsewhere.
CVM_INLINE Vector select(Lanes mask, Vector yes, Vector no) {
  return (Vector)((mask & (Lanes)yes) | (~mask & (Lanes)no));
}

/// The larger of the two; `b` where `a` is NaN. (Not symmetric, as in the hardware.)
CVM_INLINE Vector larger(Vector a, Vector b) { return select(a > b, a, b); }

CVM_INLINE Vector negative_magnitude(Vector x) {
  return (Vector)((Bits)x | (Bits)splat(-0.0));
}

// MARK: - Elementary functions of one vector

/// e^x for x in [-746, 710], or NaN. The bounds are inclusive; nothing else may be passed.
///
/// x = n log 2 + r, e^x = 2^n (1 + r + r^2 p(r)), after W. J. Cody and W. Waite,
/// Software Manual for the Elementary Functions, 1980, chapter 6.
CVM_INLINE Vector exp_bounded(Vector x) {
  // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits of the sum. The
  // 2046 (twice the bias of an exponent) makes that integer, n + 2046, positive.
  const double shift = 0x1.8p52 + 2046;
  Vector shifted = x * 0x1.71547652b82fep+0 + shift;
  Vector n = shifted - shift;
  // The high part of log 2 has 32 bits, so that its product with n is exact; what the
  // subtraction of the low part rounds away is added back with the small terms.
  Vector rough = x - n * 0x1.62e42feep-1;
  Vector r = rough - n * 0x1.a39ef35793c76p-33;
  Vector lost = (rough - r) - n * 0x1.a39ef35793c76p-33;

  Vector p = r * 0x1.1f72fc730f7c5p-29 + 0x1.af4ddd848f7dfp-26;
  p = p * r + 0x1.27e4db67b42e3p-22;
  p = p * r + 0x1.71de023756534p-19;
  p = p * r + 0x1.a01a01a6d7808p-16;
  p = p * r + 0x1.a01a01abe62ddp-13;
  p = p * r + 0x1.6c16c16c162d6p-10;
  p = p * r + 0x1.11111111100dfp-7;
  p = p * r + 0x1.5555555555556p-5;
  p = p * r + 0x1.5555555555557p-3;
  p = p * r + 0.5;
  Vector mantissa = 1 + (r + ((r * r) * p + lost));

  // 2^n in two factors, each a normal number: the first product is exact, the second
  // rounds once, into infinity or into the subnormal numbers as the case may be.
  Bits biased = (Bits)shifted;
  Bits half = biased >> 1;
  Vector scale1 = (Vector)(half << 52);
  Vector scale2 = (Vector)((biased - half) << 52);
  return (mantissa * scale1) * scale2;
}

/// e^x for x <= 0, or NaN.
CVM_INLINE Vector exp_nonpositive(Vector x) {
  return exp_bounded(larger(splat(-746), x));
}

CVM_INLINE Vector exp_any(Vector x) {
  return exp_bounded(select(x > 710, splat(710), larger(splat(-746), x)));
}

/// log(1 + y) for y in [0, 2^52], or NaN.
///
/// 1 + y = 2^k (1 + f) with f in [-1/4, 1/2), and with s = f / (2 + f) the odd series
/// log(1 + f) = 2s + 2/3 s^3 + ... in the arrangement of fdlibm's e_log.c, which adds all
/// small terms to f last.
CVM_INLINE Vector log1p_nonnegative(Vector y) {
  // Half a unit of the leading bit carries into the exponent where the mantissa is 1.5 or more.
  Bits exponent = ((Bits)(1 + y) + (1ull << 51)) >> 52;
  Vector k = (Vector)(exponent | (Bits)splat(0x1p52)) - (0x1p52 + 1023);
  // 2^-k. Both y 2^-k and 2^-k - 1 are multiples of 2^-53 or k is zero: f is exact.
  Vector scale = (Vector)((2046 - exponent) << 52);
  Vector f = y * scale + (scale - 1);

  Vector s = f / (2 + f);
  Vector z = s * s;
  Vector p = z * 0x1.169c38cc826bep-3 + 0x1.0e8c55b42945fp-3;
  p = p * z + 0x1.3b29d0452d426p-3;
  p = p * z + 0x1.745cac43cc003p-3;
  p = p * z + 0x1.c71c72df580fcp-3;
  p = p * z + 0x1.24924923de6edp-2;
  p = p * z + 0x1.9999999999f17p-2;
  p = p * z + 0x1.5555555555555p-1;

  Vector half_square = 0.5 * f * f;
  Vector correction = half_square - (s * (half_square + z * p) + k * 0x1.a39ef35793c76p-33);
  return k * 0x1.62e42feep-1 + (f - correction);
}

// From t = e^-|x|, which cannot overflow, 1 / (1 + t) and t / (1 + t). Both are written as
// a - a t / (1 + t), where the errors of the quotient weigh at most half.
CVM_INLINE Vector sigmoid_any(Vector x) {
  Vector t = exp_nonpositive(negative_magnitude(x));
  Vector a = select(x >= 0, splat(1), t);
  return a - a * (t / (1 + t));
}

// log(1 + e^x) = max(x, 0) + log(1 + e^-|x|). A NaN arrives through the second term.
CVM_INLINE Vector softplus_any(Vector x) {
  Vector t = exp_nonpositive(negative_magnitude(x));
  return larger(x, splat(0)) + log1p_nonnegative(t);
}

// MARK: - Maps

#define CVM_DEFINE_MAP(name, function)                                          \
  static void name(const double *x, double *out, size_t count) {                \
    size_t i = 0;                                                               \
    for (; i + CVM_WIDTH <= count; i += CVM_WIDTH) {                            \
      store(out + i, function(load(x + i)));                                    \
    }                                                                           \
    if (i < count) {                                                            \
      store_part(out + i, function(load_part(x + i, count - i, 0)), count - i); \
    }                                                                           \
  }

CVM_DEFINE_MAP(map_exp, exp_any)
CVM_DEFINE_MAP(map_sigmoid, sigmoid_any)
CVM_DEFINE_MAP(map_softplus, softplus_any)

// MARK: - Log-sum-exp and softmax
//
// Both subtract the largest element first. Elements equal to the largest are compared
// with it and not subtracted from it: that gives e^0 also where it is infinite, and there
// infinity minus infinity would be NaN. A NaN element never is the largest, and makes
// its own exponential, hence the sum, NaN.

/// x - largest, and 0 where x is the largest.
CVM_INLINE Vector below(Vector largest, Vector x) {
  return select(x == largest, splat(0), x - largest);
}

/// The sum of e^(x - largest), kept in two parts so that the small one is not lost in the
/// large one: how many elements equal the largest, and the sum over all others.
typedef struct {
  Vector ties;
  Vector others;
} Tally;

CVM_INLINE Tally tally(Tally sum, Vector largest, Vector x) {
  Lanes tied = x == largest;
  sum.ties += select(tied, splat(1), splat(0));
  sum.others += select(tied, splat(0), exp_nonpositive(x - largest));
  return sum;
}

/// largest + log(ties + others), relatively accurate also where that is close to `largest`.
/// With infinite `largest` the logarithm is finite or NaN, so the sum is right as well.
CVM_INLINE Vector finish(Vector largest, Tally sum) {
  return largest + log1p_nonnegative((sum.ties - 1) + sum.others);
}

// MARK: One long row: lanes run along it
//
// The order of the additions depends on `count` alone. The padding, minus infinity, is
// never larger than anything and adds zero; only in a row of nothing but minus infinity it
// counts as a tie, and the log-sum-exp of that row is minus infinity all the same.

enum { accumulators = 4, stride = accumulators * CVM_WIDTH };

#define CVM_MINUS_INFINITY (-__builtin_inf())

CVM_INLINE double largest_of(const double *x, size_t count) {
  Vector best[accumulators];
  for (int j = 0; j < accumulators; j++) best[j] = splat(CVM_MINUS_INFINITY);
  size_t i = 0;
  for (; i + stride <= count; i += stride) {
    for (int j = 0; j < accumulators; j++) best[j] = larger(load(x + i + j * CVM_WIDTH), best[j]);
  }
  for (; i + CVM_WIDTH <= count; i += CVM_WIDTH) best[0] = larger(load(x + i), best[0]);
  if (i < count) best[0] = larger(load_part(x + i, count - i, CVM_MINUS_INFINITY), best[0]);
  for (int j = 1; j < accumulators; j++) best[0] = larger(best[j], best[0]);
  double largest = CVM_MINUS_INFINITY;
  for (int lane = 0; lane < CVM_WIDTH; lane++) {
    if (best[0][lane] > largest) largest = best[0][lane];
  }
  return largest;
}

CVM_INLINE double sum_of_lanes(Vector x) {
  double sum = x[0];
  for (int lane = 1; lane < CVM_WIDTH; lane++) sum += x[lane];
  return sum;
}

static double log_sum_exp(const double *x, size_t count) {
  if (count == 0) return CVM_MINUS_INFINITY;
  Vector largest = splat(largest_of(x, count));
  Tally sum[accumulators];
  for (int j = 0; j < accumulators; j++) sum[j] = (Tally){splat(0), splat(0)};
  size_t i = 0;
  for (; i + stride <= count; i += stride) {
    for (int j = 0; j < accumulators; j++) sum[j] = tally(sum[j], largest, load(x + i + j * CVM_WIDTH));
  }
  for (; i + CVM_WIDTH <= count; i += CVM_WIDTH) sum[0] = tally(sum[0], largest, load(x + i));
  if (i < count) sum[0] = tally(sum[0], largest, load_part(x + i, count - i, CVM_MINUS_INFINITY));

  Tally total = sum[0];
  for (int j = 1; j < accumulators; j++) {
    total.ties += sum[j].ties;
    total.others += sum[j].others;
  }
  total.ties = splat(sum_of_lanes(total.ties));
  total.others = splat(sum_of_lanes(total.others));
  return finish(largest, total)[0];
}

static void softmax(const double *x, size_t count, double *out) {
  Vector largest = splat(largest_of(x, count));
  Vector sum = splat(0);
  size_t i = 0;
  for (; i + CVM_WIDTH <= count; i += CVM_WIDTH) {
    Vector e = exp_nonpositive(below(largest, load(x + i)));
    store(out + i, e);
    sum += e;
  }
  if (i < count) {
    Vector e = exp_nonpositive(below(largest, load_part(x + i, count - i, CVM_MINUS_INFINITY)));
    store_part(out + i, e, count - i);
    // Read back with zeros, since the padding may have counted as the largest.
    sum += load_part(out + i, count - i, 0);
  }
  sum = splat(sum_of_lanes(sum));
  for (i = 0; i + CVM_WIDTH <= count; i += CVM_WIDTH) store(out + i, load(out + i) / sum);
  if (i < count) store_part(out + i, load_part(out + i, count - i, 0) / sum, count - i);
}

// MARK: Short rows: each lane has a row of its own
//
// Nothing is added across lanes, so a row's result depends on neither its neighbours nor
// its place. The lanes left over in the last tile repeat its first row and are not stored.

/// Rows of at most so many elements are worked on side by side. Measured: up to there the
/// scattered loads, and stores in softmax, cost less than the part of a vector at the end
/// of each row and the sums across lanes.
enum { short_log_sum_exp_row = 48, short_softmax_row = 12 };

typedef struct {
  Vector column[short_log_sum_exp_row];
  Vector largest;
} Tile;

CVM_INLINE void load_tile(Tile *tile, const double *x, size_t rows, size_t columns) {
  const double *row[CVM_WIDTH];
  for (size_t lane = 0; lane < CVM_WIDTH; lane++) row[lane] = x + (lane < rows ? lane : 0) * columns;
  tile->largest = splat(CVM_MINUS_INFINITY);
  for (size_t j = 0; j < columns; j++) {
    Vector column;
    for (int lane = 0; lane < CVM_WIDTH; lane++) column[lane] = row[lane][j];
    tile->column[j] = column;
    tile->largest = larger(column, tile->largest);
  }
}

CVM_INLINE void log_sum_exp_tile(const double *x, size_t rows, size_t columns, double *out) {
  Tile tile;
  load_tile(&tile, x, rows, columns);
  Tally sum = {splat(0), splat(0)};
  for (size_t j = 0; j < columns; j++) sum = tally(sum, tile.largest, tile.column[j]);
  store_part(out, finish(tile.largest, sum), rows);
}

CVM_INLINE void softmax_tile(const double *x, size_t rows, size_t columns, double *out) {
  Tile tile;
  load_tile(&tile, x, rows, columns);
  Vector sum = splat(0);
  for (size_t j = 0; j < columns; j++) {
    tile.column[j] = exp_nonpositive(below(tile.largest, tile.column[j]));
    sum += tile.column[j];
  }
  for (size_t j = 0; j < columns; j++) {
    Vector share = tile.column[j] / sum;
    for (size_t lane = 0; lane < CVM_WIDTH; lane++) {
      if (lane < rows) out[lane * columns + j] = share[lane];
    }
  }
}

// MARK: Blocks of rows

static void log_sum_exp_rows(const double *x, size_t rows, size_t columns, double *out) {
  size_t i = 0;
  if (columns > short_log_sum_exp_row) {
    for (; i < rows; i++) out[i] = log_sum_exp(x + i * columns, columns);
    return;
  }
  for (; i + CVM_WIDTH <= rows; i += CVM_WIDTH) {
    log_sum_exp_tile(x + i * columns, CVM_WIDTH, columns, out + i);
  }
  if (i < rows) log_sum_exp_tile(x + i * columns, rows - i, columns, out + i);
}

static void softmax_rows(const double *x, size_t rows, size_t columns, double *out) {
  size_t i = 0;
  if (columns > short_softmax_row) {
    for (; i < rows; i++) softmax(x + i * columns, columns, out + i * columns);
    return;
  }
  for (; i + CVM_WIDTH <= rows; i += CVM_WIDTH) {
    softmax_tile(x + i * columns, CVM_WIDTH, columns, out + i * columns);
  }
  if (i < rows) softmax_tile(x + i * columns, rows - i, columns, out + i * columns);
}

// MARK: - Chosen rows

/// Asks for a row that will be needed soon: chosen rows need not follow each other, so the processor cannot guess them.
CVM_INLINE void prefetch_row(const double *row, size_t columns) {
  const char *bytes = (const char *)row;
  for (size_t offset = 0; offset < columns * sizeof(double); offset += 64) __builtin_prefetch(bytes + offset);
}

/// How many rows ahead they are asked for.
static const size_t rows_ahead = 8;

CVM_INLINE double lane_sum(Vector vector) {
  double sum = 0;
  for (size_t lane = 0; lane < CVM_WIDTH; lane++) sum += vector[lane];
  return sum;
}

static void multiply_rows(
    const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *vector, double *out) {
  size_t i = 0;
  // Four rows at a time, so that an element of the vector is loaded once for all four.
  for (; i + 4 <= count; i += 4) {
    const double *row[4];
    Vector sums[4] = {{0}, {0}, {0}, {0}};
    for (size_t r = 0; r < 4; r++) {
      row[r] = x + rows[i + r] * (ptrdiff_t)columns;
      if (i + r + rows_ahead < count) prefetch_row(x + rows[i + r + rows_ahead] * (ptrdiff_t)columns, columns);
    }
    size_t j = 0;
    for (; j + CVM_WIDTH <= columns; j += CVM_WIDTH) {
      Vector v = load(vector + j);
      for (size_t r = 0; r < 4; r++) sums[r] += load(row[r] + j) * v;
    }
    for (size_t r = 0; r < 4; r++) {
      double sum = lane_sum(sums[r]);
      for (size_t k = j; k < columns; k++) sum += row[r][k] * vector[k];
      out[i + r] = sum;
    }
  }
  for (; i < count; i++) {
    const double *row = x + rows[i] * (ptrdiff_t)columns;
    Vector sums = {0};
    size_t j = 0;
    for (; j + CVM_WIDTH <= columns; j += CVM_WIDTH) sums += load(row + j) * load(vector + j);
    double sum = lane_sum(sums);
    for (; j < columns; j++) sum += row[j] * vector[j];
    out[i] = sum;
  }
}

static void add_rows(
    const double *x, size_t columns, const ptrdiff_t *rows, size_t count, const double *factors, double *out) {
  size_t i = 0;
  // Four rows at a time, so that an element of the sum is loaded and stored once for all four.
  for (; i + 4 <= count; i += 4) {
    const double *row[4];
    Vector factor[4];
    for (size_t r = 0; r < 4; r++) {
      row[r] = x + rows[i + r] * (ptrdiff_t)columns;
      factor[r] = splat(factors[i + r]);
    }
    size_t j = 0;
    for (; j + CVM_WIDTH <= columns; j += CVM_WIDTH) {
      Vector sum = load(out + j);
      for (size_t r = 0; r < 4; r++) sum += load(row[r] + j) * factor[r];
      store(out + j, sum);
    }
    for (; j < columns; j++) {
      for (size_t r = 0; r < 4; r++) out[j] += row[r][j] * factors[i + r];
    }
  }
  for (; i < count; i++) {
    const double *row = x + rows[i] * (ptrdiff_t)columns;
    Vector factor = splat(factors[i]);
    size_t j = 0;
    for (; j + CVM_WIDTH <= columns; j += CVM_WIDTH) store(out + j, load(out + j) + load(row + j) * factor);
    for (; j < columns; j++) out[j] += row[j] * factors[i];
  }
}

const CVMKernels CVM_KERNELS = {
  .exp = map_exp,
  .sigmoid = map_sigmoid,
  .softplus = map_softplus,
  .log_sum_exp = log_sum_exp,
  .log_sum_exp_rows = log_sum_exp_rows,
  .softmax_rows = softmax_rows,
  .multiply_rows = multiply_rows,
  .add_rows = add_rows,
};
