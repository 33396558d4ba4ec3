// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic-benchmarks",
  dependencies: [
    // The name, for the folder may be called anything.
    .package(name: "swift-classic", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Classic", package: "swift-classic"),
        .product(name: "Datasets", package: "swift-classic"),
        .product(name: "Decomposition", package: "swift-classic"),
        .product(name: "Learning", package: "swift-classic"),
        .product(name: "LinearAlgebra", package: "swift-classic"),
        .product(name: "Optimization", package: "swift-classic"),
        .product(name: "Stats", package: "swift-classic"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
