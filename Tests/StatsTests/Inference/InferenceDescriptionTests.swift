import Stats
import Testing

@Suite("A printed table of estimates")
struct InferenceDescriptionTests {
  private func table() throws -> Inference {
    try Inference(
      names: ["(Intercept)", "dose", "log(scale)", "edge"], estimates: [-3.2, 0.82, 0.25, 0],
      standardErrors: [0.9, 0.4, 0.125, nil], nullValues: [0, 0, nil, 0])
  }

  @Test("has a line for each parameter, its points below each other, and a dash for what there is not")
  func lines() throws {
    #expect(
      try table().description == """
                     estimate  std. error  z value  Pr(>|z|)  [0.025  0.975]
        (Intercept)     -3.20       0.900   -3.556  0.000377  -4.964  -1.436
        dose             0.82       0.400    2.050    0.0404   0.036   1.604
        log(scale)       0.25       0.125        -         -   0.005   0.495
        edge             0.00           -        -         -       -       -
        """)
  }

  @Test("tells stars and what they mean when asked")
  func stars() throws {
    let lines = try table().table(stars: true).split(separator: "\n")
    #expect(lines[1].contains("0.000377  ***  "))
    #expect(lines[2].contains("0.0404  *    "))
    #expect(lines.last == "*** below 0.001, ** below 0.01, * below 0.05, . below 0.1")
    #expect(!(try table().description.contains("*")))
  }

  @Test("writes p-values as R does: those below the spacing of numbers as <2e-16")
  func pValues() throws {
    // format.pval(c(2 * pnorm(-c(40, 5, 2, 0.1))), digits = 3), the last two as by format of the two.
    let inference = try Inference(
      names: ["a", "b", "c", "d"], estimates: [40, 5, 2, 0.1], standardErrors: [1, 1, 1, 1])
    let texts = inference.description.split(separator: "\n").dropFirst().map { $0.split(separator: " ")[4] }
    #expect(texts == ["<2e-16", "5.73e-07", "0.0455", "0.9203"])
  }

  @Test("names other levels in its header")
  func level() throws {
    let inference = try Inference(names: ["a"], estimates: [1], standardErrors: [1], level: 0.9)
    #expect(inference.description.hasPrefix("   estimate  std. error  z value  Pr(>|z|)   [0.05  0.95]"))
  }

  @Test("leaves out the columns of tests where nothing is tested, and the legend of the stars with them")
  func untested() throws {
    let inference = try Inference(names: ["a"], estimates: [1], standardErrors: [1], nullValues: [nil])
    #expect(inference.table(stars: true).split(separator: "\n").first == "   estimate  std. error  [0.025  0.975]")
    #expect(!inference.table(stars: true).contains("*"))
  }

  @Test("prints a table without rows as its header")
  func empty() throws {
    #expect(try Inference(rows: []).description == "  estimate  std. error  z value  Pr(>|z|)  [0.025  0.975]")
  }
}
