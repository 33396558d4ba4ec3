#if canImport(Glibc)
  internal import CVectorMath
  import Glibc
  import Testing

  @Suite("Nothing is read behind the end")
  struct GuardPageTests {
    @Test("Arrays that end where the memory ends are processed without a fault")
    func guardPage() async {
      await #expect(processExitsWith: .success) {
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let memory = try #require(
          mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        try #require(memory != MAP_FAILED && mprotect(memory + page, page, PROT_NONE) == 0)
        let end = (memory + page).assumingMemoryBound(to: Double.self)
        var result = [Double](repeating: 0, count: 9 * 49)
        for set in availableInstructionSets {
          for count in 1...35 {
            for function in ElementaryFunction.all { function.kernel(set, end - count, &result, count) }
            _ = cvm_log_sum_exp(set, end - count, count)
            for rows in [1, 4, 9] where rows * count <= page / 8 {
              let x = end - rows * count
              let order = Array((0..<rows).reversed())
              cvm_multiply_rows(set, x, count, order, rows, end - count, &result)
              cvm_add_rows(set, x, count, order, rows, end - rows, &result)
            }
          }
          for columns in [1, 3, 12, 13, 48, 49] {
            for rows in 1...9 {
              cvm_log_sum_exp_rows(set, end - rows * columns, rows, columns, &result)
              cvm_softmax_rows(set, end - rows * columns, rows, columns, &result)
            }
          }
        }
      }
    }
  }
#endif
