# DeLong's variances and test by R's pROC on the South African heart disease data, for ComparisonTests.
# Run in the folder of saheart.csv: Rscript make_proc.R
suppressMessages(library(pROC))
heart <- read.csv("saheart.csv")
ill <- heart[[ncol(heart)]]
age <- roc(ill, heart$age, levels = c(0, 1), direction = "<", quiet = TRUE)
tobacco <- roc(ill, heart$tobacco, levels = c(0, 1), direction = "<", quiet = TRUE)
test <- roc.test(age, tobacco, method = "delong")
options(digits = 17)
print(c(auc(age), auc(tobacco)))
print(c(var(age, method = "delong"), var(tobacco, method = "delong")))
print(ci(age))
print(c(test$statistic, test$p.value))
cat(R.version.string, "pROC", as.character(packageVersion("pROC")), "\n")
