"""Five folds of a ridge logistic regression, 200,000 x 100, for ten strengths, and a fit of the best to all rows."""
import numpy as np

from ..cross_validated_loss import CrossValidatedLoss
from ..workload import Arrays, Peer, Workload
from . import logreg_binary_dense

X, Y, C = "lrd_X", "lrd_y", "cv_C"
FOLDS = 5
TOLERANCE = 1e-4


def make_data() -> Arrays:
    return logreg_binary_dense.make_data() | {C: np.logspace(-4, 1, 10)}


def scikit_learn(solver: str, *, is_slow: bool = False) -> Peer:
    def fit(data: Arrays):
        from sklearn.linear_model import LogisticRegressionCV
        return LogisticRegressionCV(
            Cs=data[C], cv=FOLDS, solver=solver, scoring="neg_log_loss", tol=1e-4, n_jobs=None, refit=True,
            l1_ratios=(0,), use_legacy_attributes=False).fit(data[X], data[Y])

    def output(model) -> Arrays:
        return {"log_losses": -np.asarray(model.scores_).reshape(FOLDS, -1).T.ravel(),
                "coefficients": np.append(model.coef_[0], model.intercept_[0])}
    return Peer(f"scikit-learn LogisticRegressionCV {solver}", fit, output, ("scikit-learn",), is_slow=is_slow)


def one_dal() -> Peer:
    def fit(data: Arrays):
        from sklearn.model_selection import GridSearchCV
        from sklearnex.linear_model import LogisticRegression
        return GridSearchCV(
            LogisticRegression(solver="lbfgs", tol=1e-4), {"C": data[C]}, cv=FOLDS, scoring="neg_log_loss"
        ).fit(data[X], data[Y])

    def output(search) -> Arrays:
        losses = np.column_stack([-search.cv_results_[f"split{fold}_test_score"] for fold in range(FOLDS)])
        model = search.best_estimator_
        return {"log_losses": losses.ravel(), "coefficients": np.append(np.ravel(model.coef_), np.ravel(model.intercept_))}
    return Peer("oneDAL GridSearchCV lbfgs", fit, output, ("scikit-learn-intelex", "scikit-learn"), is_slow=True)


WORKLOAD = Workload(
    name="cv-5fold-logistic",
    make_data=make_data,
    files=(X, Y, C),
    peers=(scikit_learn("newton-cholesky"), scikit_learn("lbfgs", is_slow=True), one_dal()),
    judge=lambda data: CrossValidatedLoss(
        data[X], data[Y], strengths=data[C], folds=FOLDS, tolerance=TOLERANCE),
    quality_name="1 - largest relative error of a held-out loss or of the objective",
    quality_tolerance=TOLERANCE,
    limit=1.0,
    limit_estimate="15 passes over the rows as products with the coefficients of 50 fits, 4 n d flops a fit",
)
