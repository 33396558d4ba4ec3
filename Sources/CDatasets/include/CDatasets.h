// The data files of Resources/, byte for byte, as part of the program.
#ifndef SWIFT_CLASSIC_CDATASETS_H
#define SWIFT_CLASSIC_CDATASETS_H

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} classic_file;

classic_file classic_iris_csv(void);
classic_file classic_wine_csv(void);
classic_file classic_breast_cancer_csv(void);
classic_file classic_digits_csv(void);
classic_file classic_usarrests_csv(void);
classic_file classic_horse_kicks_csv(void);
classic_file classic_faithful_csv(void);
classic_file classic_michelson_csv(void);
classic_file classic_saheart_csv(void);
classic_file classic_default_csv(void);
classic_file classic_diabetes_csv(void);
classic_file classic_insurance_csv(void);

#endif
