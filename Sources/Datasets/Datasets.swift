/// Data to learn from: classic data sets that are part of the program, and generators whose truth is known.
///
///     let iris = try Datasets.iris()
///     iris.features      // Matrix 150 x 4
///     iris.labels        // [0, 0, ...]
///     iris.labelNames    // ["setosa", "versicolor", "virginica"]
///
///     var generator = SeededGenerator(seed: 7)
///     let rings = try Datasets.circles(count: 200, using: &generator)
///
/// Data of your own come in through ``CSVReader``.
public enum Datasets {}
