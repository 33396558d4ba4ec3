// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Learning", targets: ["Learning"]),
    .library(name: "Optimization", targets: ["Optimization"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Stats", targets: ["Stats"]),
    .library(name: "Decomposition", targets: ["Decomposition"]),
    .library(name: "Classic", targets: ["Classic"]),
    .library(name: "Notebook", targets: ["Notebook"]),
    .executable(name: "cross-validation", targets: ["cross-validation"]),
    .executable(name: "golden-chain", targets: ["golden-chain"]),
    .executable(name: "gradient-descent", targets: ["gradient-descent"]),
    .executable(name: "logistic-regression", targets: ["logistic-regression"]),
    .executable(name: "maximum-likelihood", targets: ["maximum-likelihood"]),
    .executable(name: "multiclass", targets: ["multiclass"]),
    .executable(name: "pca-components", targets: ["pca-components"]),
    .executable(name: "regularization", targets: ["regularization"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    // Ground floor: C, never part of the API.
    .systemLibrary(name: "CLAPACK"),
    .target(name: "CVectorMath", exclude: ["README.md", "coefficients.py"]),
    .target(name: "CDatasets", exclude: ["README.md", "Resources"]),

    // The toolkit, each room on those above it in this list.
    .target(
      name: "LinearAlgebra",
      dependencies: ["CLAPACK", "CVectorMath", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "Learning", dependencies: ["LinearAlgebra"]),
    .target(
      name: "Optimization",
      dependencies: ["Learning", "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "Datasets",
      dependencies: [
        "CDatasets", "Learning", "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "Stats",
      dependencies: [
        "Learning", "LinearAlgebra", "Optimization", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "Decomposition",
      dependencies: ["Learning", "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "Classic",
      dependencies: [
        "Learning", "LinearAlgebra", "Optimization", "Stats",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),

    // Runs the examples: knows scripts, tables and checks, and no algorithm.
    .target(
      name: "Notebook",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),

    // The examples, one a topic.
    .executableTarget(
      name: "cross-validation",
      dependencies: ["Classic", "Datasets", "Learning", "LinearAlgebra", "Notebook", "Stats"],
      path: "Sources/Examples/cross-validation"),
    .executableTarget(
      name: "golden-chain",
      dependencies: ["Classic", "Datasets", "Decomposition", "Learning", "LinearAlgebra", "Notebook", "Stats"],
      path: "Sources/Examples/golden-chain"),
    .executableTarget(
      name: "gradient-descent",
      dependencies: [
        "Classic", "Datasets", "Learning", "LinearAlgebra", "Notebook", "Optimization",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      path: "Sources/Examples/gradient-descent"),
    .executableTarget(
      name: "logistic-regression",
      dependencies: [
        "Classic", "Datasets", "Learning", "LinearAlgebra", "Notebook", "Optimization", "Stats",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      path: "Sources/Examples/logistic-regression"),
    .executableTarget(
      name: "maximum-likelihood",
      dependencies: [
        "Datasets", "Learning", "LinearAlgebra", "Notebook", "Stats",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      path: "Sources/Examples/maximum-likelihood"),
    .executableTarget(
      name: "multiclass",
      dependencies: [
        "Classic", "Datasets", "Learning", "LinearAlgebra", "Notebook", "Optimization",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      path: "Sources/Examples/multiclass"),
    .executableTarget(
      name: "pca-components",
      dependencies: ["Classic", "Datasets", "Decomposition", "Learning", "LinearAlgebra", "Notebook"],
      path: "Sources/Examples/pca-components"),
    .executableTarget(
      name: "regularization",
      dependencies: [
        "Classic", "Datasets", "Decomposition", "Learning", "LinearAlgebra", "Notebook", "Optimization", "Stats",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      path: "Sources/Examples/regularization"),

    // Tests, and what they run. TestSupport holds the laws that every estimator goes through; it returns violations as
    // values and knows no test framework. LinearAlgebraTests names the C target to test its instruction sets one by
    // one.
    .target(name: "TestSupport", dependencies: ["Learning", "LinearAlgebra", "Stats"], path: "Tests/TestSupport"),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "CVectorMath", "TestSupport"]),
    .testTarget(
      name: "OptimizationTests",
      dependencies: [
        "Learning", "LinearAlgebra", "Optimization", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(name: "LearningTests", dependencies: ["Learning", "LinearAlgebra"]),
    .testTarget(
      name: "StatsTests",
      dependencies: [
        "Datasets", "Learning", "LinearAlgebra", "Stats", "TestSupport",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "ClassicTests",
      dependencies: [
        "Classic", "Datasets", "Decomposition", "Learning", "LinearAlgebra", "Optimization", "Stats", "TestSupport",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "LawTests", dependencies: ["Classic", "Decomposition", "Learning", "LinearAlgebra", "TestSupport"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "TestSupport"]),
    .executableTarget(name: "NotebookProbe", dependencies: ["Notebook"], path: "Tests/NotebookProbe"),
    .testTarget(
      name: "DecompositionTests",
      dependencies: [
        "Decomposition", "Learning", "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "DerivationTests",
      dependencies: [
        "Classic", "Decomposition", "Learning", "LinearAlgebra", "Stats",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .executableTarget(name: "NotebookGallery", dependencies: ["Notebook"], path: "Tests/NotebookGallery"),
    .testTarget(
      name: "NotebookTests", dependencies: ["Notebook", "NotebookGallery", "NotebookProbe", "TestSupport"]),
    .testTarget(
      name: "ExamplesTests",
      dependencies: [
        "TestSupport", "cross-validation", "golden-chain", "gradient-descent", "logistic-regression",
        "maximum-likelihood", "multiclass", "pca-components", "regularization",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
