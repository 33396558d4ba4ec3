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

static const unsigned char horse_kicks_csv[] = {
#embed "Resources/horse_kicks.csv"
};

static const unsigned char faithful_csv[] = {
#embed "Resources/faithful.csv"
};

static const unsigned char michelson_csv[] = {
#embed "Resources/michelson.csv"
};

static const unsigned char saheart_csv[] = {
#embed "Resources/saheart.csv"
};

static const unsigned char default_csv[] = {
#embed "Resources/default.csv"
};

static const unsigned char diabetes_csv[] = {
#embed "Resources/diabetes.csv"
};

static const unsigned char insurance_csv[] = {
#embed "Resources/insurance.csv"
};

classic_file classic_iris_csv(void) { return (classic_file){iris_csv, sizeof iris_csv}; }
classic_file classic_wine_csv(void) { return (classic_file){wine_csv, sizeof wine_csv}; }
classic_file classic_breast_cancer_csv(void) { return (classic_file){breast_cancer_csv, sizeof breast_cancer_csv}; }
classic_file classic_digits_csv(void) { return (classic_file){digits_csv, sizeof digits_csv}; }
classic_file classic_usarrests_csv(void) { return (classic_file){usarrests_csv, sizeof usarrests_csv}; }
classic_file classic_horse_kicks_csv(void) { return (classic_file){horse_kicks_csv, sizeof horse_kicks_csv}; }
classic_file classic_faithful_csv(void) { return (classic_file){faithful_csv, sizeof faithful_csv}; }
classic_file classic_michelson_csv(void) { return (classic_file){michelson_csv, sizeof michelson_csv}; }
classic_file classic_saheart_csv(void) { return (classic_file){saheart_csv, sizeof saheart_csv}; }
classic_file classic_default_csv(void) { return (classic_file){default_csv, sizeof default_csv}; }
classic_file classic_diabetes_csv(void) { return (classic_file){diabetes_csv, sizeof diabetes_csv}; }
classic_file classic_insurance_csv(void) { return (classic_file){insurance_csv, sizeof insurance_csv}; }
