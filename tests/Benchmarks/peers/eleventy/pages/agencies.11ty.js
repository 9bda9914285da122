import { each, esc, link, mark, page, table } from "../html.js";

export const data = { permalink: "agencies/index.html" };

export const render = ({ archive: { site, agencies } }) => page(site, "../", "机关", [["index.html", "首页"]],
  table("list", "机关", ["机关", "地区", "类别", "报告", "年度", "勾稽关系"],
    each(agencies, (agency) => `<tr><th scope="row">${link(`${agency.key}/index.html`, agency.name)}</th><td>${esc(agency.region)}</td><td>${esc(agency.kind)}</td><td class="number">${agency.reports}</td><td>${esc(agency.span)}</td><td>${mark(agency.counts)}</td></tr>`)));
