"""Writes splitters.json: the test rows of scikit-learn's splitters for grouped rows and for rows in order of time.

    python make_splitters.py
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.model_selection import GroupKFold, LeaveOneGroupOut, StratifiedGroupKFold, TimeSeriesSplit

folder = pathlib.Path(__file__).parent
random = numpy.random.default_rng(31)


def tests(splits):
    return [test.tolist() for _, test in splits]


def grouped(sizes, fold_count, class_count, shares_differ):
    """Groups that appear in the order of their numbers, so that both sides break ties in the same way."""
    groups = numpy.repeat(numpy.arange(len(sizes)), sizes)
    if shares_differ:
        labels = numpy.concatenate(
            [random.choice(class_count, size, p=random.dirichlet(numpy.ones(class_count))) for size in sizes])
    else:
        labels = random.integers(0, class_count, len(groups))
    # Rows of several groups lie among each other, behind the first row of each.
    firsts = numpy.unique(groups, return_index=True)[1]
    rest = random.permutation(numpy.setdiff1d(numpy.arange(len(groups)), firsts))
    order = numpy.concatenate([firsts, rest])
    groups, labels = groups[order], labels[order]
    return {
        "groups": groups.tolist(),
        "labels": labels.tolist(),
        "foldCount": fold_count,
        # Sizes must differ: scikit-learn sorts groups of equal size in no order that it promises.
        "grouped": tests(GroupKFold(fold_count).split(groups, labels, groups))
        if len(set(sizes)) == len(sizes) else None,
        "stratified": tests(StratifiedGroupKFold(fold_count).split(groups, labels, groups)),
        "leaveOneGroupOut": tests(LeaveOneGroupOut().split(groups, labels, groups)),
    }


def series(count, split_count, test_count, gap, limit):
    splitter = TimeSeriesSplit(split_count, max_train_size=limit, test_size=test_count, gap=gap)
    splits = list(splitter.split(numpy.zeros(count)))
    return {
        "count": count,
        "splitCount": split_count,
        "testCount": test_count,
        "gap": gap,
        "maximumTrainingCount": limit,
        "training": [training.tolist() for training, _ in splits],
        "test": tests(splits),
    }


document = {
    "made by": f"make_splitters.py, scikit-learn {sklearn.__version__}, numpy {numpy.__version__}",
    "groups": [
        grouped([5, 9, 1, 7, 3, 12, 4, 2], 3, 2, True),
        grouped([20, 6, 11, 8, 3, 15, 9, 2, 13, 5, 7], 5, 3, False),
        grouped(list(random.permutation(numpy.arange(1, 25))), 4, 3, True),
        grouped([10, 2, 2, 2, 2, 2, 2, 2, 3, 3], 2, 2, False),
    ],
    "series": [
        series(6, 5, None, 0, None),
        series(23, 5, None, 0, None),
        series(23, 3, None, 2, None),
        series(23, 3, 4, 0, 5),
        series(30, 4, 3, 5, 7),
        series(9, 2, None, 2, None),
    ],
}
(folder / "splitters.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")
