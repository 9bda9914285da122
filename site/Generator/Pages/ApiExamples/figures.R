root <- "@root@"
figures <- read.csv(paste0(root, "@figures.csv@"), fileEncoding = "UTF-8")
cell <- subset(figures, table == "@table@" & row == "@row@" & column == "@column@")
print(cell[, c("agency", "value", "state")])
