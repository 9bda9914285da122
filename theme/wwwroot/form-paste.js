// What a pasted table means for the form: its rows and columns are matched by labels and order together. What leaves a doubt is not taken but
// said. The clipboard's HTML is only parsed, in a document that runs and loads nothing; none of it gets into the page.
(function () {
  'use strict';

  const { figureText } = window.archive;
  const MostRows = 2000;
  const MostColumns = 100;
  const MostHeadings = 3; // lines of headings over the figures of the table that has all rows beside each other

  const isBlank = cell => cell.text === '';

  // The clipboard's tables: rows of places, each with the cell that covers it. A cell that covers several places is the same there.

  /** A cell's text: what separates its paragraphs is a space. */
  function textOf(node) {
    let text = '';
    for (const child of node.childNodes)
      if (child.nodeType === Node.TEXT_NODE)
        text += child.data;
      else if (child.nodeType === Node.ELEMENT_NODE && !/^(?:STYLE|SCRIPT|TEMPLATE)$/.test(child.tagName))
        text += /^(?:BR|P|DIV|LI|TR|TD)$/.test(child.tagName) ? ` ${textOf(child)} ` : textOf(child);
    return text;
  }

  const tidy = text => text.replace(/[\s\0-\x1f]+/g, ' ').trim();

  function gridOf(table) {
    // Word ends tables with a row that is not shown, for programs that can't merge.
    const rows = [...table.rows].filter(row => row.getAttribute('height') !== '0' && !/display\s*:\s*none/.test(row.dataset.style || '')).slice(0, MostRows);
    const grid = rows.map(() => []);
    rows.forEach((row, y) => {
      let x = 0;
      for (const element of row.cells) {
        while (grid[y][x])
          x++;
        const cell = { text: tidy(textOf(element)) };
        const right = Math.min(x + Math.max(element.colSpan, 1), MostColumns);
        const below = Math.min(y + Math.max(element.rowSpan, 1), rows.length);
        for (let down = y; down < below; down++)
          for (let along = x; along < right; along++)
            grid[down][along] = grid[down][along] || cell;
      }
    });
    return rectangle(grid);
  }

  /** All lines of one width: what a line lacks is absent, which is not blank; blank lines at the end are none. */
  function rectangle(grid) {
    const width = Math.max(0, ...grid.map(line => line.length));
    const lines = grid.map(line => Array.from({ length: width }, (nothing, x) => line[x] || { text: '', isAbsent: true }));
    while (lines.length > 1 && lines[lines.length - 1].every(isBlank))
      lines.pop();
    return width > 0 ? lines : [];
  }

  /** Lines of cells that tabs part, as spreadsheets copy them: a cell with a break or a quotation mark stands in quotation marks. */
  function gridOfText(text) {
    const grid = [[]];
    const part = /("(?:[^"]|"")*"(?=\t|\r?\n|$)|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
    for (let found = part.exec(text); found; found = part.exec(text)) {
      const [whole, cell, end] = found;
      grid[grid.length - 1].push({ text: tidy(/^".*"$/s.test(cell) ? cell.slice(1, -1).replace(/""/g, '"') : cell) });
      if (end === '' || whole === '')
        break;
      if (end !== '\t') {
        if (part.lastIndex >= text.length)
          break;
        grid.push([]);
      }
    }
    return rectangle(grid.slice(0, MostRows));
  }

  /** The tables of what was copied; none if it is plain text in one cell. */
  function tablesOf(clipboard) {
    const html = clipboard.getData('text/html');
    if (html) {
      // Styles and handlers do nothing here, and the browser would say of each that the page's policy forbids it.
      const plain = html.replace(/<style[\s\S]*?<\/style\s*>/gi, '').replace(/\s(style|on\w+)(?=\s*=)/gi, ' data-$1');
      const tables = [...new DOMParser().parseFromString(plain, 'text/html').querySelectorAll('table')].filter(table => !table.querySelector('table'));
      const grids = tables.map(gridOf).filter(grid => grid.length > 0);
      if (grids.length > 0)
        return grids;
    }
    const text = clipboard.getData('text/plain');
    return /[\t\n\r]/.test(text.trimEnd()) ? [gridOfText(text)].filter(grid => grid.length > 0) : [];
  }

  // Labels

  const Number = /^(?:（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[、.．]|\d+[.、．)）])/;

  /** What remains of a label when numbers, marks and spaces are taken away. */
  const bare = label => figureText.fold(figureText.fold(label).replace(/\s+/g, '').replace(/^其中[:：]?/, '').replace(Number, '')).replace(/[^\p{L}\p{N}]/gu, '');

  const withoutNote = label => label.replace(/(?!^)[（(].*$/, '');

  function keysOf(label) {
    const all = [label.label.zh, withoutNote(label.label.zh), ...(label.aliases || [])];
    return [...new Set(all.map(bare).filter(key => key !== ''))];
  }

  function indexOf(labels) {
    const index = new Map();
    labels.forEach((label, place) => {
      for (const key of keysOf(label))
        index.set(key, [...(index.get(key) || []), place]);
    });
    return index;
  }

  const find = (index, text) => index.get(bare(text)) || index.get(bare(withoutNote(text))) || [];

  // A table of the form and what of a pasted one belongs to it

  const distinct = cells => cells.filter((cell, i) => cells.indexOf(cell) === i);

  /** Rows found by their labels, each with its cells: { place, cells: Map of column to cell } or a doubt. */
  function readRows(table, grid) {
    const rowIndex = indexOf(table.rows);
    const groupIndex = indexOf(table.groups);
    const columnIndex = new Map();
    for (const column of table.columns)
      for (const key of keysOf(column))
        columnIndex.set(key, column.id);
    const columnAt = text => columnIndex.get(bare(text)) || columnIndex.get(bare(withoutNote(text)));

    const found = [];
    const doubts = [];
    let header = new Map(); // place -> column
    let isOpen = false; // whether the last row belonged to the header
    grid.forEach((line, y) => {
      const columns = line.map(cell => columnAt(cell.text));
      const matched = distinct(line.filter((cell, x) => columns[x])).length;
      const at = line.reduce((last, cell, x) => find(rowIndex, cell.text).length > 0 ? x : last, -1);
      if (matched > 1 || (matched === 1 && (at < 0 || at === line.length - 1))) {
        header = isOpen ? header : new Map();
        isOpen = true;
        columns.forEach((column, x) => {
          if (column)
            header.set(x, column);
        });
        return;
      }
      const labels = line.filter(cell => !isBlank(cell) && !figureText.isFigure(cell.text));
      if (at < 0) {
        const last = line.reduce((last, cell, x) => labels.includes(cell) ? x : last, -1);
        if (labels.length > 0 && find(groupIndex, line[last].text).length === 0 && line.slice(last + 1).some(cell => !isBlank(cell)))
          doubts.push({ line: y + 1, label: labels[labels.length - 1].text, why: 'unknown_row' });
        // The corner of a header, or a heading over a block: neither ends a header.
        return;
      }
      isOpen = false;
      found.push({ y, at, places: find(rowIndex, line[at].text), header: new Map(header) });
    });

    settle(found);
    const rows = [];
    for (const { y, at, places, header: above } of found) {
      const label = grid[y][at].text;
      if (places.length !== 1) {
        doubts.push({ line: y + 1, label, why: 'ambiguous_row' });
        continue;
      }
      const row = table.rows[places[0]];
      const cells = cellsOf(row, grid[y], at, above);
      if (cells)
        rows.push({ line: y + 1, label, row, cells });
      else
        doubts.push({ line: y + 1, label, why: 'columns' });
    }
    return { rows, doubts };
  }

  /** Of several rows that a label may mean, order leaves one: that between the certain rows above and below. */
  function settle(found) {
    found.forEach((one, i) => {
      if (one.places.length < 2)
        return;
      const above = found.slice(0, i).reverse().find(other => other.places.length === 1);
      const below = found.slice(i + 1).find(other => other.places.length === 1);
      const fitting = one.places.filter(place => (!above || place > above.places[0]) && (!below || place < below.places[0]));
      if (fitting.length === 1)
        one.places = fitting;
    });
  }

  /** The cells of a row by their columns; null if they leave a doubt. */
  function cellsOf(row, line, at, header) {
    let cells = distinct(line.slice(at + 1)).filter(cell => cell !== line[at] && !cell.isAbsent);
    const places = new Map();
    for (const column of row.columns) {
      const under = distinct([...header].filter(([x, name]) => name === column && x > at).map(([x]) => line[x]));
      places.set(column, under);
    }
    const headed = [...places.values()];
    if (headed.some(under => under.length > 0)) {
      // A cell that is wider than its heading, or under two, is not what its heading says.
      if (headed.some(under => under.length !== 1) || new Set(headed.map(under => under[0])).size !== row.columns.length)
        return null;
      const named = headed.map(under => under[0]);
      if (named.some(cell => cell.isAbsent))
        return null;
      const others = cells.filter(cell => !named.includes(cell));
      if (cells.length < row.columns.length || (others.some(cell => !isBlank(cell)) && !areBeside(line, at, header, others, row)))
        return null;
      return new Map([...places].map(([column, under]) => [column, under[0]]));
    }
    if (header.size > 0)
      return null;
    // Without a header, order alone says what is what: there must be as many as the form has.
    if (row.unit && cells.length === row.columns.length + 1 && cells[0].text === row.unit)
      cells = cells.slice(1);
    while (cells.length > row.columns.length && isBlank(cells[cells.length - 1]) && row.columns.length < 7)
      cells = cells.slice(0, -1);
    return cells.length === row.columns.length ? new Map(row.columns.map((column, i) => [column, cells[i]])) : null;
  }

  /** What stands in none of the form's columns is passed over where the header gives it a heading of its own, or where it is the unit. */
  const areBeside = (line, at, header, others, row) =>
    others.every(cell => isBlank(cell) || cell.text === row.unit || !figureText.isFigure(cell.text) || line.every((other, x) => other !== cell || x <= at || x > Math.max(...header.keys())));

  /** The table with all rows beside each other: 15 figures below three groups of five. */
  function readSideBySide(table, grid) {
    const names = [...table.rows, ...table.columns];
    const index = indexOf(names);
    const rowAt = new Map();
    const columnAt = new Map();
    const lines = [];
    const own = new Set(); // lines with labels of the table, counted from 1
    grid.forEach((line, y) => {
      const labels = distinct(line).filter(cell => !isBlank(cell) && !figureText.isFigure(cell.text));
      if (labels.length === 0) {
        if (!line.every(isBlank))
          lines.push(y);
        return;
      }
      line.forEach((cell, x) => {
        for (const place of find(index, cell.text)) {
          own.add(y + 1);
          if (place < table.rows.length) {
            if (x === 0 || line[x - 1] !== cell)
              rowAt.set(x, table.rows[place].id);
          } else {
            columnAt.set(x, table.columns[place - table.rows.length].id);
          }
        }
      });
    });
    const width = table.rows.length * table.columns.length;
    const columns = [...columnAt].sort((a, b) => a[0] - b[0]);
    if (columns.length === 0)
      return { rows: [], doubts: [] };
    const rows = [...rowAt].sort((a, b) => a[0] - b[0]).map(pair => pair[1]);
    const isOfficial = columns.length === width && columns.every(([, column], i) => column === table.columns[i % table.columns.length].id)
      && rows.length === table.rows.length && rows.every((row, i) => row === table.rows[i].id)
      && [...rowAt.keys()].sort((a, b) => a - b).every((x, i) => x === columns[i * table.columns.length][0]);
    const cells = lines.length === 1 ? columns.map(([x]) => grid[lines[0]][x]) : [];
    if (!isOfficial || distinct(cells).length !== width || cells.some(cell => cell.isAbsent))
      return { rows: [], doubts: [{ line: lines.length > 0 ? lines[0] + 1 : 1, label: table.label.zh, why: lines.length > 1 ? 'several_lines' : 'columns' }] };
    return {
      own: new Set([...own].filter(line => line <= lines[0] + 1 && lines[0] + 1 - line <= MostHeadings)),
      rows: table.rows.map((row, i) => ({
        line: lines[0] + 1, label: row.label.zh, row, cells: new Map(table.columns.map((column, j) => [column.id, cells[i * table.columns.length + j]])),
      })),
      doubts: [],
    };
  }

  /**
   * What pasted tables say of an edition's cells.
   * @returns filled: names of cells with their texts; doubts: { table, line, label, why }, table counted from 1
   */
  function match(edition, grids) {
    const claims = new Map(); // row of the form -> who claims it
    const doubts = [];
    grids.forEach((grid, t) => {
      const readings = edition.tables.map(table => ({ table, ...(table.layout === 'side_by_side' ? readSideBySide(table, grid) : readRows(table, grid)) }));
      const best = readings.reduce((most, one) => one.rows.length > most.rows.length ? one : most);
      const rivals = readings.filter(one => one !== best && one.rows.length > 0);
      if (best.rows.length === 0) {
        const shaped = byShape(edition, grid);
        if (shaped)
          shaped.forEach(claim => claims.set(`${claim.table.id}.${claim.row.id}`, [...(claims.get(`${claim.table.id}.${claim.row.id}`) || []), { ...claim, t: t + 1 }]));
        else
          doubts.push(...(readings.some(one => one.doubts.some(doubt => doubt.why !== 'unknown_row'))
            ? readings.flatMap(one => one.doubts.filter(doubt => doubt.why !== 'unknown_row').map(doubt => ({ table: t + 1, ...doubt })))
            : [{ table: t + 1, line: 0, label: '', why: 'unknown_table' }]));
        return;
      }
      doubts.push(...best.doubts.filter(doubt => !rivals.some(one => one.rows.some(row => row.line === doubt.line) || (one.own && one.own.has(doubt.line)))).map(doubt => ({ table: t + 1, ...doubt })));
      for (const reading of [best, ...rivals])
        for (const row of reading.rows) {
          const name = `${reading.table.id}.${row.row.id}`;
          claims.set(name, [...(claims.get(name) || []), { table: reading.table, t: t + 1, ...row }]);
        }
    });

    // A label of the form that stands where a figure should is a sign that the columns are not what they seem.
    const labels = new Set(edition.tables.flatMap(table => [...table.rows, ...table.groups, ...table.columns, ...table.column_groups]).flatMap(keysOf));
    const filled = new Map();
    for (const rows of claims.values()) {
      const [{ table, row, cells }] = rows;
      if (rows.length > 1 || [...cells.values()].some(cell => labels.has(bare(cell.text))))
        doubts.push(...rows.map(one => ({ table: one.t, line: one.line, label: one.label, why: rows.length > 1 ? 'twice' : 'columns' })));
      else
        for (const [column, cell] of cells)
          filled.set(`${table.id}.${row.id}.${column}`, cell.text);
    }
    return { filled, doubts: doubts.sort((a, b) => a.table - b.table || a.line - b.line) };
  }

  /** Figures alone, as many as a table of the form has, in its shape. */
  function byShape(edition, grid) {
    if (grid.some(line => line.some(cell => !isBlank(cell) && !figureText.isFigure(cell.text))) || grid.some(line => distinct(line).length !== line.length || line.some(cell => cell.isAbsent)))
      return null;
    const fitting = edition.tables.filter(table => table.layout === 'side_by_side'
      ? grid.length === 1 && grid[0].length === table.rows.length * table.columns.length
      : table.layout !== 'blocks' && grid.length === table.rows.length && grid[0].length === table.columns.length);
    if (fitting.length !== 1)
      return null;
    const [table] = fitting;
    const width = table.columns.length;
    return table.rows.map((row, i) => ({
      table, row, line: table.layout === 'side_by_side' ? 1 : i + 1, label: row.label.zh,
      cells: new Map(table.columns.map((column, j) => [column.id, table.layout === 'side_by_side' ? grid[0][i * width + j] : grid[i][j]])),
    }));
  }

  /** Whether a table has no words: a block of figures, to be put where one is. */
  const isBlock = grid => grid.every(line => line.every(cell => isBlank(cell) || figureText.isFigure(cell.text)));

  window.archive = Object.assign(window.archive, { formPaste: { tablesOf, match, isBlock, tidy } });
})();
