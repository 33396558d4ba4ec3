"""Writes metrics.json: what scikit-learn finds of predictions, probabilities and scores, the folds that it deals, and
what they say of its NearestCentroid on iris.csv and wine.csv.

    python make_metrics.py
"""

import json
import pathlib

import numpy
import sklearn
from scipy.spatial.distance import cdist
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score
from sklearn.neighbors import NearestCentroid

folder = pathlib.Path(__file__).parent
random = numpy.random.default_rng(20)


def ranking(name, scores, labels, weights=None):
    scores, labels = numpy.asarray(scores, float), numpy.asarray(labels, bool)
    precisions, recalls, _ = metrics.precision_recall_curve(labels, scores, sample_weight=weights)
    fpr, tpr, thresholds = metrics.roc_curve(labels, scores, sample_weight=weights, drop_intermediate=False)
    return {
        "name": name,
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "weights": None if weights is None else numpy.asarray(weights, float).tolist(),
        "area": metrics.roc_auc_score(labels, scores, sample_weight=weights),
        "falsePositiveRates": fpr.tolist(),
        "truePositiveRates": tpr.tolist(),
        # The first is infinity, which JSON has no number for.
        "thresholds": thresholds[1:].tolist(),
        "averagePrecision": metrics.average_precision_score(labels, scores, sample_weight=weights),
        "precisions": precisions[::-1].tolist(),
        "recalls": recalls[::-1].tolist(),
    }


def rankings():
    labels = random.random(60) < 0.4
    scores = labels + random.normal(size=60)
    weights = random.random(60) * 3
    counts = random.integers(0, 4, size=60)
    return [
        ranking("scores without ties", scores, labels),
        ranking("heavy ties", numpy.round(scores), labels),
        ranking("two scores", scores > 0.5, labels),
        ranking("weights", scores, labels, weights),
        ranking("heavy ties and weights", numpy.round(scores), labels, weights),
        ranking("heavy ties and whole weights, some of them zero", numpy.round(scores), labels, counts),
        ranking("equal scores", numpy.full(20, 0.25), labels[:20]),
        ranking("perfect ranking", numpy.where(labels, 1, -1) * (1 + random.random(60)), labels),
        ranking("inverted ranking", numpy.where(labels, -1, 1) * (1 + random.random(60)), labels),
        ranking("one true row", [0.1, 0.4, 0.35, 0.8], [False, False, True, False]),
    ]


def binary(weights):
    labels = random.random(40) < 0.6
    p = random.beta(2, 2, size=40)
    logits = numpy.log(p / (1 - p))
    return {
        "logOdds": logits.tolist(),
        "probabilities": p.tolist(),
        "labels": labels.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "accuracy": metrics.accuracy_score(labels, p > 0.5, sample_weight=weights),
        "logLoss": metrics.log_loss(labels, p, sample_weight=weights),
        "brierScore": metrics.brier_score_loss(labels, p, sample_weight=weights),
    }


def classes(weights, random=random, there=3):
    """`there`: how many of the three classes are the label of a row."""
    names = numpy.array(["ant", "bee", "cow"])
    p = random.dirichlet([1, 2, 0.5], size=40)
    labels = names[random.integers(0, there, size=40)]
    predictions = names[p.argmax(axis=1)]
    return {
        "probabilities": p.tolist(),
        "labels": labels.tolist(),
        "predictions": predictions.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "accuracy": metrics.accuracy_score(labels, predictions, sample_weight=weights),
        "logLoss": metrics.log_loss(labels, p, labels=names, sample_weight=weights),
        "brierScore": metrics.brier_score_loss(labels, p, labels=names, sample_weight=weights),
    }


def confusion(name, names, labels, predictions, weights=None):
    given = {"labels": names, "sample_weight": weights, "zero_division": 0}

    def all_averages(measure, **options):
        return {
            "each": measure(labels, predictions, average=None, **given, **options).tolist(),
            **{
                average: measure(labels, predictions, average=average, **given, **options)
                for average in ("macro", "micro", "weighted")
            },
        }

    return {
        "name": name,
        "classes": names,
        "labels": labels.tolist(),
        "predictions": predictions.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "counts": metrics.confusion_matrix(labels, predictions, labels=names, sample_weight=weights).tolist(),
        "accuracy": metrics.accuracy_score(labels, predictions, sample_weight=weights),
        "balancedAccuracy": metrics.balanced_accuracy_score(labels, predictions, sample_weight=weights),
        "precision": all_averages(metrics.precision_score),
        "recall": all_averages(metrics.recall_score),
        "f1": all_averages(metrics.f1_score),
        "f2": all_averages(metrics.fbeta_score, beta=2),
        "matthews": metrics.matthews_corrcoef(labels, predictions, sample_weight=weights),
        "kappa": metrics.cohen_kappa_score(labels, predictions, labels=names, sample_weight=weights),
    }


def confusions():
    random = numpy.random.default_rng(21)
    names = numpy.array(["ant", "bee", "cow", "dog"])
    labels = random.integers(0, 4, size=80)
    predictions = numpy.where(random.random(80) < 0.6, labels, random.integers(0, 4, size=80))
    weights = random.random(80) * 3
    some = labels < 3
    two = numpy.array(["no", "yes"])
    return [
        confusion("four classes", names.tolist(), names[labels], names[predictions]),
        confusion("weights", names.tolist(), names[labels], names[predictions], weights),
        confusion("a class that is no label", names.tolist(), names[labels[some]], names[predictions[some]]),
        confusion(
            "a class that is never predicted", names.tolist(), names[labels], names[predictions % 3], weights),
        confusion("a class that is neither", names.tolist(), names[labels % 3], names[predictions % 3]),
        confusion("one prediction", two.tolist(), two[labels % 2], two[0 * predictions], weights),
        confusion("two classes", two.tolist(), two[labels % 2], two[predictions % 2], weights),
    ]


def regression(name, predictions, targets, weights=None):
    def value(measure):
        return float(measure(targets, predictions, sample_weight=weights))

    return {
        "name": name,
        "predictions": predictions.tolist(),
        "targets": targets.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "meanSquared": value(metrics.mean_squared_error),
        "rootMeanSquared": value(metrics.root_mean_squared_error),
        "meanAbsolute": value(metrics.mean_absolute_error),
        "medianAbsolute": value(metrics.median_absolute_error),
        "maximum": float(metrics.max_error(targets, predictions)),
        "meanAbsolutePercentage": value(metrics.mean_absolute_percentage_error),
        "rSquared": value(metrics.r2_score),
        "explainedVariance": value(metrics.explained_variance_score),
    }


def regressions():
    random = numpy.random.default_rng(22)
    targets = random.normal(5, 2, size=41)
    predictions = targets + random.normal(0.3, 1, size=41)
    weights = random.random(41) * 3
    return [
        regression("an odd number of rows", predictions, targets),
        regression("an even number of rows", predictions[1:], targets[1:]),
        regression("weights", predictions, targets, weights),
        regression("predictions that are worse than the mean", predictions + 20, targets, weights),
        regression("ties and whole weights", numpy.round(predictions), numpy.round(targets) + 0.5,
                   numpy.ceil(weights)),
    ]


def multiclass(name, probabilities, labels, weights=None, repeated=None):
    """`repeated`: rows as often as their weight says, for what scikit-learn has no weights for."""
    classes = numpy.arange(probabilities.shape[1])

    def area(average, comparison, rows=slice(None), **options):
        return metrics.roc_auc_score(
            labels[rows], probabilities[rows], labels=classes, average=average, multi_class=comparison, **options)

    pairs = slice(None) if repeated is None else repeated
    return {
        "name": name,
        "probabilities": probabilities.tolist(),
        "labels": labels.tolist(),
        "weights": None if weights is None else weights.tolist(),
        "oneVsRest": {
            average: area(average, "ovr", sample_weight=weights) for average in ("macro", "micro", "weighted")
        },
        "oneVsOne": None if weights is not None and repeated is None else {
            average: area(average, "ovo", pairs) for average in ("macro", "weighted")
        },
        "averagePrecision": {
            average: metrics.average_precision_score(
                binarized(labels, classes), probabilities, average=average, sample_weight=weights)
            for average in ("macro", "micro", "weighted")
        },
        "topTwo": metrics.top_k_accuracy_score(labels, probabilities, k=2, labels=classes, sample_weight=weights),
    }


def binarized(labels, classes):
    return (labels[:, None] == classes).astype(int)


def multiclasses():
    random = numpy.random.default_rng(25)
    labels = random.integers(0, 4, size=90)
    probabilities = random.dirichlet([1, 2, 0.5, 1], size=90)
    probabilities[numpy.arange(90), labels] += 0.4
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    three = labels % 3
    # Whole tenths, whose order is that of the numbers written here: many ties.
    ties = random.multinomial(10, [0.3, 0.3, 0.4], size=90) / 10
    weights = random.random(90) * 3
    counts = random.integers(0, 4, size=90)
    return [
        multiclass("four classes", probabilities, labels),
        multiclass("weights", probabilities, labels, weights),
        multiclass("ties", ties, three),
        multiclass("ties and weights", ties, three, weights),
        multiclass("ties and whole weights", ties, three, counts, numpy.repeat(numpy.arange(90), counts)),
        multiclass("equal probabilities", numpy.full((90, 4), 0.25), labels),
    ]


def clustering(name, clusters, labels):
    clusters, labels = numpy.asarray(clusters), numpy.asarray(labels)
    homogeneity, completeness, v = metrics.homogeneity_completeness_v_measure(labels, clusters)
    return {
        "name": name,
        "clusters": clusters.tolist(),
        "labels": labels.tolist(),
        "rand": metrics.rand_score(labels, clusters),
        "adjustedRand": metrics.adjusted_rand_score(labels, clusters),
        "mutualInformation": metrics.mutual_info_score(labels, clusters),
        "normalized": {
            mean: metrics.normalized_mutual_info_score(labels, clusters, average_method=mean)
            for mean in ("arithmetic", "geometric", "min", "max")
        },
        "adjusted": {
            mean: metrics.adjusted_mutual_info_score(labels, clusters, average_method=mean)
            for mean in ("arithmetic", "geometric", "min", "max")
        },
        "homogeneity": homogeneity,
        "completeness": completeness,
        "vMeasure": v,
        "vMeasureOfTwo": metrics.v_measure_score(labels, clusters, beta=2),
    }


def clusterings():
    random = numpy.random.default_rng(26)
    labels = random.integers(0, 4, size=80)
    noisy = numpy.where(random.random(80) < 0.7, labels, random.integers(0, 5, size=80))
    return [
        clustering("noisy", noisy, labels),
        clustering("more clusters than labels", noisy + 5 * (random.random(80) < 0.3), labels),
        clustering("independent", random.integers(0, 3, size=80), labels),
        clustering("equal up to names", (labels + 1) % 4, labels),
        clustering("one cluster", 0 * labels, labels),
        clustering("one cluster of one label", [1, 1, 1], [2, 2, 2]),
        clustering("singletons", numpy.arange(80), labels),
        clustering("singletons of singletons", [3, 1, 2], [1, 2, 3]),
        clustering("one row", [1], [2]),
    ]


def silhouettes():
    random = numpy.random.default_rng(27)
    results = []
    for dimensions in (2, 20):
        clusters = random.integers(0, 4, size=70)
        x = random.normal(size=(70, dimensions)) + 2 * clusters[:, None]
        # A singleton, and two rows in the same place.
        clusters[5] = 9
        if dimensions == 2:
            x[7] = x[6]
        # Distances by differences: those of scikit-learn's products are off where rows coincide.
        distances = cdist(x, x)
        results.append({
            "x": x.tolist(),
            "clusters": clusters.tolist(),
            "values": metrics.silhouette_samples(distances, clusters, metric="precomputed").tolist(),
            "mean": metrics.silhouette_score(distances, clusters, metric="precomputed"),
        })
    return results


def calibrations():
    random = numpy.random.default_rng(23)
    probabilities = random.beta(1, 2, size=70)
    labels = random.random(70) < probabilities**1.5
    curves = [(count, calibration_curve(labels, probabilities, n_bins=count)) for count in (1, 5, 10, 40)]
    return [
        {
            "probabilities": probabilities.tolist(),
            "labels": labels.tolist(),
            "binCount": count,
            "shares": shares.tolist(),
            "means": means.tolist(),
        }
        for count, (shares, means) in curves
    ]


def placement_covariance(scores, labels):
    """Areas and their covariance by DeLong's definition: every pair of a true and a false row, looked at."""
    above = [
        (s[labels][:, None] > s[~labels]) + 0.5 * (s[labels][:, None] == s[~labels]) for s in scores
    ]
    of_true = numpy.array([pairs.mean(axis=1) for pairs in above])
    of_false = numpy.array([pairs.mean(axis=0) for pairs in above])
    covariance = numpy.cov(of_true) / of_true.shape[1] + numpy.cov(of_false) / of_false.shape[1]
    return of_true.mean(axis=1), covariance


def paired_areas():
    random = numpy.random.default_rng(24)
    labels = random.random(50) < 0.4
    first = labels + random.normal(size=50)
    second = 0.5 * first + random.normal(size=50)
    results = []
    for scores in ([first, second], [numpy.round(first), numpy.round(2 * second)]):
        areas, covariance = placement_covariance(scores, labels)
        contrast = numpy.array([1, -1])
        results.append({
            "labels": labels.tolist(),
            "scores": [s.tolist() for s in scores],
            "areas": areas.tolist(),
            "variances": numpy.diag(covariance).tolist(),
            "statistic": (areas[0] - areas[1]) / numpy.sqrt(contrast @ covariance @ contrast),
        })
    return results


def folds(labels, count):
    return {
        "labels": labels.tolist(),
        "foldCount": count,
        "plain": [test.tolist() for _, test in KFold(count).split(labels)],
        "stratified": [test.tolist() for _, test in StratifiedKFold(count).split(labels, labels)],
    }


def cross_validation(name):
    table = numpy.loadtxt(folder / f"{name}.csv", delimiter=",", skiprows=1)
    return cross_val_score(NearestCentroid(), table[:, :-1], table[:, -1].astype(int), cv=StratifiedKFold(10)).tolist()


document = {
    "made by": f"make_metrics.py, scikit-learn {sklearn.__version__}, numpy {numpy.__version__}",
    "rankings": rankings(),
    "binary": [binary(None), binary(random.random(40) * 3)],
    "classes": [
        classes(None),
        classes(random.random(40) * 3),
        classes(numpy.arange(40) % 4 / 2, numpy.random.default_rng(28), there=2),
    ],
    "confusions": confusions(),
    "regressions": regressions(),
    "calibrations": calibrations(),
    "multiclasses": multiclasses(),
    "clusterings": clusterings(),
    "silhouettes": silhouettes(),
    "pairedAreas": paired_areas(),
    "folds": [
        folds(random.integers(0, 3, size=47), 5),
        folds(numpy.sort(random.integers(0, 4, size=62)), 7),
        folds(random.integers(0, 2, size=9), 2),
    ],
    "crossValidation": {name: cross_validation(name) for name in ("iris", "wine")},
}
(folder / "metrics.json").write_text(json.dumps(document) + "\n")
