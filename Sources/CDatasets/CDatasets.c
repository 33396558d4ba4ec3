#include "CDatasets.h"

// #embed is C23; this clang has it in every mode and only mentions that it is new.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char iris_csv[] = {
#embed "Resources/iris.csv"
};

static const unsigned char wine_csv[] = {
#embed "Resources/wine.csv"
};

static const unsigned char breast_cancer_csv[] = {
#embed "Resources/breast_cancer.csv"
};

static const unsigned char digits_csv[] = {
#embed "Resources/digits.csv"
};

static const unsigned char usarrests_csv[] = {
#embed "Resources/usarrests.csv"
};

classic_file classic_iris_csv(void) { return (classic_file){iris_csv, sizeof iris_csv}; }
classic_file classic_wine_csv(void) { return (classic_file){wine_csv, sizeof wine_csv}; }
classic_file classic_breast_cancer_csv(void) { return (classic_file){breast_cancer_csv, sizeof breast_cancer_csv}; }
classic_file classic_digits_csv(void) { return (classic_file){digits_csv, sizeof digits_csv}; }
classic_file classic_usarrests_csv(void) { return (classic_file){usarrests_csv, sizeof usarrests_csv}; }
