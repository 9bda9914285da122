// What DuckDB reads: each query of a file of JSON, as JSON. Nothing is fetched. Its extension for SQLite is not built in and would have to be, so that
// the database is left to SQLite itself.
//   node duckdb.mjs FILE
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const database = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' });
const connection = await database.connect();
const results = [];
for (const query of JSON.parse(readFileSync(process.argv[2], 'utf8')))
  results.push((await connection.runAndReadAll(query)).getRowsJson());
console.log(JSON.stringify(results));
