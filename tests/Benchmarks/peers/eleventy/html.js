// What the pages share: escaping, the frame of a page, lists and tables.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const esc = (text) => String(text).replace(/[&<>"]/g, (character) => ESCAPES[character]);

export const each = (items, render) => items.map(render).join("\n");

export const link = (href, text) => `<a href="${esc(href)}">${esc(text)}</a>`;

export const mark = ([failed, passed]) =>
  failed > 0 ? `<span class="check failed">${failed} 项不符</span>`
  : passed > 0 ? `<span class="check passed">${passed} 项成立</span>`
  : `<span class="check none">无可核</span>`;

export const table = (kind, label, head, body, foot = "") => `<div class="scroll" tabindex="0" role="region" aria-label="${esc(label)}">
<table class="${kind}">
<thead><tr>${head.map((text) => `<th scope="col">${esc(text)}</th>`).join("")}</tr></thead>
<tbody>
${body}
</tbody>
${foot}</table>
</div>`;

const NAVIGATION = [["index.html", "首页"], ["agencies/index.html", "机关"], ["years/index.html", "年度"], ["checks.html", "勾稽关系"]];

/** A whole page. `root` leads from the page to the top folder, such as `../../`; `trail` lists the pages above it. */
export const page = (site, root, title, trail, main) => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${esc(title)} · ${esc(site.title)}</title>
<link rel="stylesheet" href="${root}style.css">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<div class="notice" role="note">${esc(site.notice)}</div>
<header class="site-header">
<div class="wrap">
<a class="site-title" href="${root}index.html">${esc(site.title)}</a>
<nav aria-label="主导航">
<ul>
${each(NAVIGATION, ([href, text]) => `<li>${link(root + href, text)}</li>`)}
</ul>
</nav>
</div>
</header>
<nav class="trail wrap" aria-label="当前位置">
<ol>
${each(trail, ([href, text]) => `<li>${link(root + href, text)}</li>`)}
<li aria-current="page">${esc(title)}</li>
</ol>
</nav>
<main id="main" class="wrap" tabindex="-1">
<h1>${esc(title)}</h1>
${main}
</main>
<footer class="site-footer">
<div class="wrap">
<p>本站不是政府网站。数据取自各机关公布的政府信息公开工作年度报告，以原件为准。</p>
</div>
</footer>
</body>
</html>
`;
