import json, urllib.request

root = "@root@"
with urllib.request.urlopen(root + "@agency.json@") as answer:
    agency = json.load(answer)
for cells in agency["series"].values():
    for of in cells.get("@cell@", []):
        print(of["year"], of["value"], of["state"])
