// Measures pages with Lighthouse as a phone sees them: node lighthouse.mjs PORT ADDRESS…, where PORT is the debugging port of a Chromium that runs.
// For each address a line: {"address", "scores": {category: 0…100}, "failed": ["audit: what is wrong", …]}.

import lighthouse from "lighthouse";

const [port, ...addresses] = process.argv.slice(2);
const onlyCategories = ["performance", "accessibility", "best-practices", "seo"];

for (const address of addresses) {
  const { lhr } = await lighthouse(address, { port: Number(port), logLevel: "error", onlyCategories });
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  const categories = Object.values(lhr.categories);
  const scores = Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(score * 100)]));
  const counted = new Set(categories.flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
  const failed = Object.values(lhr.audits)
    .filter(({ id, score }) => counted.has(id) && score !== null && score < 0.9)
    .map(({ id, title, displayValue, details }) => `${id}: ${title} ${displayValue ?? ""} ${(details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? "").join(" ")}`.trim());
  console.log(JSON.stringify({ address, scores, failed }));
}
