import { each, esc, link, mark, page, table } from "../html.js";

export const data = { permalink: "index.html" };

const cell = (key) => ([slug, word]) => `<td class="${slug ? "" : "missing"}">${slug ? link(`agencies/${key}/${slug}.html`, word) : `<span>${esc(word)}</span>`}</td>`;

export const render = ({ archive: { site, agencies, newest, counts } }) => page(site, "", site.title, [], `<dl class="counts">
${each(counts, ([label, value]) => `<div><dt>${esc(label)}</dt><dd>${esc(value)}</dd></div>`)}
</dl>
<section aria-labelledby="coverage">
<h2 id="coverage">收录了什么</h2>
${table("coverage", "各机关各年度报告收录情况", ["机关", ...site.years],
    each(agencies, (agency) => `<tr><th scope="row">${link(`agencies/${agency.key}/index.html`, agency.name)}</th>${agency.coverage.map(cell(agency.key)).join("")}</tr>`))}
</section>
<section aria-labelledby="newest">
<h2 id="newest">最近公布</h2>
<ol class="newest">
${each(newest, (report) => `<li><time datetime="${report.published}">${report.published}</time> ${link(`agencies/${report.agency}/${report.slug}.html`, `${report.name} ${report.year}年度报告`)} ${mark(report.counts)}</li>`)}
</ol>
</section>`);
