// Lists that a reader may sort and filter. Without this script they stand as the page has them.
//
// Sorting: table[data-sortable]. The heads of its columns become buttons, but for those with data-fixed. A column whose head has the class
// `number`, or data-number, is sorted by number, the largest first; others by their text. A cell of which the text does not tell its number has data-value;
// cells without anything to sort by stay last. The third press gives back the order of the page.
//
// Filtering: input[type=search][data-filters="id id"] keeps the rows of these tables that hold every word typed, in their text or in the
// row's data-words. What is hidden around the input is shown. A section of which no row is left is hidden, unless it holds the input.
(function () {
  'use strict';

  const collator = new Intl.Collator('zh', { numeric: true });

  const say = window.archivePhrase;

  const fold = text => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

  function announcer(className) {
    const region = document.createElement('span');
    region.className = className;
    region.setAttribute('role', 'status');
    return region;
  }

  // Sorting

  /** What a cell is sorted by; null to stand last. */
  function keyOf(cell, isNumber) {
    if (!cell)
      return null;
    const text = cell.dataset.value === undefined ? cell.textContent.trim() : cell.dataset.value;
    if (!isNumber)
      return text === '' || cell.classList.contains('missing') ? null : text;
    const number = text === '' ? NaN : Number(text);
    return Number.isNaN(number) ? null : number;
  }

  function order(body, rows, column, isNumber, direction) {
    const keys = new Map(rows.map((row, i) => [row, { key: keyOf(row.cells[column], isNumber), i }]));
    const sorted = direction === 0 ? rows : [...rows].sort((one, other) => {
      const a = keys.get(one);
      const b = keys.get(other);
      if (a.key === null || b.key === null)
        return (a.key === null) - (b.key === null) || a.i - b.i;
      return direction * (isNumber ? a.key - b.key : collator.compare(a.key, b.key)) || a.i - b.i;
    });
    body.append(...sorted);
  }

  function makeSortable(table) {
    const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
    const bodies = [...table.tBodies].map(body => ({ body, rows: [...body.rows] }));
    const news = announcer('unseen');
    (table.closest('.scroll') || table).after(news);

    heads.forEach((head, column) => {
      if (head.dataset.fixed !== undefined || !head.textContent.trim())
        return;
      const isNumber = head.classList.contains('number') || head.dataset.number !== undefined;
      const turns = isNumber ? ['descending', 'ascending'] : ['ascending', 'descending'];
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const turn = turns[turns.indexOf(head.getAttribute('aria-sort')) + 1];
        for (const other of heads)
          other.removeAttribute('aria-sort');
        if (turn)
          head.setAttribute('aria-sort', turn);
        for (const { body, rows } of bodies)
          order(body, rows, column, isNumber, turn ? (turn === 'ascending' ? 1 : -1) : 0);
        news.textContent = say('tables.' + (turn || 'original'), button.textContent.trim());
      });
    });
  }

  // Filtering

  function makeFilter(input) {
    const tables = input.dataset.filters.split(' ').map(id => document.getElementById(id)).filter(table => table);
    const rows = tables.flatMap(table => [...table.tBodies].flatMap(body => [...body.rows]));
    const sections = tables.map(table => ({ table, section: table.closest('section') })).filter(({ section }) => section && !section.contains(input));
    const hasTotals = tables.some(table => table.tFoot);
    const left = announcer('filter-left');
    (input.closest('label') || input).after(left);
    for (let outer = input.parentElement; outer; outer = outer.parentElement)
      outer.hidden = false;

    function filter() {
      const words = fold(input.value).split(' ');
      let kept = 0;
      for (const row of rows) {
        const text = fold(row.textContent + ' ' + (row.dataset.words || ''));
        row.hidden = !words.every(word => text.includes(word));
        kept += !row.hidden;
      }
      for (const { section } of sections)
        section.hidden = sections.every(other => other.section !== section || [...other.table.tBodies].every(body => [...body.rows].every(row => row.hidden)));
      left.textContent = words[0] === '' ? '' : say('tables.left' + (hasTotals ? '.totals' : ''), kept, rows.length);
    }

    input.addEventListener('input', event => event.isComposing || filter());
    input.addEventListener('compositionend', filter);
    input.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.isComposing && input.value) {
        event.preventDefault();
        input.value = '';
        filter();
      }
    });

    // A browser may have kept what was typed.
    if (input.value)
      filter();
  }

  document.querySelectorAll('table[data-sortable]').forEach(makeSortable);
  document.querySelectorAll('input[data-filters]').forEach(makeFilter);
})();
