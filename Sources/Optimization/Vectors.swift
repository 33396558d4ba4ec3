/// The few vector operations that the methods are written in. Their vectors are those of parameters, short beside the
/// data that a function reads.

/// aᵀb.
func dot(_ a: [Double], _ b: [Double]) -> Double {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      // Four sums, so that one addition need not wait for the last.
      var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
      var i = 0
      while i + 4 <= a.count {
        s0 += a[i] * b[i]
        s1 += a[i + 1] * b[i + 1]
        s2 += a[i + 2] * b[i + 2]
        s3 += a[i + 3] * b[i + 3]
        i += 4
      }
      while i < a.count {
        s0 += a[i] * b[i]
        i += 1
      }
      return (s0 + s1) + (s2 + s3)
    }
  }
}

/// a + factor · b.
func sum(_ a: [Double], _ factor: Double, _ b: [Double]) -> [Double] {
  var result = a
  add(factor, b, to: &result)
  return result
}

/// target += factor · b.
func add(_ factor: Double, _ b: [Double], to target: inout [Double]) {
  target.withUnsafeMutableBufferPointer { target in
    b.withUnsafeBufferPointer { b in
      for i in target.indices { target[i] += factor * b[i] }
    }
  }
}

/// |a|.
func euclideanNorm(_ a: [Double]) -> Double { dot(a, a).squareRoot() }

/// The largest magnitude; NaN where one element is.
func maximumMagnitude(_ a: [Double]) -> Double {
  a.reduce(0) { $1.isNaN ? .nan : max($0, abs($1)) }
}
