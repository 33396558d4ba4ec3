// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [
    .library(name: "Notebook", targets: ["Notebook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Ground floor: C, never part of the API.
    .systemLibrary(name: "CLAPACK"),

    // Runs the examples: knows scripts, tables and checks, and no algorithm.
    .target(
      name: "Notebook",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
    // A small script that NotebookTests runs as a process of its own.
    .executableTarget(name: "NotebookProbe", dependencies: ["Notebook"], path: "Tests/NotebookProbe"),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook", "NotebookProbe"]),
  ],
  swiftLanguageModes: [.v6]
)
