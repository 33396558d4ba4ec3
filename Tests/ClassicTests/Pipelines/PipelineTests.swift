import Classic
import Datasets
import Decomposition
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("A pipeline of steps and a last estimator")
struct PipelineTests {
  @Test("Of the step that does nothing equals the bare estimator")
  func passThrough() throws {
    let iris = try Datasets.iris()
    let bare = try LogisticRegression().fit(iris.features, labels: iris.labels)
    let model = try PassThrough().then(LogisticRegression()).fit(iris.features, labels: iris.labels)
    #expect(model.final == bare.core)
    #expect(try model.predict(iris.features) == bare.predict(iris.features))

    let diabetes = try Datasets.diabetes()
    let line = try LinearRegression().fit(diabetes.features, targets: diabetes.targets)
    let piped = try PassThrough().then(LinearRegression()).fit(diabetes.features, targets: diabetes.targets)
    #expect(piped.final == line)
    #expect(try piped.predict(diabetes.features) == line.predict(diabetes.features))
  }

  @Test("Equals its parts fitted by hand, which it gives access to")
  func byHand() throws {
    let wine = try Datasets.wine()
    let pipeline = VarianceThreshold().then(PCA(components: .count(2), on: .correlation)).then(LogisticRegression())
    let model = try pipeline.fit(wine.features, labels: wine.labels)
    let pca = try PCA(components: .count(2), on: .correlation).fit(wine.features)
    let scores = try pca.transform(wine.features)
    let last = try LogisticRegression().fit(scores, labels: wine.labels)
    #expect(model.step.second == pca)
    #expect(model.final.coefficients == last.coefficients)
    #expect(try model.probabilities(for: wine.features) == last.probabilities(for: scores))
    #expect(model.featureCount == 13 && model.step.outputCount == 2 && model.classes == last.classes)
  }

  @Test("Names the features that its last estimator learned from")
  func names() throws {
    let iris = try Datasets.iris()
    let names = ["sepal length", "sepal width", "petal length", "petal width"]
    let step = PCA(components: .count(2)).on(columns: [2, 3, 0]).beside(PassThrough().on(columns: [1]))
    let model = try step.then(LogisticRegression(penalty: .none)).fit(
      iris.features, labels: iris.labels.map { $0 == iris.labels[0] ? "setosa" : "other" })
    #expect(try model.step.outputNames(for: names) == ["PC1", "PC2", "sepal width"])
    let chain = try step.then(VarianceThreshold().on(columns: [2, 1])).fit(iris.features)
    #expect(try chain.outputNames(for: names) == ["sepal width", "PC2"])
    #expect(try ZeroFill().on(columns: [0], remainder: .kept).fit(iris.features).outputNames(for: names)
      == ["feature 0", "sepal width", "petal length", "petal width"])
    let scaled = try StandardScaler().on(columns: [3, 1]).beside(MinMaxScaler().on(columns: [0])).fit(iris.features)
    #expect(try scaled.outputNames(for: names) == ["petal width", "sepal width", "sepal length"])
    #expect(throws: LearningError.invalidOption(
      name: "names", value: "1 names", allowed: "one for each of the 4 features")
    ) { try chain.outputNames(for: ["a"]) }
  }

  @Test("Has the traits of its parts together")
  func traits() {
    let drawing = PCA(components: .count(1), solver: .randomized())
    #expect(VarianceThreshold().then(NearestCentroid()).traits == .deterministic)
    #expect(VarianceThreshold().then(drawing).then(NearestCentroid()).traits == [])
    #expect(ZeroFill().then(NearestCentroid()).traits == [.deterministic, .acceptsMissingValues])
    #expect(VarianceThreshold().then(ZeroFill()).traits == .deterministic)
    #expect(VarianceThreshold().beside(ZeroFill()).traits == .deterministic)
    #expect(PassThrough().beside(ZeroFill()).traits == [.deterministic, .acceptsMissingValues])
  }

  @Test("Gives missing values to the step that takes them, on rows of weight zero, too")
  func missingValues() throws {
    let x: Matrix = [[0, 1], [1, .nan], [4, 5], [.nan, 6], [.nan, 9]]
    let pipeline = ZeroFill().then(NearestCentroid())
    let model = try pipeline.fit(x, labels: [0, 0, 1, 1, 0], weights: [1, 1, 1, 1, 0])
    #expect(try model.predict([[.nan, 0.5], [.nan, 9]]) == [0, 1])
    #expect(model.final.centroids == [[0.5, 0.5], [2, 5.5]])
    #expect(throws: LearningError.notFinite(row: 4, column: 1, value: .infinity)) {
      let infinite: Matrix = [[0, 1], [1, .nan], [4, 5], [.nan, 6], [.nan, .infinity]]
      return try pipeline.fit(infinite, labels: [0, 0, 1, 1, 0], weights: [1, 1, 1, 1, 0])
    }
  }

  @Test("Is refused where its parts in a file do not fit together")
  func files() throws {
    let x: Matrix = [[0, 1, 5], [1, 3, 6], [4, 5, 5], [3, 6, 8]]
    let model = try PassThrough().on(columns: [2, 0]).then(NearestCentroid()).fit(x, labels: [0, 0, 1, 1])
    let text = String(decoding: try JSONEncoder().encode(model.core), as: UTF8.self)
    typealias Core = ClassifierPipeline<ColumnStep<PassThrough>, NearestCentroid>.Core
    #expect(try JSONDecoder().decode(Core.self, from: Data(text.utf8)).step.columns == [2, 0])
    for columns in ["[2,3]", "[2,2]", "[-1,0]", "[2]", "[2,0,1]"] {
      let spoilt = text.replacingOccurrences(of: "[2,0]", with: columns)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Core.self, from: Data(spoilt.utf8)) }
    }
  }
}
