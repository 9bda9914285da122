// The triples of JSON-LD files as N-Quads, each file's after its name. Nothing is fetched: a context that stands elsewhere is an error.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

const documentLoader = (url) => { throw new Error(`not to be fetched: ${url}`); };
for (const file of process.argv.slice(2)) {
  const document = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`# ${file}`);
  console.log(await jsonld.toRDF(document, { base: 'http://archive.example/agencies/a/x.prov.jsonld', documentLoader, format: 'application/n-quads', safe: true }));
}
