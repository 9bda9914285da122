curl -fsS '@root@data/index.json'
curl -fsS '@root@@report.json@'
curl -fsSO '@root@data/reports.csv'
