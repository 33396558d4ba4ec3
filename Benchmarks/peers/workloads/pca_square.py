"""The principal components that hold 95 % of the variance of 5000 x 2000, whose eigenvalues fall slowly."""
import numpy as np

from ..pca_peers import numpy_covariance, one_dal, scikit_learn
from ..recipes import generator
from ..variance_share import VarianceShare
from ..workload import Arrays, Workload

FILE = "pcasq_X"
TOLERANCE = 1e-6
# What scikit-learn's full SVD finds on these data.
COMPONENTS = 645


def make_data() -> Arrays:
    random = generator(71)
    scale = 1.0 / np.arange(1, 2001) ** 0.6
    rotation = np.linalg.qr(random.standard_normal((2000, 2000)))[0]
    return {FILE: (random.standard_normal((5000, 2000)) * scale) @ rotation.T + 1.0}


WORKLOAD = Workload(
    name="pca-square",
    make_data=make_data,
    files=(FILE,),
    peers=(
        scikit_learn(FILE, "covariance_eigh", n_components=0.95),
        scikit_learn(FILE, "full", n_components=0.95),
        numpy_covariance(FILE, variance=0.95),
        one_dal(FILE, n_components=0.95),
    ),
    judge=lambda data: VarianceShare(data[FILE], components=COMPONENTS, tolerance=TOLERANCE, is_exact=True),
    quality_name="share of the variance",
    quality_tolerance=TOLERANCE,
    limit=0.5,
    limit_estimate="n d² = 20 GFLOP (one triangle) at 90 GFLOP/s, and the eigenvectors of 2000 x 2000",
)
