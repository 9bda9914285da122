import { each, esc, link, page, table } from "../html.js";

export const data = { permalink: "years/index.html" };

export const render = ({ archive: { site, years } }) => page(site, "../", "年度", [["index.html", "首页"]],
  table("list", "各年度", ["年度", "报告", "有不符", "新收申请合计"],
    each(years, (year) => `<tr><th scope="row">${link(`${year.year}.html`, year.year)}</th><td class="number">${year.reports.length}</td><td class="number">${year.failed}</td><td class="number">${esc(year.sums[0])}</td></tr>`)));
