// MiniSearch over bigrams: `build DOCUMENTS INDEX` writes the index; `ask INDEX QUERIES ANSWERS` answers each query, and again several times; those are timed.
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";

const Repeats = 5;
const options = { fields: ["text"], tokenize };

function tokenize(text) {
  return (text.normalize("NFKC").toLowerCase().match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+(?:[.,]\p{N}+)*/gu) ?? []).flatMap((word) =>
    /^\p{Script=Han}{2}/u.test(word) ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)) : [word.replaceAll(",", "")],
  );
}

// A single character is no bigram, but begins some.
function ask(index, query) {
  return index.search(query, { combineWith: "AND", prefix: (term) => /^\p{Script=Han}$/u.test(term) }).map((hit) => hit.id);
}

const [command, source, ...rest] = process.argv.slice(2);
if (command === "build") {
  const index = new MiniSearch(options);
  index.addAll(JSON.parse(readFileSync(source, "utf8")));
  writeFileSync(rest[0], JSON.stringify(index));
} else {
  const index = MiniSearch.loadJSON(readFileSync(source, "utf8"), options);
  const answers = JSON.parse(readFileSync(rest[0], "utf8")).map((query) => {
    const found = ask(index, query);
    const begun = performance.now();
    for (let i = 0; i < Repeats; i++) ask(index, query);
    return { found, milliseconds: (performance.now() - begun) / Repeats };
  });
  writeFileSync(rest[1], JSON.stringify(answers));
}
