SELECT agency, value, state
FROM read_csv('@root@@figures.csv@', types = {'agency_id': 'VARCHAR', 'raw': 'VARCHAR'})
WHERE "table" = '@table@' AND "row" = '@row@' AND "column" = '@column@'
ORDER BY agency;
