import pandas as pd

root = "@root@"
figures = pd.read_csv(root + "@figures.csv@", dtype={"agency_id": str, "raw": str, "location": str})
cell = figures[(figures["table"] == "@table@") & (figures["row"] == "@row@") & (figures["column"] == "@column@")]
print(cell[["agency", "value", "state"]])
