import { each, esc, link, mark, page, table } from "../html.js";

export const data = {
  pagination: { data: "archive.agencies", size: 1, alias: "agency" },
  permalink: ({ agency }) => `agencies/${agency.key}/index.html`,
};

const year = (line) => line.slug
  ? `<tr><th scope="row">${line.year}</th><td>${link(`${line.slug}.html`, line.title)}</td><td class="nowrap">${esc(line.form)}</td><td class="nowrap">${esc(line.published)}</td><td class="nowrap">${mark(line.counts)}</td></tr>`
  : `<tr class="gap"><th scope="row">${line.year}</th><td colspan="4"><span class="mark">缺</span> 没有收到这一年度的报告</td></tr>`;

const group = (series) => ({ label, rows }) => `<tbody>
<tr class="group"><th scope="rowgroup" colspan="${series.years.length + 1}"><span>${esc(label)}</span></th></tr>
${each(rows, ([name, ...cells]) => `<tr><th scope="row">${esc(name)}</th>${cells.map((text, index) => `<td>${series.slugs[index] ? link(`${series.slugs[index]}.html`, text) : esc(text)}</td>`).join("")}</tr>`)}
</tbody>`;

export const render = ({ archive: { site }, agency }) => page(site, "../../", agency.name, [["index.html", "首页"], ["agencies/index.html", "机关"]], `<dl class="facts">
<div><dt>地区</dt><dd>${esc(agency.region)}</dd></div>
<div><dt>类别</dt><dd>${esc(agency.kind)}</dd></div>
</dl>
<section aria-labelledby="years">
<h2 id="years">各年度报告</h2>
${table("list", "各年度报告", ["年度", "报告", "格式", "公布日期", "勾稽关系"], each(agency.years, year))}
</section>
<section aria-labelledby="series">
<h2 id="series">历年数字</h2>
<div class="scroll" tabindex="0" role="region" aria-label="历年数字">
<table class="series">
<caption>历年数字<span class="note">数字照各年报告，点数字可看它在报告中的位置</span></caption>
<thead>
<tr><th scope="col">项目</th>${agency.series.years.map((text, index) => `<th scope="col">${link(`${agency.series.slugs[index]}.html`, text)}</th>`).join("")}</tr>
</thead>
${each(agency.series.groups, group(agency.series))}
</table>
</div>
</section>`);
