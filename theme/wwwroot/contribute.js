// The page that takes a report: figures are typed or pasted into the official form, its relations judged at once, and the report's files made
// here. Nothing is sent anywhere and nothing is kept.
(function () {
  'use strict';

  const { figureText, formPaste, formFiles } = window.archive;
  const MostDoubts = 30;
  const MostNamed = 4;

  const at = id => document.getElementById(id);
  const page = at('contribute');
  const isEnglish = document.documentElement.lang === 'en';

  let definitions; // of the forms, as in data/forms.json
  let documents; // templates of the Word files, by edition
  let form; // the edition that is chosen, with its cells and relations
  const forms = new Map(); // id -> form, once it was chosen
  let before = null; // what stood in the cells that the last paste filled
  let isKept = true; // whether all that was typed stands in a file
  let yearBefore = null; // the agency's figures of the year before in the archive: year and values by column, if they are known
  const published = new Map(); // key of an agency -> its reports by year, once they were asked for; null until they have come

  window.archiveDefinitions = given => { definitions = given; };
  window.archiveDocuments = given => { documents = given; };
  window.archiveFigures = (key, reports) => published.set(key, reports);

  const say = (key, ...values) => window.archivePhrase('contribute.' + key, ...values);
  const list = things => things.join(window.archivePhrase('list'));
  const inWords = label => label.label[isEnglish ? 'en' : 'zh'];
  const numbered = label => isEnglish ? label.label.en : (label.number || '') + label.label.zh;

  function make(tag, properties, ...content) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content);
    return element;
  }

  // The form

  /** An edition with a cell for each figure: its input, how it is called, what kind of number it holds. */
  function open(edition) {
    const section = page.querySelector(`[data-edition="${edition.id}"]`);
    const cells = new Map();
    const grids = new Map(); // table -> lines of cells, as one sees them
    for (const table of edition.tables) {
      for (const row of table.rows)
        for (const id of row.columns) {
          const column = table.columns.find(one => one.id === id);
          const name = `${table.id}.${row.id}.${id}`;
          const label = row.columns.length === 1 && table.columns.length === 1 ? numbered(row) : say('cell', numbered(row), inWords(column));
          cells.set(name, { name, table: table.id, label, kind: row.kind || column.kind });
        }
      const lines = [];
      for (const line of document.getElementById(`${edition.id}:table.${table.id}`).rows) {
        const found = [...line.cells].map(place => cells.get(place.id.slice(edition.id.length + 1)) && { place, cell: cells.get(place.id.slice(edition.id.length + 1)) }).filter(Boolean);
        for (const { place, cell } of found)
          Object.assign(cell, { place, table: table.id, line: lines.length, column: found.findIndex(one => one.cell === cell) });
        if (found.length > 0)
          lines.push(found.map(one => one.cell));
      }
      grids.set(table.id, lines);
    }
    for (const cell of cells.values()) {
      cell.mark = make('span', { className: 'mark', id: `${cell.place.id}:mark` });
      cell.input = make('input', { type: 'text', autocomplete: 'off', spellcheck: false });
      cell.input.setAttribute('aria-label', cell.label);
      cell.input.setAttribute('aria-describedby', cell.mark.id);
      cell.input.setAttribute('inputmode', cell.kind === 'count' ? 'numeric' : 'text');
      cell.input.dataset.cell = cell.name;
      cell.place.append(cell.input, cell.mark);
    }
    return { edition, section, cells, grids, relations: edition.relations.flatMap(relation => casesOf(edition, relation)) };
  }

  /** The cases of a relation: one for each column or row along which it is repeated. */
  function casesOf(edition, relation) {
    const table = edition.tables.find(one => one.id === relation.table);
    const make = (id, along, name) => ({
      id, table: table.id, label: along ? say('case', inWords(along), inWords(relation)) : inWords(relation),
      left: relation.left.map(name), right: relation.right.map(name),
    });
    if (relation.scope === 'each_column')
      return table.columns.map(column => make(`${relation.id}.${column.id}`, column, row => `${table.id}.${row}.${column.id}`));
    if (relation.scope === 'each_row')
      return table.rows.map(row => make(`${relation.id}.${row.id}`, row, column => `${table.id}.${row.id}.${column}`));
    return [make(relation.id, null, row => `${table.id}.${row}.${table.columns[0].id}`)];
  }

  function choose(id) {
    if (!forms.has(id))
      forms.set(id, open(definitions.editions.find(edition => edition.id === id)));
    form = forms.get(id);
    before = null;
    at('undo').hidden = true;
    at('said').textContent = '';
    at('doubts').replaceChildren();
    for (const section of page.querySelectorAll('[data-edition]'))
      section.hidden = section !== form.section;
    tellInForce();
    lookBack();
  }

  /** Says which edition is in force for the year, if another is chosen. */
  function tellInForce() {
    const year = yearGiven();
    const inForce = year && definitions.editions.filter(edition => edition.first_year <= year).pop() || year && definitions.editions[0];
    at('in-force').textContent = inForce && form && inForce.id !== form.edition.id ? say('in_force', year, inWords(inForce)) : '';
  }

  const rawOf = cell => formPaste.tidy(cell.input.value);

  // The year before

  /** Takes what the archive has of the agency's year before, and judges with it. */
  function lookBack() {
    const option = [...at('agencies').options].find(one => one.value === agencyGiven());
    const key = option && option.dataset.key;
    const year = yearGiven();
    yearBefore = null;
    at('year-before').textContent = '';
    if (key && year) {
      if (!published.has(key))
        load(key);
      const reports = published.get(key);
      if (reports) {
        yearBefore = carriedOut(reports[year - 1], year - 1);
        at('year-before').textContent = say(yearBefore ? 'year_before' : 'year_before.none', option.value, year - 1);
      }
    }
    show();
  }

  function load(key) {
    published.set(key, null);
    const script = make('script', { src: `${page.dataset.root}agencies/${encodeURIComponent(key)}/figures.js` });
    const done = () => {
      script.remove();
      lookBack();
    };
    script.onload = done;
    script.onerror = () => {
      published.set(key, {});
      done();
    };
    document.head.append(script);
  }

  /** What a published report carries over to the next year, by column; null if it has no such table. */
  function carriedOut(report, year) {
    const { table: id, left: [row] } = definitions.carry_over;
    const table = report && report.tables[id];
    if (!table)
      return null;
    const cells = definitions.editions.find(edition => edition.id === table.form).tables.find(one => one.id === id)
      .rows.flatMap(one => one.columns.map(column => ({ row: one, column })));
    const values = new Map();
    // What is no number has the initial of its state instead.
    cells.forEach((cell, place) => cell.row.id === row && values.set(cell.column, figureText.read(String(table.cells[place]), 'count').value));
    return { year, values, row: cells.find(cell => cell.row.id === row).row };
  }

  /** The relations between the year before and this one, none unless both have the table. */
  function carryOver() {
    const { id, table: name, right: [row] } = definitions.carry_over;
    const table = form.edition.tables.find(one => one.id === name);
    if (!yearBefore || !table)
      return [];
    const { year, values } = yearBefore;
    return table.columns.map(column => ({
      id: `${id}.${column.id}`, table: name, label: say('case', inWords(column), say('carry_over', year)),
      left: [], right: [`${name}.${row}.${column.id}`],
      earlier: { year, value: values.has(column.id) ? values.get(column.id) : null, label: say('carry_over.cell', year, say('cell', numbered(yearBefore.row), inWords(column))) },
    }));
  }

  // Judging

  const isFailed = judged => judged.status === 'failed';

  /** A relation judged as the program does: over numbers alone, of a table that anything stands in. */
  function judge(one) {
    const missing = [...one.left, ...one.right].filter(name => form.cells.get(name).read.value === null);
    const lacking = [...one.earlier && one.earlier.value === null ? [one.earlier.label] : [], ...missing.map(name => form.cells.get(name).label)];
    if (lacking.length > 0)
      return { ...one, status: 'open', missing, lacking };
    const sum = names => names.reduce((total, name) => total + form.cells.get(name).read.value, 0n);
    const [left, right] = [one.earlier ? one.earlier.value : sum(one.left), sum(one.right)];
    return { ...one, status: left === right ? 'passed' : 'failed', leftSum: left, rightSum: right };
  }

  /** Both sides of a relation that was judged, in words. */
  function sides(one) {
    if (one.status === 'open')
      return say(one.lacking.length > MostNamed ? 'open.more' : 'open', list(one.lacking.slice(0, MostNamed)), one.lacking.length);
    const key = (one.earlier ? 'carry_over.' : '') + one.status;
    const sums = (one.status === 'passed' ? [one.leftSum] : [one.leftSum, one.rightSum, one.leftSum - one.rightSum]).map(figureText.write);
    return say(key, ...one.earlier ? [one.earlier.year] : [], ...sums);
  }

  const States = ['not_applicable', 'unreadable'];

  function show() {
    const counts = { reported: 0, blank: 0, not_applicable: 0, unreadable: 0 };
    const begun = new Set();
    for (const cell of form.cells.values()) {
      cell.read = figureText.read(cell.input.value, cell.kind);
      counts[cell.read.state]++;
      if (cell.read.state !== 'blank')
        begun.add(cell.table);
      const isMarked = States.includes(cell.read.state);
      cell.mark.textContent = isMarked ? say('state.' + cell.read.state) : '';
      cell.place.className = isMarked ? cell.read.state.replace('_', '-') : '';
      cell.input.setAttribute('aria-invalid', String(cell.read.state === 'unreadable'));
    }
    const judged = [...form.relations, ...carryOver()].filter(one => begun.has(one.table)).map(judge);
    for (const name of judged.filter(isFailed).flatMap(one => [...one.left, ...one.right]))
      form.cells.get(name).place.classList.add('in-failed');
    const of = status => judged.filter(one => one.status === status);
    at('judged').hidden = at('taking').hidden = false;
    at('tally').textContent = say('tally', of('passed').length, of('failed').length, of('open').length)
      + say('counts', counts.reported, counts.blank, counts.not_applicable, counts.unreadable);
    for (const status of ['failed', 'open', 'passed'])
      at(status).replaceChildren(...of(status).map(line));
    at('held').hidden = of('passed').length === 0;
  }

  function line(one) {
    const button = make('button', { type: 'button' }, say('look'));
    button.setAttribute('aria-label', say('look.at', one.label));
    button.addEventListener('click', () => {
      light(one);
      form.cells.get([...one.missing || [], ...one.left, ...one.right][0]).input.focus();
    });
    const element = make('li', { className: one.status }, make('strong', {}, window.archivePhrase('finding.' + one.status)), ` ${one.label} `, make('span', {}, sides(one)), ' ', button);
    element.dataset.relation = one.id;
    element.addEventListener('pointerenter', () => light(one));
    element.addEventListener('pointerleave', () => light(null));
    return element;
  }

  /** Lights up the cells of a relation, and those of none other. */
  function light(one) {
    for (const cell of form.cells.values())
      cell.place.classList.toggle('lit', one !== null && [...one.left, ...one.right].includes(cell.name));
  }

  // Filling

  function fill(values) {
    before = new Map([...values.keys()].map(name => [name, form.cells.get(name).input.value]));
    for (const [name, text] of values)
      form.cells.get(name).input.value = text;
    at('undo').hidden = values.size === 0;
    isKept = isKept && values.size === 0;
    show();
  }

  function tell(text, doubts) {
    at('said').textContent = text;
    const shown = doubts.slice(0, MostDoubts).map(doubt => make('li', {}, doubt));
    if (doubts.length > MostDoubts)
      shown.push(make('li', {}, say('doubts.more', doubts.length - MostDoubts)));
    at('doubts').replaceChildren(...shown);
  }

  /** A block of figures goes into the cell where it is pasted and those to the right and below; if it does not fit, nothing of it goes anywhere. */
  function fillBlock(grid, cell) {
    const lines = form.grids.get(cell.table);
    const values = new Map();
    for (const [down, row] of grid.entries())
      for (const [along, { text, isAbsent }] of row.entries()) {
        if (isAbsent)
          continue;
        const target = (lines[cell.line + down] || [])[cell.column + along];
        if (!target)
          return tell(say('block.outside', grid.length, row.length), []);
        values.set(target.name, text);
      }
    fill(values);
    return tell(say('filled', values.size), []);
  }

  function paste(event) {
    const clipboard = event.clipboardData;
    const cell = event.target.dataset && form.cells.get(event.target.dataset.cell);
    if (!clipboard || (!cell && event.target !== at('paste')))
      return;
    const grids = formPaste.tablesOf(clipboard);
    if (grids.length === 0) {
      if (cell)
        return;
      event.preventDefault();
      return tell(say('no_table'), []);
    }
    event.preventDefault();
    if (grids.length === 1 && cell && formPaste.isBlock(grids[0]))
      return fillBlock(grids[0], cell);
    const { filled, doubts } = formPaste.match(form.edition, grids);
    fill(filled);
    return tell(
      filled.size > 0 ? say('filled', filled.size) : say('filled.none'),
      doubts.map(doubt => doubt.line > 0 ? say('doubt.' + doubt.why, doubt.table, doubt.line, doubt.label) : say('doubt.' + doubt.why, doubt.table)));
  }

  function undo() {
    for (const [name, text] of before || [])
      form.cells.get(name).input.value = text;
    before = null;
    at('undo').hidden = true;
    tell(say('undone'), []);
    at('paste').focus();
    show();
  }

  // Keys: up and down lead through the rows, left and right to the next cell from the end of the text

  function move(event) {
    const cell = form.cells.get(event.target.dataset && event.target.dataset.cell);
    if (!cell || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing)
      return;
    const { selectionStart: start, selectionEnd: end, value } = cell.input;
    const isWhole = start === 0 && end === value.length;
    const [down, along] = {
      ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0],
      ArrowLeft: isWhole || end === 0 ? [0, -1] : [0, 0], ArrowRight: isWhole || start === value.length ? [0, 1] : [0, 0],
    }[event.key] || [0, 0];
    if (down === 0 && along === 0)
      return;
    const lines = form.grids.get(cell.table);
    const row = lines[cell.line + down];
    const target = row && row[down !== 0 ? Math.min(cell.column, row.length - 1) : cell.column + along];
    if (!target)
      return;
    event.preventDefault();
    target.input.focus();
    target.input.select();
  }

  // Files

  const yearGiven = () => /^(?:19|20)\d\d$/.test(at('year').value.trim()) ? +at('year').value.trim() : null;
  const agencyGiven = () => formPaste.tidy(at('agency').value);

  /** What has to be said before a file is made; an empty text if all is there. */
  function lacking() {
    const isWrong = (field, form) => field.value.trim() !== '' && !form.test(field.value.trim());
    const lacks = [
      agencyGiven() === '' && at('agency'), yearGiven() === null && at('year'),
      isWrong(at('published'), /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/) && at('published'), isWrong(at('url'), /^https?:\/\/\S+$/) && at('url'),
    ].filter(Boolean);
    for (const field of [at('agency'), at('year'), at('published'), at('url')])
      field.setAttribute('aria-invalid', String(lacks.includes(field)));
    if (lacks.length > 0)
      lacks[0].focus();
    return list(lacks.map(field => say('lacks.' + field.id)));
  }

  const fileName = () => say('file', yearGiven());

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    make('a', { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    at('told').textContent = say('saved', name);
  }

  function saveDocument() {
    const lacks = lacking();
    if (lacks) {
      at('told').textContent = say('lacks', lacks);
      return;
    }
    const values = new Map([...form.cells.values()].map(cell => [cell.name, rawOf(cell)]));
    values.set('agency', agencyGiven());
    values.set('year', String(yearGiven()));
    save(formFiles.docx(documents[form.edition.id], values), fileName());
    isKept = true;
  }

  function saveSidecar() {
    const lacks = lacking();
    if (lacks) {
      at('told').textContent = say('lacks', lacks);
      return;
    }
    const text = formFiles.yaml([
      ['agency', agencyGiven()], ['year', yearGiven()], ['published', at('published').value.trim()], ['url', at('url').value.trim()], ['form', form.edition.id],
    ]);
    save(new Blob([text], { type: 'application/yaml' }), `${fileName()}.yml`);
  }

  /** The page of the repository that takes files, in the agency's folder. */
  function tellUpload() {
    const link = at('upload');
    const folder = agencyGiven().replace(/[\\/:*?"<>|#%\0-\x1f]/g, '-').replace(/^[. ]+|[. ]+$/g, '');
    if (link)
      link.href = `${page.dataset.repository}/upload/main/input${folder ? '/' + encodeURIComponent(folder) : ''}`;
  }

  function start() {
    at('facts').hidden = at('keys').hidden = false;
    choose(at('edition').value);
    at('edition').addEventListener('change', () => choose(at('edition').value));
    at('year').addEventListener('input', tellInForce);
    at('agency').addEventListener('input', tellUpload);
    at('year').addEventListener('input', lookBack);
    at('agency').addEventListener('input', lookBack);
    at('undo').addEventListener('click', undo);
    at('docx').addEventListener('click', saveDocument);
    at('sidecar').addEventListener('click', saveSidecar);
    at('paste').addEventListener('input', () => { at('paste').value = ''; });
    page.addEventListener('paste', paste);
    page.addEventListener('keydown', move);
    page.addEventListener('input', event => {
      if (!form.cells.has(event.target.dataset.cell))
        return;
      isKept = false;
      show();
    });
    // What was typed is nowhere but here.
    window.addEventListener('beforeunload', event => {
      if (!isKept && [...forms.values()].some(one => [...one.cells.values()].some(cell => cell.input.value.trim() !== '')))
        event.preventDefault();
    });
    tellUpload();
  }

  document.addEventListener('DOMContentLoaded', start);
})();
