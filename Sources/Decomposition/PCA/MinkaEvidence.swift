import LinearAlgebra
internal import RealModule

/// The evidence for each number of components under probabilistic PCA.
///
/// With eigenvalues λ of the covariance matrix of n rows and p columns, and the noise variance v = the mean of the
/// λ behind the k-th, Laplace's approximation of the log-evidence is
///
///     ln p(U) - n/2 Σᵢ₌₁ᵏ ln λᵢ - n (p - k)/2 ln v + (m + k)/2 ln 2π - ½ ln |A| - k/2 ln n,
///
/// with m = pk - k(k + 1)/2 the dimension of the orthonormal frames, ln p(U) the prior over them, and |A| the
/// determinant of the Hessian.
///
/// Source: Minka, Automatic choice of dimensionality for PCA, NIPS 2000, equations 30 and 31.
package struct MinkaEvidence {
  /// The eigenvalues, largest first, all positive.
  package let eigenvalues: [Double]
  package let sampleCount: Double

  package init(eigenvalues: [Double], sampleCount: Double) {
    self.eigenvalues = eigenvalues
    self.sampleCount = sampleCount
  }

  /// The k of the largest evidence, from 1 to p - 1; 1 where there is one eigenvalue.
  package var bestCount: Int {
    let counts = Array(1..<max(2, eigenvalues.count))
    let evidence = counts.map { logEvidence(for: $0) }
    return counts[evidence.indices.max { evidence[$0] < evidence[$1] } ?? 0]
  }

  /// The log-evidence for k components, from 1 to p - 1.
  package func logEvidence(for k: Int) -> Double {
    let p = eigenvalues.count
    guard k >= 1, k < p else { return -.infinity }
    let noise = eigenvalues[k...].reduce(0, +) / Double(p - k)
    let dimension = Double(p * k - k * (k + 1) / 2)
    let fit = eigenvalues[..<k].reduce(0) { $0 + .log($1) } + Double(p - k) * .log(noise)
    let scale = (dimension + Double(k)) / 2 * .log(2 * Double.pi) - Double(k) / 2 * .log(sampleCount)
    return logPrior(of: k) - sampleCount / 2 * fit + scale - logHessian(for: k, noise: noise) / 2
  }

  /// ln p(U) = -k ln 2 + Σᵢ₌₁ᵏ (ln Γ((p - i + 1)/2) - (p - i + 1)/2 ln π).
  private func logPrior(of k: Int) -> Double {
    (1...k).reduce(-Double(k) * .log(2.0)) { sum, i in
      let half = Double(eigenvalues.count - i + 1) / 2
      return sum + .logGamma(half) - half * .log(Double.pi)
    }
  }

  /// ln |A| = Σᵢ₌₁ᵏ Σⱼ₌ᵢ₊₁ᵖ ln((1/λ̂ⱼ - 1/λ̂ᵢ)(λᵢ - λⱼ) n), with λ̂ = v behind the k-th.
  private func logHessian(for k: Int, noise: Double) -> Double {
    var sum = 0.0
    for i in 0..<k {
      for j in i + 1..<eigenvalues.count {
        let smoothed = j < k ? eigenvalues[j] : noise
        let curvature = (1 / smoothed - 1 / eigenvalues[i]) * (eigenvalues[i] - eigenvalues[j])
        sum += .log(curvature * sampleCount)
      }
    }
    return sum
  }
}
