// Whether a file is a SARIF 2.1.0 log: exit code 0 and silence if it is, else 1 and what is wrong with it.
// The schema comes from a package that has it for tests of its own; nothing else of that package is used.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// One of its patterns is none with the flag u.
const ajv = new draft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(read(schema));
if (!validate(read(process.argv[2]))) {
  console.error(validate.errors.map((error) => `${error.instancePath} ${error.message}`).join('\n'));
  process.exit(1);
}
