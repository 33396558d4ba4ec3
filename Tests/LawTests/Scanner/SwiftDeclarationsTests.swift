import TestSupport
import Testing

@Suite("Finding the estimators that sources declare")
struct SwiftDeclarationsTests {
  private func estimators(_ sources: String...) -> Set<DeclaredEstimator> {
    SwiftDeclarations(sources: sources).estimators
  }

  @Test("In a declaration, whatever the keyword, the modifiers and the line breaks")
  func declarations() {
    let found = estimators(
      """
      public struct One: ClassifierEstimator, Hashable {}
      public enum Two:Hashable,RegressorEstimator{}
      public final class Three:
        Sendable,
        Learning.TransformerEstimator
      {}
      @frozen public struct Four : Hashable , @unchecked Sendable, ClassifierEstimator where Self: Sendable {}
      public indirect enum Five: Hashable & ClassifierEstimator {}
      """)
    #expect(
      found == [
        .init(name: "One", kind: .classifier), .init(name: "Two", kind: .regressor),
        .init(name: "Three", kind: .transformer), .init(name: "Four", kind: .classifier),
        .init(name: "Five", kind: .classifier),
      ])
  }

  @Test("Of a generic type, and not because of its parameters")
  func generics() {
    let found = estimators(
      """
      public struct Bagging<Base: ClassifierEstimator, Pair: Collection<Array<Int>>>: Sendable, ClassifierEstimator
      where Base: Hashable {}
      public struct Holder<Base: ClassifierEstimator>: Sequence<any RegressorEstimator> {}
      public struct Chain<Last> where Last: ClassifierEstimator { let last: any RegressorEstimator }
      """)
    #expect(found == [.init(name: "Bagging", kind: .classifier)])
  }

  @Test("In an extension of a public type, in another file, of a nested type, of two kinds")
  func extensions() {
    let found = estimators(
      "public struct Discriminant<Shrinkage> {}\nextension Outer { public struct Inner {} }",
      """
      extension Discriminant: ClassifierEstimator where Shrinkage: Sendable {}
      extension Discriminant:
        TransformerEstimator {}
      extension Outer.Inner: RegressorEstimator {}
      extension Hidden: RegressorEstimator {}
      struct Hidden {}
      """)
    #expect(
      found == [
        .init(name: "Discriminant", kind: .classifier), .init(name: "Discriminant", kind: .transformer),
        .init(name: "Inner", kind: .regressor),
      ])
  }

  @Test("Through protocols that refine the kind's own, which are no estimators themselves")
  func refinements() {
    let found = estimators(
      "public protocol DeterministicRegressorEstimator: RegressorEstimator {}",
      """
      protocol PenalizedEstimator: Sendable, DeterministicRegressorEstimator {}
      public struct Ridge: PenalizedEstimator {}
      """)
    #expect(found == [.init(name: "Ridge", kind: .regressor)])
  }

  @Test("A step that looks at classes or targets, but not a transformer as one")
  func steps() {
    let found = estimators(
      """
      public protocol PipelineStep: Estimator {}
      public protocol ClassificationStep: PipelineStep {}
      public protocol TransformerEstimator: ClassificationStep, RegressionStep {}
      public struct Selection: ClassificationStep, RegressionStep {}
      public struct Scaler: TransformerEstimator {}
      public struct Chain<First: PipelineStep>: PipelineStep {}
      extension Chain: TransformerEstimator where First: TransformerEstimator {}
      extension Chain: RegressionStep where First: RegressionStep {}
      """)
    #expect(
      found == [
        .init(name: "Selection", kind: .classificationStep), .init(name: "Selection", kind: .regressionStep),
        .init(name: "Scaler", kind: .transformer), .init(name: "Chain", kind: .transformer),
        .init(name: "Chain", kind: .regressionStep),
      ])
  }

  @Test("Not in comments, in string literals, nor where the type is not public")
  func others() {
    let found = estimators(
      """
      /// public struct Documented: ClassifierEstimator {}
      /* public struct Old: ClassifierEstimator {} /* nested */ public struct Older: ClassifierEstimator {} */
      struct Internal: ClassifierEstimator {}
      package struct Shared: ClassifierEstimator {}
      let text = "public struct Quoted: ClassifierEstimator {} \\"\\(names.map { "\\($0)" })"
      let example = \"\"\"
        public struct Printed: ClassifierEstimator { let quote = "a" }
        \"\"\"
      public struct Plain: Hashable { var base: any ClassifierEstimator }
      public struct Found: ClassifierEstimator {}
      """)
    #expect(found == [.init(name: "Found", kind: .classifier)])
  }

  @Test("An estimator that the catalogue lacks, or that it alone knows, is reported")
  func comparison() {
    let declared = estimators("public struct A: ClassifierEstimator {}\npublic struct B: RegressorEstimator {}")
    let comparison = CatalogueComparison(
      declared: declared,
      catalogued: [.init(name: "A", kind: .classifier), .init(name: "B", kind: .transformer)])
    #expect(comparison.missing == [.init(name: "B", kind: .regressor)])
    #expect(comparison.unknown == [.init(name: "B", kind: .transformer)])
  }
}
