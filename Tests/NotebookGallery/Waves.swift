import Foundation

/// Numbers for the gallery, the same in every run.
enum Waves {
  static let x = (0...40).map { Double($0) / 4 }
  static let damped = x.map { exp(-$0 / 4) * cos(2 * $0) }
  static let slow = x.map { sin($0 / 2) }

  /// Values that scatter about zero like a sample, from the golden ratio's multiples.
  static func scattered(_ count: Int, start: Double = 0) -> [Double] {
    (1...count).map { i in
      let share = (start + Double(i) * 0.618033988749895).truncatingRemainder(dividingBy: 1)
      return log((share + 1e-3) / (1 - share + 1e-3))
    }
  }

  static let places = (-20...20).map { Double($0) / 10 }
  static let saddle = places.map { y in places.map { x in x * x - y * y } }
  static let hill = places.map { y in places.map { x in exp(-x * x - 2 * y * y) } }
}
