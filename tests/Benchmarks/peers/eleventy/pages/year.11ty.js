import { each, esc, link, mark, page, table } from "../html.js";

export const data = {
  pagination: { data: "archive.years", size: 1, alias: "year" },
  permalink: ({ year }) => `years/${year.year}.html`,
};

const figure = (text) => `<td class="number">${esc(text)}</td>`;

export const render = ({ archive: { site }, year }) => page(site, "../", `${year.year}年度`, [["index.html", "首页"], ["years/index.html", "年度"]],
  table("list", `${year.year}年度`, ["机关", "格式", "新收申请", "办结", "行政复议", "行政诉讼", "勾稽关系", "公布日期"],
    each(year.reports, (report) => `<tr><th scope="row">${link(`../agencies/${report.agency}/${report.slug}.html`, report.name)}</th><td class="nowrap">${esc(report.form)}</td>${report.key.map(figure).join("")}<td class="nowrap">${mark(report.counts)}</td><td class="nowrap">${esc(report.published)}</td></tr>`),
    `<tfoot>
<tr><th scope="row" colspan="2">合计（由本站相加）</th>${year.sums.map(figure).join("")}<td colspan="2"></td></tr>
</tfoot>
`));
