/// Every workload; a new one is a file in `Workloads` and a line here.
enum Workloads {
  static let all: [any Workload.Type] = [
    AveragePrecision.self,
    CV5FoldLogistic.self,
    LogisticBinaryDense.self,
    LogisticBinaryWide.self,
    LogisticSoftmax.self,
    MLEBernoulli.self,
    MLENormal.self,
    MLEPoisson.self,
    PCASquare.self,
    PCATall.self,
    PCATop.self,
    ROCArea.self,
    SGDEpoch.self,
  ]

  static func named(_ name: String) throws(BenchmarkError) -> any Workload.Type {
    guard let workload = all.first(where: { $0.name == name }) else {
      throw .unknownWorkload(name, known: all.map { $0.name })
    }
    return workload
  }
}
