import Datasets
import LinearAlgebra
import Testing

/// Shapes, counts, cells and sums as scikit-learn 1.9.1 (`load_iris` and its like, numpy's `sum` and `mean(0)`) and
/// R 4.2.2 (`colMeans(USArrests)`, `sd`) give them.
@Suite("Embedded data sets")
struct EmbeddedDatasetTests {
  private func means(_ x: Matrix) -> [Double] { x.columns.map { $0.reduce(0, +) / Double($0.count) } }

  private func expectClose(_ found: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (a, b) in zip(found, expected) {
      #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), "\(a), expected \(b)", sourceLocation: sourceLocation)
    }
  }

  @Test func `Iris is scikit-learn's`() throws {
    let iris = try Datasets.iris()
    #expect((iris.features.rowCount, iris.features.columnCount) == (150, 4))
    #expect(iris.classCounts == [50, 50, 50])
    #expect(iris.labelNames == ["setosa", "versicolor", "virginica"])
    #expect(iris.featureNames == ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"])
    #expect(iris.features[0, 0] == 5.1)
    // The two flowers that differ in the UCI repository's copy: Fisher has 0.2 and 3.6.
    #expect(iris.features[34, 3] == 0.2)
    #expect(iris.features[37, 1] == 3.6)
    #expect(iris.features[100, 3] == 2.5)
    #expect([iris.labels[0], iris.labels[50], iris.labels[100], iris.labels[149]] == [0, 1, 2, 2])
    #expect(iris.namedLabels[50] == "versicolor")
    expectClose(means(iris.features), [5.843333333333335, 3.057333333333334, 3.7580000000000027, 1.199333333333334])
    #expect(iris.description == "iris: 150 samples, 4 features; setosa 50, versicolor 50, virginica 50")
  }

  @Test func `Wine is scikit-learn's`() throws {
    let wine = try Datasets.wine()
    #expect((wine.features.rowCount, wine.features.columnCount) == (178, 13))
    #expect(wine.classCounts == [59, 71, 48])
    #expect(wine.labelNames == ["class_0", "class_1", "class_2"])
    #expect(wine.featureNames.last == "proline")
    #expect(wine.features[0, 0] == 14.23)
    #expect(wine.features[34, 3] == 19)
    #expect(wine.features[177, 12] == 560)
    expectClose(
      means(wine.features),
      [
        13.000617977528083, 2.336348314606741, 2.3665168539325854, 19.49494382022472, 99.74157303370787,
        2.295112359550562, 2.0292696629213474, 0.36185393258426973, 1.5908988764044953, 5.058089882022473,
        0.9574494382022468, 2.6116853932584254, 746.8932584269663,
      ])
  }

  @Test func `Breast cancer is scikit-learn's`() throws {
    let cancer = try Datasets.breastCancer()
    #expect((cancer.features.rowCount, cancer.features.columnCount) == (569, 30))
    #expect(cancer.classCounts == [212, 357])
    #expect(cancer.labelNames == ["malignant", "benign"])
    #expect(cancer.featureNames[27] == "worst concave points")
    #expect(cancer.features[34, 3] == 807.2)
    #expect(cancer.features[100, 29] == 0.07397)
    #expect([cancer.labels[0], cancer.labels[50], cancer.labels[100], cancer.labels[568]] == [0, 1, 0, 1])
    expectClose(
      means(cancer.features),
      [
        14.127291739894563, 19.28964850615117, 91.96903339191566, 654.8891036906857, 0.096360281195079,
        0.10434098418277686, 0.08879931581722322, 0.048919145869947236, 0.181161862917399, 0.06279760984182778,
        0.4051720562390161, 1.2168534270650269, 2.8660592267135288, 40.33707908611603, 0.007040978910369071,
        0.025478138840070306, 0.031893716344463946, 0.011796137082601056, 0.020542298769771532,
        0.0037949038664323383, 16.269189806678394, 25.677223198594014, 107.2612126537786, 880.5831282952545,
        0.13236859402460469, 0.25426504393673144, 0.27218848330404205, 0.11460622319859404, 0.29007557117750454,
        0.08394581722319855,
      ])
  }

  @Test func `Digits are scikit-learn's`() throws {
    let digits = try Datasets.digits()
    #expect((digits.features.rowCount, digits.features.columnCount) == (1797, 64))
    #expect(digits.classCounts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    #expect(digits.labelNames == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
    #expect(digits.features[34, 3] == 5)
    #expect([digits.labels[0], digits.labels[50], digits.labels[100], digits.labels[1796]] == [0, 2, 4, 8])
    #expect(digits.features.elements.reduce(0, +) == 561_718)
    #expect(digits.features.elements.allSatisfy { $0 >= 0 && $0 <= 16 && $0 == $0.rounded() })
    expectClose(
      [1, 2, 3, 20, 36, 60].map { means(digits.features)[$0] },
      [
        0.3038397328881469, 5.204785754034502, 11.835837506956038, 7.09794101279911, 10.301613800779077,
        11.80912632164719,
      ])
  }

  @Test func `The arrests are R's`() throws {
    let arrests = try Datasets.usArrests()
    #expect((arrests.features.rowCount, arrests.features.columnCount) == (50, 4))
    #expect(arrests.featureNames == ["Murder", "Assault", "UrbanPop", "Rape"])
    #expect(arrests.rowNames.first == "Alabama")
    #expect(arrests.rowNames.last == "Wyoming")
    let california = try #require(arrests.rowNames.firstIndex(of: "California"))
    #expect(Array(arrests.features.row(california)) == [9, 276, 91, 40.6])
    #expect(Array(arrests.features.row(49)) == [6.8, 161, 60, 15.6])
    expectClose(means(arrests.features), [7.788, 170.76, 65.54, 21.232])
    let deviations = zip(arrests.features.columns, means(arrests.features)).map { column, mean in
      (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 49).squareRoot()
    }
    expectClose(deviations, [4.3555097642092884, 83.3376608400170653, 14.4747634008367854, 9.3663845310596479])
  }

  @Test func `The horse kicks are Bortkiewicz's`() throws {
    let kicks = try Datasets.horseKicks()
    #expect((kicks.features.rowCount, kicks.features.columnCount) == (280, 2))
    #expect(kicks.featureNames == ["year", "deaths"])
    let deaths = Array(kicks.features.column(1))
    // His table of the corps-years with 0, 1, 2, 3 and 4 deaths: all fourteen corps, and the ten that he kept.
    #expect((0...4).map { count in deaths.count { $0 == Double(count) } } == [144, 91, 32, 11, 2])
    let kept = deaths.indices.filter { !["G", "I", "VI", "XI"].contains(kicks.rowNames[$0]) }
    #expect((0...4).map { count in kept.count { deaths[$0] == Double(count) } } == [109, 65, 22, 3, 1])
    #expect(Set(kicks.rowNames).count == 14)
  }

  @Test func `Old Faithful is R's`() throws {
    let geyser = try Datasets.oldFaithful()
    #expect((geyser.features.rowCount, geyser.features.columnCount) == (272, 2))
    #expect(geyser.featureNames == ["eruptions", "waiting"])
    #expect(Array(geyser.features.row(0)) == [3.6, 79])
    #expect(geyser.rowNames.last == "272")
    expectClose(means(geyser.features), [3.48778308823529, 70.8970588235294])
  }

  @Test func `The speed of light has NIST's certified mean`() throws {
    let speeds = try Datasets.speedOfLight()
    #expect((speeds.features.rowCount, speeds.features.columnCount) == (100, 1))
    #expect(speeds.featureNames == ["speed"])
    expectClose(means(speeds.features), [299.8524])
  }

  @Test func `South African heart disease is that of the book`() throws {
    let heart = try Datasets.saHeart()
    #expect((heart.features.rowCount, heart.features.columnCount) == (462, 9))
    // The Elements of Statistical Learning, section 4.4.2: 160 cases, 302 controls.
    #expect(heart.classCounts == [302, 160])
    #expect(heart.labelNames == ["healthy", "ill"])
    #expect(
      heart.featureNames
        == ["sbp", "tobacco", "ldl", "adiposity", "famhist", "typea", "obesity", "alcohol", "age"])
    #expect(Array(heart.features.row(0)) == [160, 12, 5.73, 23.11, 1, 49, 25.3, 97.2, 52])
    #expect(heart.labels[461] == 1)
    expectClose(
      means(heart.features),
      [
        138.32683982683983, 3.635649350649351, 4.7403246753246755, 25.4067316017316, 0.4155844155844156,
        53.103896103896105, 26.04411255411255, 17.044393939393938, 42.816017316017316,
      ])
  }

  @Test func `The customers who default are those of the book`() throws {
    let customers = try Datasets.creditDefault()
    #expect((customers.features.rowCount, customers.features.columnCount) == (10_000, 3))
    #expect(customers.classCounts == [9667, 333])
    #expect(customers.featureNames == ["student", "balance", "income"])
    #expect(Array(customers.features.row(99)) == [0, 186.50038693149503, 45430.5502710943])
    expectClose(means(customers.features), [0.2944, 835.3748856125571, 33516.98187596051])
  }

  @Test func `Diabetes is scikit-learn's`() throws {
    let diabetes = try Datasets.diabetes()
    #expect((diabetes.features.rowCount, diabetes.features.columnCount) == (442, 10))
    #expect(diabetes.featureNames == ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"])
    #expect(Array(diabetes.features.row(0)) == [59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87])
    #expect(diabetes.targets[0] == 151 && diabetes.targets[441] == 57)
    #expect(diabetes.levels.isEmpty)
    expectClose(
      means(diabetes.features),
      [
        48.51809954751131, 1.4683257918552035, 26.37579185520364, 94.64701357466065, 189.14027149321268,
        115.43914027149319, 49.78846153846154, 4.070248868778281, 4.641410859728506, 91.26018099547511,
      ])
    expectClose([diabetes.targets.reduce(0, +) / 442], [152.13348416289594])
    #expect(diabetes.description == "diabetes: 442 samples, 10 features; target")
  }

  @Test func `The insurance claims are those of MASS`() throws {
    let insurance = try Datasets.insurance()
    #expect((insurance.features.rowCount, insurance.features.columnCount) == (64, 4))
    #expect(insurance.featureNames == ["Holders", "Age", "District", "Group"])
    #expect(insurance.levels["Group"] == ["<1l", "1-1.5l", "1.5-2l", ">2l"])
    // R: Insurance[1, ], Insurance[64, ], colSums of Holders and Claims, and the claims of each age.
    #expect(Array(insurance.features.row(0)) == [197, 0, 0, 0] && insurance.targets[0] == 38)
    #expect(Array(insurance.features.row(63)) == [114, 3, 3, 3] && insurance.targets[63] == 33)
    let holders = try #require(insurance.column(named: "Holders")), ages = try #require(insurance.column(named: "Age"))
    #expect(holders.reduce(0, +) == 23_359)
    #expect(insurance.targets.reduce(0, +) == 3151)
    let claims = (0..<4).map { age in
      insurance.targets.indices.reduce(0) { $0 + (ages[$1] == Double(age) ? insurance.targets[$1] : 0) }
    }
    #expect(claims == [229, 404, 453, 2065])
  }

  @Test func `Each says where it comes from`() throws {
    let provenances = [
      try Datasets.iris().provenance, try Datasets.wine().provenance, try Datasets.breastCancer().provenance,
      try Datasets.digits().provenance, try Datasets.usArrests().provenance,
      try Datasets.horseKicks().provenance, try Datasets.oldFaithful().provenance,
      try Datasets.speedOfLight().provenance, try Datasets.saHeart().provenance,
      try Datasets.creditDefault().provenance, try Datasets.diabetes().provenance,
      try Datasets.insurance().provenance,
    ]
    let authors = [
      "Fisher", "Forina", "Mangasarian", "Alpaydin", "McNeil", "Bortkiewicz", "Azzalini", "Michelson", "Rossouw",
      "Tibshirani", "Efron", "Baxter",
    ]
    for (provenance, author) in zip(provenances, authors) {
      #expect(provenance?.citation.contains(author) == true)
      #expect(provenance?.source.isEmpty == false)
      #expect(provenance?.license.isEmpty == false)
    }
  }
}
