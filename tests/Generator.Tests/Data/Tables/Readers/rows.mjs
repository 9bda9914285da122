// Whether every line of the CSV files is as what describes them says: exit code 0 and how many files and fields were read, else 1 and what is wrong, a line each.
//   node rows.mjs package FOLDER   by data/datapackage.json (Data Package v2). A library of the Table Schema's authors reads each field; it knows v1 only, in which
//                                  missing values are plain texts and belong to the whole schema, so that it gets those of each field.
//   node rows.mjs csvw FOLDER      by each <file>.csv-metadata.json and each csv-metadata.json, by the rules of "Model for Tabular Data" (W3C Recommendation), 6.4.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { parse } from 'csv-parse/sync';
import tableschema from 'tableschema';

const [kind, folder] = process.argv.slice(2);
const wrong = [];
const counted = { files: 0, fields: 0 };

const table = (path, lineTerminator) => {
  const [header, ...lines] = parse(readFileSync(join(folder, path)), { bom: false, delimiter: ',', quote: '"', escape: '"', record_delimiter: lineTerminator });
  counted.files++;
  return { path, header, lines };
};

const judge = ({ path, header, lines }, names, problems) => {
  if (JSON.stringify(header) !== JSON.stringify(names))
    wrong.push(`${path}: columns are ${header}, not ${names}`);
  lines.forEach((line, number) => line.forEach((text, column) => {
    counted.fields++;
    const problem = problems[column](text);
    if (problem)
      wrong.push(`${path}:${number + 2}: ${names[column]} '${text}': ${problem}`);
  }));
};

const values = ({ header, lines }, columns) => {
  const places = columns.map((column) => header.indexOf(column));
  return lines.map((line) => JSON.stringify(places.map((place) => line[place])));
};

const unique = (read, key, isMissing) => {
  const seen = new Set();
  for (const value of values(read, key)) {
    if (seen.has(value))
      wrong.push(`${read.path}: two rows have the key ${value}`);
    if (JSON.parse(value).some(isMissing))
      wrong.push(`${read.path}: a part of the key ${value} is missing`);
    seen.add(value);
  }
};

const byPackage = () => {
  const { resources } = JSON.parse(readFileSync(join(folder, 'data/datapackage.json'), 'utf8'));
  const tables = new Map();
  const texts = (missing) => missing.map(({ value }) => value);
  for (const { name, path, bytes, hash, dialect, schema } of resources) {
    const content = readFileSync(join(folder, 'data', path));
    if (content.length !== bytes)
      wrong.push(`${path}: has ${content.length} bytes, not ${bytes}`);
    if (hash !== `sha256:${createHash('sha256').update(content).digest('hex')}`)
      wrong.push(`${path}: has another hash`);
    if (tables.has(name))
      wrong.push(`${name}: two resources have this name`);
    const read = table(`data/${path}`, dialect.lineTerminator);
    tables.set(name, read);
    judge(read, schema.fields.map((field) => field.name), schema.fields.map(({ missingValues, ...plain }) => {
      const field = new tableschema.Field(plain, { missingValues: texts(missingValues ?? schema.missingValues) });
      return (text) => field.testValue(text) ? '' : `is no ${plain.type}`;
    }));
    if (schema.primaryKey)
      unique(read, schema.primaryKey, (text) => texts(schema.missingValues).includes(text));
  }

  for (const { name, schema } of resources)
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const other = tables.get(reference.resource);
      const known = new Set(other ? values(other, reference.fields) : []);
      for (const value of new Set(values(tables.get(name), fields)))
        if (!known.has(value))
          wrong.push(`${name}: ${reference.resource} lacks ${value}`);
    }
};

const lexical = {
  string: () => true,
  integer: (text) => /^[+-]?\d+$/.test(text),
  decimal: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text),
  gYear: (text) => /^-?(\d{4}|[1-9]\d{4,})(Z|[+-]\d\d:\d\d)?$/.test(text),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text),
};

const byMetadata = () => {
  const suffix = '-metadata.json';
  const files = readdirSync(folder, { recursive: true }).map((path) => path.split(sep).join('/')).filter((path) => path.endsWith(suffix)).sort();
  const described = files.flatMap((file) => {
    const { dialect, tables, ...table } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    if (!tables && `${decodeURIComponent(table.url)}${suffix}` !== basename(file))
      wrong.push(`${file}: is of ${table.url}`);
    return (tables ?? [table]).map(({ url, tableSchema }) => ({ file, url, dialect, tableSchema }));
  });
  for (const { file, url, dialect, tableSchema } of described) {
    const read = table(join(dirname(file), decodeURIComponent(url)), dialect.lineTerminators[0]);
    const { columns } = tableSchema;
    const names = columns.map(({ name }) => name);
    if (new Set(names).size < names.length)
      wrong.push(`${file}: two columns have one name`);
    judge(read, columns.map(({ titles }) => titles.und), columns.map(({ datatype, null: none = [''] }) => (text) => {
      const known = datatype.base === 'boolean' ? (value) => datatype.format.split('|').includes(value) : lexical[datatype];
      return none.includes(text) || known(text) ? '' : `is no ${JSON.stringify(datatype)}`;
    }));
    for (const column of tableSchema.primaryKey ?? [])
      if (!names.includes(column))
        wrong.push(`${file}: there is no column ${column} for the key`);
    if (tableSchema.primaryKey)
      unique(read, tableSchema.primaryKey, () => false);
  }
};

({ package: byPackage, csvw: byMetadata })[kind]();
if (wrong.length > 0) {
  console.error(wrong.slice(0, 50).join('\n'));
  process.exit(1);
}
console.log(JSON.stringify(counted));
