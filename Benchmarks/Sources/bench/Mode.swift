import ArgumentParser
import LinearAlgebra

/// The modes of the thread budget, as words on the command line.
enum Mode: String, CaseIterable, ExpressibleByArgument {
  case fastest, reproducible

  var budget: ThreadBudget {
    switch self {
    case .fastest: .fastest
    case .reproducible: .reproducible
    }
  }
}
