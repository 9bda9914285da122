// Makes the tables of the search: folding.txt, each line what characters are to a search and then those characters; pinyin.txt, each line a syllable and the characters read so.
import { writeFileSync } from "node:fs";
import { Converter } from "opencc-js";
import { pinyin } from "pinyin-pro";

const converters = ["t", "tw", "hk"].map((from) => Converter({ from, to: "cn" }));

function simplify(c) {
  return converters.map((convert) => convert(c)).find((simple) => simple !== c) ?? c;
}

/** Blocks whose compatibility forms stand in Chinese texts. */
const Compatible = [[0x00a0, 0x00ff], [0x02b0, 0x02ff], [0x2000, 0x33ff], [0xf900, 0xfaff], [0xfb00, 0xfb06], [0xfe30, 0xfe6f], [0xff5f, 0xffef]];
const Han = [[0x3400, 0x4dbf], [0x4e00, 0x9fff]];

function* of(blocks) {
  for (const [from, to] of blocks) for (let c = from; c <= to; c++) yield String.fromCharCode(c);
}

function table(pairs) {
  const lines = new Map();
  for (const [from, to] of pairs) lines.set(to, (lines.get(to) ?? "") + from);
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([to, from]) => `${to} ${from}\n`).join("");
}

function* folds() {
  for (const c of of([...Compatible, ...Han])) {
    const plain = c.normalize("NFKC").toLowerCase();
    const folded = [...plain].map((part) => (/\p{Script=Han}/u.test(part) ? simplify(part) : part)).join("");
    // A blank, and what begins with one, is for the rules on white space; beyond the basic plane characters are left alone.
    if (folded !== c && !/^\s|\s$/.test(folded) && folded.length > 0 && !/[\ud800-\udfff]/.test(folded)) yield [c, folded];
  }
}

function* readings() {
  for (const c of of(Han.slice(1))) {
    const read = pinyin(c, { toneType: "none", type: "array", v: true })[0];
    if (/^[a-zü]+$/.test(read ?? "")) yield [c, read.replaceAll("ü", "v")];
  }
}

writeFileSync(new URL("folding.txt", import.meta.url), table(folds()));
writeFileSync(new URL("pinyin.txt", import.meta.url), table(readings()));
