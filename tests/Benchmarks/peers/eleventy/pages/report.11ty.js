import { each, esc, link, page } from "../html.js";

export const data = {
  pagination: { data: "archive.reports", size: 1, alias: "report" },
  permalink: ({ report }) => `agencies/${report.agency}/${report.slug}.html`,
};

const spans = (cell) => (cell.c ? ` colspan="${cell.c}"` : "") + (cell.r ? ` rowspan="${cell.r}"` : "");

const figure = (cell, value) => typeof value === "string"
  ? `<td class="number" id="${cell.n}"${spans(cell)}>${esc(value)}</td>`
  : `<td class="${value[1]}" id="${cell.n}"${spans(cell)}>${esc(value[0])}</td>`;

const form = ({ caption, rows }, figures) => `<div class="scroll" tabindex="0" role="region" aria-label="${esc(caption)}">
<table class="figures">
<caption>${esc(caption)}</caption>
${each(rows, (row) => `<tr>${row.map((cell) => "i" in cell ? figure(cell, figures[cell.i]) : `<th scope="${cell.s}"${spans(cell)}>${esc(cell.t)}</th>`).join("")}</tr>`)}
</table>
</div>`;

const own = ({ caption, rows }) => `<div class="scroll" tabindex="0" role="region" aria-label="${esc(caption)}">
<table class="figures own">
<caption>${esc(caption)}</caption>
${each(rows, (row) => `<tr>${row.map((cell) => `<td${spans(cell)}>${esc(cell.t)}</td>`).join("")}</tr>`)}
</table>
</div>`;

const block = (forms) => (item) =>
  item.p !== undefined ? `<p>${esc(item.p)}</p>`
  : item.h !== undefined ? `<h3>${esc(item.h)}</h3>`
  : item.f !== undefined ? form(forms[item.form], item.f)
  : own(item.own);

const failed = (line) => `<div class="finding failed">
<p><strong class="mark">不成立</strong> ${esc(line[0])}</p>
<dl>
<div><dt>左边</dt><dd><b>${esc(line[1])}</b></dd></div>
<div><dt>右边</dt><dd><b>${esc(line[2])}</b></dd></div>
<div><dt>说明</dt><dd>${esc(line[3])}</dd></div>
</dl>
</div>`;

const details = (lines, word, render) => lines.length === 0 ? "" : `<details>
<summary>${lines.length} 项${word}</summary>
<ul>
${each(lines, render)}
</ul>
</details>`;

const rule = ({ label, failed: failures, open, passed }) => `<section class="rule">
<h3>${esc(label)}</h3>
${each(failures, failed)}
${details(open, "无法核对", (line) => `<li>${esc(line[0])}：${esc(line[1])}</li>`)}
${details(passed, "成立", (line) => `<li>${esc(line[0])}：${esc(line[1])} = ${esc(line[2])}</li>`)}
</section>`;

export const render = ({ archive: { site }, forms, report }) => page(site, "../../", report.title, [["index.html", "首页"], ["agencies/index.html", "机关"], [`agencies/${report.agency}/index.html`, report.name]], `<article>
<nav class="adjoining" aria-label="相邻年度">
${report.previous ? link(`${report.previous}.html`, `← ${report.previous}`) : ""}
${link("index.html", report.name)}
${report.next ? link(`${report.next}.html`, `${report.next} →`) : ""}
</nav>
<dl class="facts">
${each(report.facts, ([label, text]) => `<div><dt>${esc(label)}</dt><dd>${esc(text)}</dd></div>`)}
</dl>
<nav class="contents" aria-label="本页内容">
<ul>
${each(report.parts, (part) => `<li>${link(`#${part.id}`, part.heading)}</li>`)}
<li><a href="#checks">勾稽关系</a></li>
</ul>
</nav>
${each(report.parts, (part) => `<section aria-labelledby="${part.id}">
<h2 id="${part.id}">${esc(part.heading)}</h2>
${each(part.blocks, block(forms))}
</section>`)}
<section aria-labelledby="checks" class="checks">
<h2 id="checks">勾稽关系</h2>
<p>不成立 ${report.counts[0]} 项，成立 ${report.counts[1]} 项，无法核对 ${report.counts[2]} 项。无法核对，是因为需要的格空白、缺失或无法辨认：既不算成立，也不算不成立。</p>
${each(report.rules, rule)}
</section>
<section aria-labelledby="diagnostics">
<h2 id="diagnostics">读取说明</h2>
<ul class="diagnostics">
${each(report.diagnostics, ([severity, code, message, remedy]) => `<li class="${severity}">${esc(message)}<span class="remedy">${esc(remedy)}</span> <code>${code}</code></li>`)}
</ul>
</section>
</article>`);
