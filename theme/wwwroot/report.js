// The page of a report: any figure tells where it comes from, and a check lights up the cells that it rests on.
(function () {
  'use strict';

  const words = window.archiveWords;
  const phrase = window.archivePhrase;
  const report = document.getElementById('report');
  const figures = [...report.querySelectorAll('td[data-place], td.missing[id]')];
  const byId = new Map(figures.map(cell => [cell.id, cell]));

  function make(tag, properties, ...content) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  }

  // Checks: each line knows its cells, or what to put into the pattern of its rule.

  const checks = [...report.querySelectorAll('[data-at]')].map(line => {
    const pattern = line.closest('[data-cells]')?.dataset.cells;
    const names = pattern ? pattern.replaceAll('*', line.dataset.at) : line.dataset.at;
    return {
      line,
      cells: names.split(' ').map(name => byId.get(name)).filter(Boolean),
      finding: line.dataset.finding || line.parentElement.dataset.finding,
      rule: line.closest('.rule').querySelector('h3').textContent,
    };
  });

  const light = (check, on) => {
    for (const cell of check.cells)
      cell.classList.toggle('lit', on);
  };

  for (const check of checks) {
    if (check.cells.length > 0)
      check.line.tabIndex = 0;
    for (const [event, on] of [['mouseenter', true], ['mouseleave', false], ['focusin', true], ['focusout', false]])
      check.line.addEventListener(event, () => light(check, on));
  }

  // Where a figure comes from

  /** The heading of a cell's column: the lowest one above it. */
  function columnOf(cell) {
    const { left, right } = cell.getBoundingClientRect();
    const middle = (left + right) / 2;
    const above = [...cell.closest('table').querySelectorAll('th[scope="col"]')].filter(head => {
      const box = head.getBoundingClientRect();
      return box.left <= middle && middle <= box.right && head.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING;
    });
    return above.length > 0 ? above[above.length - 1].textContent : '';
  }

  const rowOf = cell => [...cell.parentElement.querySelectorAll('th[scope="row"]')].pop()?.textContent || '';

  const nameOf = cell => [rowOf(cell), cell.dataset.label || columnOf(cell)].filter(Boolean).join(' · ');

  /** The place of a figure in words, from the short form of the data files: sidecar L7; p5 T3.R2.C4; L120. */
  function placeOf(code) {
    const found = /^(sidecar )?(?:p(\d+) ?)?(?:L(\d+) ?)?(?:P(\d+) ?)?(?:T(\d+)\.R(\d+)\.C(\d+))?$/.exec(code || '');
    if (!found)
      return code || '';
    const [, sidecar, page, line, paragraph, table, row, column] = found;
    return [
      sidecar && words['trace.sidecar'], page && phrase('trace.page', page), line && phrase('trace.line', line),
      paragraph && phrase('trace.paragraph', paragraph), table && phrase('trace.table', table, row, column),
    ].filter(Boolean).join(' ');
  }

  const panel = make('aside', { id: 'trace', tabIndex: -1, hidden: true });
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', words['trace.title']);
  document.querySelector('main').append(panel);
  let shown = null;

  function close() {
    if (!shown)
      return;
    shown.classList.remove('traced');
    panel.hidden = true;
    const cell = shown;
    shown = null;
    if (panel.contains(document.activeElement))
      cell.focus();
  }

  function open(cell) {
    close();
    shown = cell;
    cell.classList.add('traced');
    const address = location.href.replace(/#.*$/, '') + '#' + cell.id;
    const raw = cell.querySelector('del, q')?.textContent;
    const rows = [
      ['trace.value', cell.textContent.trim() || '—'],
      raw || cell.title ? ['trace.raw', cell.title || raw] : null,
      cell.dataset.place ? ['trace.place', placeOf(cell.dataset.place)] : null,
    ].filter(Boolean).map(([key, value]) => make('div', {}, make('dt', {}, words[key]), make('dd', {}, value)));
    const concerned = checks.filter(check => check.cells.includes(cell));
    if (concerned.length > 0)
      rows.push(make('div', {}, make('dt', {}, words['trace.checks']), make('dd', {}, ...concerned.map(check =>
        make('span', { className: 'check ' + check.finding }, `${check.rule}：${words['finding.' + check.finding]}`)))));

    const copy = make('button', { type: 'button' }, words['trace.copy']);
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(address);
      copy.textContent = words['trace.copied'];
    });
    const shut = make('button', { type: 'button', className: 'shut' }, words['trace.close']);
    shut.addEventListener('click', close);
    panel.replaceChildren(
      make('h2', {}, nameOf(cell)),
      make('dl', {}, ...rows),
      make('p', { className: 'trace-links' },
        make('a', { href: '#' + cell.id }, words['trace.link']), navigator.clipboard ? copy : '',
        make('a', { href: report.dataset.glossary.replace(/#.*$/, '') + '#' + cell.id.replace(/\.[^.]+$/, '') }, words['trace.meaning']),
        make('a', { href: report.dataset.json }, words['trace.data'])),
      shut);
    panel.hidden = false;
    const box = cell.getBoundingClientRect();
    const width = panel.offsetWidth;
    panel.style.left = Math.max(8, Math.min(scrollX + box.left, scrollX + document.documentElement.clientWidth - width - 8)) + 'px';
    panel.style.top = scrollY + box.bottom + 6 + 'px';
  }

  // One stop of the tabulator a table; arrows move in it.

  function step(cell, key) {
    const row = cell.parentElement;
    const rows = [...cell.closest('table').rows].filter(other => byId.has([...other.cells].find(one => byId.has(one.id))?.id));
    const inRow = [...row.cells].filter(one => byId.has(one.id));
    const fromEnd = inRow.length - inRow.indexOf(cell);
    const beside = { ArrowLeft: -1, ArrowRight: 1 }[key];
    if (beside)
      return inRow[inRow.indexOf(cell) + beside];
    const next = rows[rows.indexOf(row) + { ArrowUp: -1, ArrowDown: 1 }[key]];
    const there = next ? [...next.cells].filter(one => byId.has(one.id)) : [];
    return there[Math.max(0, there.length - fromEnd)];
  }

  for (const table of report.querySelectorAll('table.figures')) {
    const cells = figures.filter(cell => table.contains(cell));
    if (cells.length === 0)
      continue;
    cells.forEach((cell, i) => { cell.tabIndex = i === 0 ? 0 : -1; });
    table.classList.add('traceable');
    table.addEventListener('click', event => {
      const cell = event.target.closest('td');
      if (cell && byId.has(cell.id) && !event.target.closest('a'))
        shown === cell ? close() : open(cell);
    });
    table.addEventListener('keydown', event => {
      const cell = event.target.closest('td');
      if (!cell || !byId.has(cell.id))
        return;
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        open(cell);
        panel.focus();
      } else if (/^Arrow/.test(event.key)) {
        const next = step(cell, event.key);
        if (!next)
          return;
        event.preventDefault();
        cells.forEach(one => { one.tabIndex = -1; });
        next.tabIndex = 0;
        next.focus();
      }
    });
  }

  if (figures.length > 0)
    report.querySelector('table.figures caption')?.append(make('span', { className: 'note hint' }, words['trace.hint']));
  document.addEventListener('keydown', event => event.key === 'Escape' && close());
  document.addEventListener('click', event => !panel.contains(event.target) && !event.target.closest('table.traceable td') && close());
  addEventListener('resize', close);
})();
