// Whether JSON is as its schema says: exit code 0 and silence if it is, else 1 and what is wrong, a line each.
//   node validate.mjs sarif FILE     a SARIF 2.1.0 log. The schema comes from a package that has it for tests of its own; nothing else of that package is used.
//   node validate.mjs archive FOLDER every JSON document in the output of a build, by the schema that its first member names, and these schemas themselves.
//   node validate.mjs descriptions FOLDER  what describes the CSV files there, by what the standards say of it (data-package.json, csvw.json).
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import draft04 from 'ajv-draft-04';
import draft2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const wrong = [];
const judge = (name, validate, json) => {
  if (!validate(json))
    for (const error of validate.errors)
      wrong.push(`${name}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
};

const sarif = (path) => {
  // One of its patterns is none with the flag u.
  const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(ajv);
  judge(path, ajv.compile(read(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))), read(path));
};

// Of a format of its own, which stands elsewhere: the Data Package and feeds. What is received as JSON is published as .json.txt.
const isOther = (path) => path === 'data/datapackage.json' || /(^|[/.])csv-metadata\.json$/.test(path) || /(^|\/)feed\.json$/.test(path);

const archive = (folder) => {
  const ajv = new draft2020.default({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
  formats.default(ajv);
  const schemas = new Map();
  const schema = (path) => {
    if (!schemas.has(path)) {
      const json = read(path);
      if (json.$schema !== 'https://json-schema.org/draft/2020-12/schema' || !ajv.validateSchema(json))
        wrong.push(`${relative(folder, path)}: is no schema ${JSON.stringify(ajv.errors)}`);
      schemas.set(path, ajv.compile(json));
    }
    return schemas.get(path);
  };
  let seen = 0;
  for (const path of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.json')).map((path) => path.split(sep).join('/')).sort()) {
    const file = join(folder, path);
    if (path.startsWith('data/schema/'))
      schema(file);
    else if (!isOther(path)) {
      const json = read(file);
      const [first] = Object.keys(json);
      if (first !== '$schema' || /^(\w+:|\/)/.test(json.$schema))
        wrong.push(`${path}: does not begin with the relative address of its schema`);
      else
        judge(path, schema(fileURLToPath(new URL(json.$schema, pathToFileURL(file)))), json);
      seen++;
    }
  }
  if (seen === 0)
    wrong.push('There is no document.');
};

const descriptions = (folder) => {
  const ajv = new draft2020.default({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  formats.default(ajv);
  const schema = (name) => ajv.compile(read(fileURLToPath(new URL(name, import.meta.url))));
  const [dataPackage, table] = [schema('data-package.json'), schema('csvw.json')];
  judge('data/datapackage.json', dataPackage, read(join(folder, 'data/datapackage.json')));
  const files = readdirSync(folder, { recursive: true }).map((path) => path.split(sep).join('/'));
  for (const path of files.filter((path) => /(^|[/.])csv-metadata\.json$/.test(path)).sort())
    judge(path, table, read(join(folder, path)));
};

({ sarif, archive, descriptions })[process.argv[2]](process.argv[3]);
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
