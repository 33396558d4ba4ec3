import LinearAlgebra
import Synchronization
import Testing

@Suite("A standing team")
struct StandingTeamTests {
  @Test("visits every index of every loop once", arguments: [1, 2, 5])
  func coverage(threads: Int) {
    let visits = Mutex([Int](repeating: 0, count: 8))
    let team = ThreadBudget.reproducible.limited(to: threads).run { StandingTeam() }
    for round in 1...2000 {
      let count = round % 9
      team.forEach(count) { index in visits.withLock { $0[index] += 1 } }
    }
    // Of nine loops in a row, of 1, 2, ..., 8 and no indices, eight have index 0, seven have index 1, and so on; two
    // more come at the end.
    let expected = (0..<8).map { index in 222 * (8 - index) + (index < 1 ? 2 : index < 2 ? 1 : 0) }
    #expect(visits.withLock { $0 } == expected)
  }

  @Test("has finished a loop when it returns")
  func finished() {
    let team = StandingTeam()
    var places = [Int](repeating: 0, count: 64)
    for round in 1...500 {
      places.withUnsafeMutableBufferPointer { places in
        team.forEach(64) { places[$0] = round * $0 }
      }
      #expect(places == (0..<64).map { round * $0 })
    }
  }

  @Test("serves one caller at a time, and the others on their own")
  func callers() {
    let team = StandingTeam()
    let sums = parallelMap(8) { caller in
      let sum = Atomic(0)
      for _ in 0..<200 { team.forEach(5) { sum.wrappingAdd($0 + caller, ordering: .relaxed) } }
      return sum.load(ordering: .relaxed)
    }
    #expect(sums == (0..<8).map { 200 * (10 + 5 * $0) })
  }
}
