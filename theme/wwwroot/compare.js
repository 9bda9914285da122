// The page that compares: what is chosen stands in the address, the figures come from a script of each agency (agencies/…/figures.js), the
// wording of rows and columns from assets/forms.js, names and years of agencies from the index of the search.
//
// A row keeps to its wording: what an edition words otherwise is another figure and gets a row of its own, as on the pages of agencies.
(function () {
  'use strict';

  const MostAgencies = 8;
  const MostOffers = 60;
  const MostCharts = 8;

  const at = id => document.getElementById(id);
  const root = at('compare').dataset.root;
  const { address, search } = window.archive;

  let forms; // the tables of all editions, newest first
  let agencies; // key -> agency with its years
  let years; // all years of the archive
  let presets; // id -> names of cells
  let chosen = { agencies: [], years: [], figures: [] };
  let shown = null; // what the result shows: columns, figures
  let run = 0; // counts the choices, so that late figures of earlier ones are dropped
  const figures = new Map(); // key of an agency -> its reports by year

  window.archiveForms = tables => {
    forms = tables.map(form => {
      const rows = form.rows.map(row => ({ ...row, columns: row.columns ? row.columns.map(place => form.columns[place]) : form.columns }));
      return { ...form, rows, places: new Map(rows.flatMap(row => row.columns.map(column => `${row.row}.${column[0]}`)).map((place, i) => [place, i])) };
    });
  };
  window.archiveFigures = (key, reports) => figures.set(key, reports);

  // Small things

  const say = (key, ...values) => window.archivePhrase('compare.' + key, ...values);

  const isEnglish = document.documentElement.lang === 'en';

  /** Of a wording in Chinese and English the one of the page's language. */
  const inWords = pair => pair[isEnglish ? 1 : 0] || pair[0];

  const editionName = form => window.archivePhrase('edition', form.replace('form-', ''));

  const list = things => things.join(window.archivePhrase('list'));

  function make(tag, properties, ...content) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content.filter(item => item !== null && item !== undefined));
    return element;
  }

  function draw(tag, attributes, ...content) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes))
      element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  const link = (path, fragment) => root + path.split('/').map(encodeURIComponent).join('/') + (fragment ? '#' + fragment : '');

  const loading = new Map();

  /** Runs a script of the archive once. */
  function load(path) {
    if (!loading.has(path))
      loading.set(path, new Promise((resolve, reject) => {
        const script = make('script', { src: link(path) });
        script.onload = () => {
          script.remove();
          resolve();
        };
        script.onerror = () => {
          script.remove();
          loading.delete(path);
          reject(new Error(say('unread', path)));
        };
        document.head.append(script);
      }));
    return loading.get(path);
  }

  function fail(error) {
    at('problem').textContent = error.message || String(error);
    at('problem').hidden = false;
  }

  // What may be chosen

  /** Which figures the rules of each edition know under the name of a cell, one for each wording, the newest first. */
  function wordings(name) {
    const [table, row, column] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
    if (table === 'key')
      return KeyFigures.includes(row) ? [{ name, key: KeyFigures.indexOf(row), label: [say('key.' + row)], forms: [...new Set(forms.map(form => form.form))] }] : [];
    const found = new Map();
    for (const form of forms.filter(form => form.table === table)) {
      const ofRow = form.rows.find(candidate => candidate.row === row);
      const ofColumn = ofRow && ofRow.columns.find(candidate => candidate[0] === column);
      if (!ofColumn)
        continue;
      const isTotal = table === 'requests' && column === 'total';
      const label = [0, 1].map(language => isTotal || !ofColumn[language + 1]
        ? ofRow.label[language]
        : `${ofRow.label[language]} · ${ofColumn[language + 1]}`);
      if (!found.has(label[0]))
        found.set(label[0], { name, table, place: `${row}.${column}`, label, forms: [] });
      found.get(label[0]).forms.push(form.form);
    }
    return [...found.values()];
  }

  const KeyFigures = ['received', 'concluded', 'reviews', 'lawsuits'];
  const KeyCells = [
    ['依申请公开情况/收到申请数', 'requests.received.total'], ['依申请公开情况/申请办结数', 'requests.concluded.total'],
    ['行政复议数量', 'disputes.review.total'], ['行政诉讼数量', 'disputes.litigation_direct.total'],
  ];

  /** The names of all cells of a table, those of its newest form first, and behind each row what older forms have there. */
  function cellsOf(table, admits = () => true) {
    const names = [];
    for (const form of forms.filter(candidate => candidate.table === table)) {
      let last = -1;
      for (const row of form.rows)
        for (const column of row.columns) {
          const name = `${table}.${row.row}.${column[0]}`;
          if (!admits(row.row, column[0]))
            continue;
          const known = names.indexOf(name);
          if (known < 0)
            names.splice(last + 1, 0, name);
          last = known < 0 ? last + 1 : known;
        }
    }
    return names;
  }

  function makePresets() {
    const sheet = begins => cellsOf('statistics_2008', row => row.startsWith(begins));
    const isOutcome = row => !['received', 'carried_in', 'carried_out'].includes(row);
    presets = {
      received: ['key.received.value', 'requests.carried_in.total', 'key.concluded.value', 'requests.carried_out.total'],
      results: [...cellsOf('requests', (row, column) => column === 'total' && isOutcome(row)), ...sheet('依申请公开情况/申请答复数')],
      applicants: cellsOf('requests', (row, column) => row === 'received' && column !== 'total'),
      disputes: ['key.reviews.value', ...cellsOf('disputes', (row, column) => row === 'review' && column !== 'total'), 'key.lawsuits.value', ...cellsOf('disputes', row => row !== 'review'),
        ...sheet('行政复议数量/'), ...sheet('行政诉讼数量/')],
      proactive: [...cellsOf('proactive'), ...sheet('主动公开情况/')],
    };
  }

  function readArchive(meta) {
    const all = meta.agencies.filter(agency => agency.key !== 'unidentified').map(agency => ({ ...agency, region: meta.regions[agency.region] || '', years: [] }));
    agencies = new Map(all.map(agency => [agency.key, agency]));
    const found = new Set();
    for (let id = 0; id < meta.reports; id++) {
      const report = search.report(id);
      const agency = agencies.get(meta.agencies[report.agency].key);
      if (agency && report.year !== null && report.isCurrent) {
        agency.years.push(report.year);
        found.add(report.year);
      }
    }
    years = [...found].sort((a, b) => a - b);
    for (const agency of all) {
      agency.years.sort((a, b) => a - b);
      agency.words = fold([agency.name, ...agency.aliases, agency.kind].join(' '));
      if (agency.years.length === 0)
        agencies.delete(agency.key);
    }
  }

  const fold = text => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

  // The address

  function read(given) {
    const part = name => (given.get(name) || '').split(',').filter(text => text);
    const unknown = part('a').filter(key => !agencies.has(key));
    const known = [...new Set(part('a'))].filter(key => agencies.has(key));
    chosen = {
      agencies: known.slice(0, MostAgencies),
      years: part('y').map(Number).filter(year => years.includes(year)),
      figures: part('r').filter(name => presets[name] || wordings(name).length > 0),
    };
    if (chosen.figures.length === 0)
      chosen.figures = ['received'];
    at('problem').hidden = unknown.length === 0 && known.length <= MostAgencies;
    at('problem').textContent = unknown.length > 0 ? say('unknown', list(unknown)) : say('too_many', MostAgencies);
  }

  function asText() {
    const given = new URLSearchParams();
    if (chosen.agencies.length > 0)
      given.set('a', chosen.agencies.join(','));
    if (chosen.years.length > 0)
      given.set('y', chosen.years.join(','));
    if (chosen.agencies.length > 0 || chosen.figures.join() !== 'received')
      given.set('r', chosen.figures.join(','));
    return given;
  }

  // The choice

  function checkBox(name, value, label, isChecked) {
    return make('label', { className: 'check-box' }, make('input', { type: 'checkbox', name, value, checked: isChecked }), make('span', {}, label));
  }

  function fillChoice() {
    const regions = [...new Set([...agencies.values()].map(agency => agency.region))].filter(region => region);
    at('region').append(...regions.map(region => make('option', { value: region }, region)));
    at('regions').hidden = regions.length < 2;
    at('years').replaceChildren(...[...years].reverse().map(year => checkBox('year', year, year, false)));
    fillRows();
    offer();
  }

  /** The rows of every table, to be chosen one by one. */
  function fillRows() {
    const seen = new Set();
    at('rows').replaceChildren(...forms.filter(form => !seen.has(form.table) && seen.add(form.table)).map(form => make('fieldset', {},
      make('legend', {}, inWords(form.label)),
      ...cellsOf(form.table, (row, column) => form.table !== 'requests' || column === 'total').map(name =>
        checkBox('figure', name, inWords(wordings(name)[0].label), chosen.figures.includes(name))))));
  }

  /** The agencies that fit what is typed: in their names, or in how these are read. */
  async function offer() {
    const typed = fold(at('find').value);
    const region = at('region').value;
    const read = /^[a-z]+$/.test(typed) ? (await search.suggest(typed)).map(agency => agency.path.split('/')[1]) : [];
    if (fold(at('find').value) !== typed)
      return;
    const fitting = [...agencies.values()].filter(agency => (!region || agency.region === region) && (agency.words.includes(typed) || read.includes(agency.key)));
    at('offers').replaceChildren(...fitting.slice(0, MostOffers).map(agency =>
      make('li', {}, checkBox('agency', agency.key, agency.name, chosen.agencies.includes(agency.key)))));
    at('offers-note').textContent = fitting.length === 0 ? say('none_fit') : fitting.length > MostOffers ? say('more_fit', fitting.length, MostOffers) : '';
    showChoice();
  }

  /** Makes the form say what is chosen. */
  function showChoice() {
    const isFull = chosen.agencies.length >= MostAgencies;
    for (const box of at('offers').querySelectorAll('input')) {
      box.checked = chosen.agencies.includes(box.value);
      box.disabled = isFull && !box.checked;
    }
    for (const box of at('years').querySelectorAll('input'))
      box.checked = chosen.years.includes(+box.value);
    for (const box of at('choice').querySelectorAll('input[name=figure]'))
      box.checked = chosen.figures.includes(box.value);
    at('chosen').replaceChildren(...chosen.agencies.map(key => {
      const button = make('button', { type: 'button', value: key, title: say('remove', agencies.get(key).name) }, make('span', {}, agencies.get(key).name), make('span', { ariaHidden: 'true' }, ' ×'));
      button.setAttribute('aria-label', say('remove', agencies.get(key).name));
      return make('li', {}, button);
    }));
    at('full').hidden = !isFull;
  }

  function choose(change) {
    change();
    at('problem').hidden = true;
    address.write(asText(), false);
    show().catch(fail);
  }

  function toggled(event) {
    const { name, value, checked } = event.target;
    const kind = { agency: 'agencies', year: 'years', figure: 'figures' }[name];
    if (!kind)
      return;
    const item = kind === 'years' ? +value : value;
    choose(() => {
      chosen[kind] = checked ? [...chosen[kind], item] : chosen[kind].filter(other => other !== item);
      if (kind === 'years')
        chosen.years.sort((a, b) => a - b);
    });
  }

  // The figures

  /** What an agency's report of a year says of a figure. */
  function cellOf(figure, agency, year) {
    const report = figures.get(agency.key)[year];
    if (!report)
      return { state: year > agency.years[0] && year < agency.years[agency.years.length - 1] ? 'gap' : 'outside' };
    if (!report.form)
      return { state: 'unread_report', page: true };
    if (figure.key !== undefined) {
      const value = report.key[figure.key];
      const anchor = report.form === 'form-2008' ? `statistics_2008.${KeyCells[figure.key][0]}.value` : KeyCells[figure.key][1];
      return value === null ? { state: 'no_figure', page: true } : { state: 'reported', value, form: report.form, anchor };
    }
    const table = report.tables[figure.table];
    if (!table && figure.forms.includes(report.form))
      return { state: 'no_table', page: true };
    if (!table || !figure.forms.includes(table.form))
      return { state: 'not_in_form' };
    const value = table.cells[forms.find(form => form.form === table.form && form.table === figure.table).places.get(figure.place)];
    const cell = { form: table.form, anchor: figure.name };
    if (typeof value === 'number' || /^-?\d/.test(value))
      return { ...cell, state: 'reported', value, isCorrected: (report.corrected || []).includes(figure.name) };
    const state = { b: 'blank', n: 'not_applicable', u: 'unreadable', m: 'missing' }[value];
    return { ...cell, state: state === 'missing' && report.transcribed ? 'not_transcribed' : state };
  }

  function editionOf(agency, year) {
    const report = figures.get(agency.key)[year];
    return report && report.form;
  }

  /** The columns and rows that the choice gives. */
  function lookUp() {
    const of = chosen.agencies.map(key => agencies.get(key));
    const columns = (chosen.years.length > 0 ? chosen.years : years.filter(year => of.some(agency => agency.years.includes(year))))
      .map(year => ({ year, editions: [...new Set(of.map(agency => editionOf(agency, year)).filter(form => form))].sort() }));
    const names = [...new Set(chosen.figures.flatMap(name => presets[name] || [name]))];
    const rows = [];
    const left = [];
    for (const figure of names.flatMap(wordings)) {
      const lines = of.map(agency => ({ agency, cells: columns.map(({ year }) => cellOf(figure, agency, year)) }));
      const isKnown = lines.some(line => line.cells.some(cell => !['not_in_form', 'gap', 'outside', 'unread_report'].includes(cell.state)));
      if (isKnown)
        rows.push({ figure, lines });
      else
        left.push(figure);
    }

    // Of what a preset brings, other editions are passed over in silence; what was chosen by itself is not.
    return { agencies: of, columns, rows, left: left.filter(figure => chosen.figures.includes(figure.name)) };
  }

  // The table

  const MissingStates = ['gap', 'outside', 'missing', 'not_transcribed'];

  function tableCell(cell, agency, column) {
    const { year } = column;
    const path = `agencies/${agency.key}/${year}.html`;
    const text = cell.state === 'reported' ? String(cell.value) : say('state.' + cell.state);
    const anchor = cell.anchor && encodeURIComponent(cell.anchor);
    const content = cell.anchor || cell.page ? make('a', { href: link(path, anchor) }, text) : make('span', {}, text);
    const element = make('td', {}, content);
    element.className = cell.state === 'reported' ? (cell.isCorrected ? 'corrected' : '') : cell.state === 'unreadable' ? 'unreadable' : MissingStates.includes(cell.state) && cell.state !== 'outside' ? 'missing' : 'outside';
    if (cell.isCorrected)
      element.append(make('small', {}, say('corrected')));
    if (column.editions.length > 1 && cell.form)
      element.append(make('small', {}, editionName(cell.form)));
    return element;
  }

  function table() {
    const { columns, rows } = shown;
    const isBreak = columns.map((column, i) => i > 0 && column.editions.length > 0 && columns[i - 1].editions.join() !== column.editions.join());
    const head = make('tr', {}, make('th', { scope: 'col' }, say('agency')), ...columns.map((column, i) => make('th', { scope: 'col', className: isBreak[i] ? 'edition-changed' : '' },
      make('span', {}, String(column.year)),
      column.editions.length > 0 ? make('small', {}, list(column.editions.map(editionName))) : null)));
    return make('table', { className: 'series compared' },
      make('caption', {}, say('caption')),
      make('thead', {}, head),
      ...rows.map(({ figure, lines }) => make('tbody', {},
        make('tr', { className: 'group' }, make('th', { scope: 'rowgroup', colSpan: columns.length + 1 }, make('span', {}, inWords(figure.label)), onlyIn(figure))),
        ...lines.map(({ agency, cells }) => make('tr', {},
          make('th', { scope: 'row' }, make('a', { href: link(`agencies/${agency.key}/index.html`) }, agency.name)),
          ...cells.map((cell, i) => {
            const element = tableCell(cell, agency, columns[i]);
            element.classList.toggle('edition-changed', isBreak[i]);
            return element;
          }))))));
  }

  /** Says where a row belongs to some of the editions only that the columns have. */
  function onlyIn(figure) {
    const used = [...new Set(shown.columns.flatMap(column => column.editions))];
    return used.every(form => figure.forms.includes(form)) ? null : make('small', {}, say('only_in', list([...figure.forms].sort().map(editionName))));
  }

  // The charts: a small one for each agency, all of a figure on one scale

  const Left = 40;
  const Top = 26;
  const Height = 96;

  /** The smallest round number that is not below a number. */
  function roundUp(number) {
    const power = 10 ** Math.floor(Math.log10(number));
    return [1, 2, 3, 4, 5, 6, 8, 10].map(step => step * power).find(step => step >= number);
  }

  function panel(line, columns, low, high) {
    const slot = columns.length > 10 ? 26 : 36;
    const width = Left + columns.length * slot;
    const y = value => Top + Height * (high - value) / (high - low);
    const base = y(0);
    const svg = draw('svg', { viewBox: `0 0 ${width} ${Top + Height + 20}`, width, role: 'img', 'aria-label': say('chart', line.agency.name) });
    const axis = draw('g', { class: 'axis' });
    for (const value of [...new Set([low, 0, high])]) {
      axis.append(draw('path', { d: `M${Left} ${y(value)}H${width}`, class: value === 0 ? 'base' : '' }));
      axis.append(draw('text', { x: Left - 5, y: y(value) + 4, 'text-anchor': 'end' }, String(value)));
    }
    svg.append(axis);
    let form;
    columns.forEach(({ year }, i) => {
      const cell = line.cells[i];
      const middle = Left + (i + 0.5) * slot;
      axis.append(draw('text', { x: middle, y: Top + Height + 16, 'text-anchor': 'middle' }, slot < 30 ? `’${String(year).slice(2)}` : String(year)));
      const edition = editionOf(line.agency, year);
      if (edition && form && edition !== form) {
        const x = Left + i * slot;
        svg.append(draw('path', { class: 'break', d: `M${x} ${Top - 12}V${Top + Height}` }), draw('text', { class: 'edition', x: x + 3, y: Top - 14 }, editionName(edition)));
      }
      form = edition || form;
      svg.append(draw('g', {}, draw('title', {}, `${year} ${cell.state === 'reported' ? cell.value : say('state.' + cell.state)}`), ...mark(cell, middle, slot)));
    });

    function mark(cell, middle, room) {
      const half = room * 0.3;
      if (cell.state === 'gap')
        return [draw('path', { class: 'absent', fill: 'url(#chart-absent)', d: `M${middle - room / 2 + 1} ${Top}h${room - 2}v${Height}h${2 - room}z` })];
      if (cell.state === 'outside')
        return [];
      if (cell.state === 'not_in_form')
        return [draw('path', { class: 'not-in-form', d: `M${middle - 4} ${base - 8}h8` })];
      if (cell.state !== 'reported')
        return [draw('rect', { class: 'unknown', x: middle - 5, y: base - 12, width: 10, height: 10 })];
      const value = Number(cell.value);
      const label = draw('text', { x: middle, y: (value < 0 ? base : y(value)) - 5, 'text-anchor': 'middle' }, String(cell.value));
      return value === 0
        ? [draw('path', { class: 'zero', d: `M${middle - half} ${base}h${2 * half}` }), label]
        : [draw('path', { class: 'bar series-1', fill: 'url(#series-1)', d: `M${middle - half} ${base}V${y(value)}h${2 * half}V${base}z` }), label];
    }

    return make('div', { className: 'panel' }, make('p', {}, line.agency.name), svg);
  }

  function charts() {
    const drawable = shown.rows.map(row => ({ ...row, values: row.lines.flatMap(line => line.cells).filter(cell => cell.state === 'reported').map(cell => Number(cell.value)) }))
      .filter(row => row.values.length > 0);
    at('undrawn').hidden = drawable.length <= MostCharts;
    at('undrawn').textContent = say('undrawn', MostCharts, drawable.length);
    return drawable.slice(0, MostCharts).map(({ figure, lines, values }) => {
      const most = Math.max(...values);
      const least = Math.min(...values);
      const low = least < 0 ? -roundUp(-least) : 0;
      const high = most > 0 ? roundUp(most) : low < 0 ? 0 : 1;
      return make('figure', { className: 'chart compared' },
        make('figcaption', {}, inWords(figure.label)),
        make('div', { className: 'panels' }, ...lines.map(line => panel(line, shown.columns, low, high))));
    });
  }

  // Taking it away

  function csv() {
    const quoted = value => {
      const text = String(value);
      const safe = /^[\s"']*[=+\-@＝＋－＠\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
    };
    const lines = [['agency_id', 'agency', 'year', 'form', 'cell', 'label', 'value', 'state', 'page']];
    for (const { figure, lines: ofAgencies } of shown.rows)
      for (const { agency, cells } of ofAgencies)
        cells.forEach((cell, i) => {
          const { year } = shown.columns[i];
          lines.push([
            agency.key, agency.name, year, cell.form || editionOf(agency, year) || '', figure.name, inWords(figure.label), cell.state === 'reported' ? cell.value : '', cell.state,
            editionOf(agency, year) || cell.page ? `agencies/${agency.key}/${year}.html` : '',
          ]);
        });
    return '\ufeff' + lines.map(line => line.map(quoted).join(',') + '\r\n').join('');
  }

  function download() {
    const url = URL.createObjectURL(new Blob([csv()], { type: 'text/csv;charset=utf-8' }));
    make('a', { href: url, download: say('file') }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(location.href);
    } catch {
      // Without a secure origin there is no clipboard; the old way works in an answer to a press.
      const field = make('textarea', { value: location.href, className: 'unseen' });
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
      at('copy').focus();
    }
    at('said').textContent = say('copied');
  }

  // Showing

  async function show() {
    const mine = ++run;
    showChoice();
    at('said').textContent = '';
    at('start').hidden = chosen.agencies.length > 0;
    at('result').hidden = chosen.agencies.length === 0;
    if (chosen.agencies.length === 0)
      return;
    await Promise.all(chosen.agencies.map(key => load(`agencies/${key}/figures.js`)));
    if (mine !== run)
      return;
    shown = lookUp();
    at('left').hidden = shown.left.length === 0;
    at('left').textContent = say('left', list(shown.left.map(figure => inWords(figure.label))));
    at('table').replaceChildren(...(shown.rows.length > 0 ? [table()] : []));
    at('nothing').hidden = shown.rows.length > 0;
    at('charts').replaceChildren(...charts());
    at('said').textContent = say('shown', shown.agencies.length, shown.columns.length, shown.rows.length);
  }

  async function start() {
    const [meta] = await Promise.all([search.open(root), load('assets/forms.js')]);
    readArchive(meta);
    makePresets();
    read(address.asked());
    address.shows(address.asked());
    fillChoice();
    at('choice').open = chosen.agencies.length === 0 || matchMedia('(min-width: 60rem)').matches;
    at('choice').hidden = false;

    at('choice').addEventListener('change', toggled);
    at('find').addEventListener('input', () => offer().catch(fail));
    at('region').addEventListener('change', () => offer().catch(fail));
    at('chosen').addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button)
        return;
      choose(() => { chosen.agencies = chosen.agencies.filter(key => key !== button.value); });
      (at('chosen').querySelector('button') || at('find')).focus();
    });
    at('download').addEventListener('click', download);
    at('copy').addEventListener('click', copy);
    address.onFollow(given => {
      read(given);
      show().catch(fail);
    });
    await show();
  }

  start().catch(fail);
})();
