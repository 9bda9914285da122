import { each, esc, link, page, table } from "../html.js";

export const data = { permalink: "checks.html" };

export const render = ({ archive: { site, failures } }) => page(site, "", "勾稽关系", [["index.html", "首页"]],
  each(failures, (rule) => `<section>
<h2>${esc(rule.label)} <small>${rule.lines.length} 项</small></h2>
${table("list", rule.label, ["机关", "年度", "关系", "左边", "右边"],
    each(rule.lines, (line) => `<tr><th scope="row">${link(`agencies/${line.agency}/index.html`, line.name)}</th><td class="nowrap">${link(`agencies/${line.agency}/${line.slug}.html`, line.slug)}</td><td>${esc(line.label)}</td><td class="number">${esc(line.left)}</td><td class="number">${esc(line.right)}</td></tr>`))}
</section>`));
