/// How the checks of a notebook went.
struct Summary: Sendable, Equatable {
  let name: String
  let passedCount: Int
  let failures: [Check]

  init(name: String, checks: [Check]) {
    self.name = name
    failures = checks.filter { !$0.passed }
    passedCount = checks.count - failures.count
  }

  /// `pca-components: 9 checks passed, 0 failed`
  var sentence: String {
    "\(name): \(passedCount) \(passedCount == 1 ? "check" : "checks") passed, \(failures.count) failed"
  }
}
