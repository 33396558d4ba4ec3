import LinearAlgebra
import Testing

@Suite("The description of a matrix")
struct MatrixDescriptionTests {
  @Test("aligns all elements of a small one")
  func small() {
    let x: Matrix = [[1, -2.5], [1e-7, 12345.678], [.nan, -.infinity]]
    #expect(
      x.description == """
        Matrix 3 x 2
            1   -2.5
        1e-07  12346
          nan   -inf
        """)
  }

  @Test("shows the corners of a large one")
  func large() {
    let lines = Matrix.filled(20, 9) { Double($0 * 10 + $1) }.description.split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[0] == "Matrix 20 x 9")
    #expect(lines[1] == "  0    1    2    3    4  …    7    8")
    #expect(lines[6] == "  ⋮    ⋮    ⋮    ⋮    ⋮  ⋮    ⋮    ⋮")
    #expect(lines[8] == "190  191  192  193  194  …  197  198")
  }

  @Test("shows eight rows and columns in full")
  func eight() {
    let description = Matrix.zeros(8, 8).description
    #expect(!description.contains("…") && !description.contains("⋮"))
    #expect(description.split(separator: "\n").count == 9)
  }
}
