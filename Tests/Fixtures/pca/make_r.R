# Writes the principal components that R finds of the arrests in 50 states on the correlation matrix: usarrests.json.
#
#     Rscript make_r.R DIRECTORY_OF_CSV_FILES DIRECTORY_FOR_THE_JSON
#
# Signs are R's own; the test fixes them.

arguments <- commandArgs(trailingOnly = TRUE)
x <- read.csv(file.path(arguments[1], "usarrests.csv"), row.names = 1)
fit <- prcomp(x, scale. = TRUE)
print(R.version.string)
print(summary(fit))

numbers <- function(v) paste0("[", paste(sprintf("%.17g", v), collapse = ","), "]")
rows <- function(m) paste0("[", paste(apply(m, 1, numbers), collapse = ","), "]")

json <- sprintf(
  '{"version":"%s","deviations":%s,"rotation":%s,"center":%s,"scale":%s,"scores":%s}',
  R.version.string, numbers(fit$sdev), rows(fit$rotation), numbers(fit$center), numbers(fit$scale),
  rows(fit$x[1:5, ]))
writeLines(json, file.path(arguments[2], "usarrests.json"))
