curl -fsSO '@root@data/archive.sqlite'
sqlite3 archive.sqlite "SELECT agency, year, value, state FROM figures_tidy
  WHERE \"table\" = '@table@' AND \"row\" = '@row@' AND \"column\" = '@column@' ORDER BY agency, year"
