// The search page: keeps the box, the filters, the address and the list of answers in step. What is found is the engine's affair
// (search-index.js); here it is asked, filtered, counted and shown. The fields of the form are named like the parameters of the address.
(function () {
  'use strict';

  const PerPage = 10;
  const TypingPause = 150;
  const Patience = 300;

  const at = id => document.getElementById(id);
  const search = at('search');
  const fields = at('query').elements;
  const box = fields.q;
  const title = document.title;
  const words = window.archiveWords;
  const phrase = window.archivePhrase;
  const { address, search: engine } = window.archive || {};

  let meta; // what the archive holds
  let answer; // what the engine found for the text asked last
  let hits; // of these, the ones that the filters admit, in order
  let next; // how many of the hits have been looked at
  let run = 0; // counts the questions, so that late answers to earlier ones are dropped
  let isTyping = false; // whether the address stands for a text that is still being typed

  // Small things

  /** An element with its properties and what it holds. */
  function make(tag, properties, ...content) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...content.filter(item => item !== null));
    return element;
  }

  /** The link to a path of the archive, which is not yet percent-encoded. */
  const link = (path, fragment) =>
    search.dataset.root + path.split('/').map(encodeURIComponent).join('/') + (fragment ? '#' + fragment : '');

  function say(text) {
    if (at('count').textContent !== text)
      at('count').textContent = text;
  }

  function fail(error) {
    say('');
    at('problem').textContent = error.message || String(error);
    at('problem').hidden = false;
  }

  function clear() {
    at('hits').replaceChildren();
    at('nothing').hidden = at('more').hidden = true;
  }

  /** Says that it takes a while, unless the work is done soon. */
  async function patiently(text, work) {
    const mine = run;
    const timer = setTimeout(() => mine === run && say(text), Patience);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  // The form

  /** What the form asks: the fields that say something. */
  const chosen = () => new URLSearchParams([...new FormData(at('query'))].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));

  function fill(given) {
    for (const field of fields)
      if (field.type === 'checkbox')
        field.checked = given.has(field.name);
      else if (field.name) {
        field.value = given.get(field.name) || '';
        if (field.selectedIndex < 0)
          field.value = '';
      }
  }

  // Filters: the values of fields are strings, and so are those of reports here.

  const labels = new Map();
  const dimensions = [
    { names: ['from', 'to'], of: report => String(report.year || '') },
    { names: ['region'], of: report => meta.regions[meta.agencies[report.agency].region] },
    { names: ['agency'], of: report => meta.agencies[report.agency].key },
    { names: ['edition'], of: report => (meta.editions[report.edition] || {}).id },
    { names: ['failed'], of: report => report.hasFailed ? '1' : '' },
    { names: ['lawsuits'], of: report => report.hasLawsuits ? '1' : '' },
  ];

  /** Which values a dimension admits; null for all. */
  function admitted(names, given) {
    const [from, to] = names.map(name => given.get(name));
    if (names.length === 1)
      return from && (value => value === from);
    return (from || to) && (year => year !== '' && (!from || +year >= +from) && (!to || +year <= +to));
  }

  /** The reports that pass all filters; and of each dimension's values how many pass all others. */
  function filtered(given) {
    const filters = dimensions.map(dimension => admitted(dimension.names, given));
    const counts = dimensions.map(() => new Map());
    const passed = [];
    for (const id of answer.result.reports) {
      if (answer.dropped.has(id))
        continue;
      const report = engine.report(id);
      const values = dimensions.map(dimension => dimension.of(report));
      const refused = values.map((value, i) => i).filter(i => filters[i] && !filters[i](values[i]));
      if (refused.length === 0)
        passed.push(id);
      if (refused.length <= 1)
        values.forEach((value, i) => (refused.length === 0 || refused[0] === i) && counts[i].set(value, (counts[i].get(value) || 0) + 1));
    }
    return { passed, counts };
  }

  function showCounts(counts) {
    dimensions.forEach(({ names }, i) => {
      for (const field of names.map(name => fields[name]))
        if (field.type === 'checkbox')
          field.nextElementSibling.textContent = phrase('search.counted', '', counts[i].get(field.value) || 0);
        else
          for (const option of [...field.options].slice(1)) {
            const count = counts[i].get(option.value) || 0;
            option.text = phrase('search.counted', labels.get(option), count);
            option.hidden = option.disabled = count === 0 && !option.selected;
          }
    });
  }

  function fillFilters() {
    const offer = (name, values) => {
      for (const [value, label] of values) {
        const option = make('option', { value });
        labels.set(option, label);
        fields[name].append(option);
      }
    };
    offer('from', meta.years.map(year => [year, year]));
    offer('to', meta.years.map(year => [year, year]));
    offer('region', meta.regions.map(region => [region, region]));
    offer('agency', meta.agencies.map(agency => [agency.key, agency.name]));
    offer('edition', meta.editions.map(edition => [edition.id, phrase('edition', edition.id.replace('form-', ''))]));
  }

  // Answers

  function row(id, verdict) {
    const report = engine.report(id);
    const [best] = verdict.places;
    const figures = ['received', 'concluded', 'reviews', 'lawsuits'].filter(name => verdict.key[name] !== null);
    const facts = [report.name, report.year === null ? words['year.undated'] : phrase('year', report.year)];
    if (!report.isCurrent)
      facts.push(words['search.superseded']);
    return make('li', {},
      make('h2', {}, make('a', { href: link(report.path, best && best.fragment) }, verdict.title)),
      make('p', { className: 'hit-of' }, facts.join(' · '), report.hasFailed ? make('span', { className: 'mark error' }, words['search.failed']) : null),
      ...verdict.places.map(place => make('p', { className: 'hit-place' },
        place.heading ? make('a', { href: link(report.path, place.fragment) }, place.heading) : null,
        ...place.parts.map(part => part.isMarked ? make('mark', {}, part.text) : part.text))),
      figures.length > 0
        ? make('dl', { className: 'hit-figures' }, ...figures.map(name => make('div', {}, make('dt', {}, words[`search.${name}`]), make('dd', {}, verdict.key[name]))))
        : null);
  }

  /** What the index finds may not hold, since it knows only which pieces of words a report has; so what is shown is read first. */
  async function verified(id, from) {
    if (!from.verdicts.has(id))
      from.verdicts.set(id, await engine.verify(id, from.result));
    return from.verdicts.get(id);
  }

  function showCount() {
    const { result, verdicts, dropped } = answer;
    const isExact = result.isExact || hits.every(id => verdicts.has(id));
    const count = hits.filter(id => !dropped.has(id)).length;
    say(phrase(isExact ? 'search.count' : 'search.about', count));
  }

  /** Shows ten more hits; the former list stands until the first of a new one is there. */
  async function showMore(isFirst) {
    const mine = run;
    const from = answer;
    let wanted = PerPage;
    let first = null;
    while (wanted > 0 && next < hits.length) {
      const batch = hits.slice(next, next + wanted).map(id => [id, verified(id, from)]);
      // A failure is met when its turn comes, or not at all if the question has changed by then.
      batch.forEach(([, work]) => work.catch(() => {}));
      for (const [id, work] of batch) {
        const verdict = await patiently(words['search.searching'], work);
        if (mine !== run)
          return;
        next++;
        if (verdict.holds) {
          if (isFirst && first === null)
            clear();
          wanted--;
          const item = row(id, verdict);
          first = first || item;
          at('hits').append(item);
        } else
          from.dropped.add(id);
        showCount();
      }
    }

    if (from.dropped.size > 0)
      showCounts(filtered(chosen()).counts);
    showCount();
    at('more').hidden = next >= hits.length;
    if (isFirst && first === null)
      await showNothing();
    else if (!isFirst && first !== null)
      first.querySelector('a').focus();
  }

  /** What to try when nothing was found: other agencies, fewer words, no filters. */
  async function showNothing() {
    const mine = run;
    const given = chosen();
    const without = change => {
      const other = new URLSearchParams(given);
      change(other);
      return '?' + other;
    };
    const text = given.get('q') || '';
    const { words } = answer.result;
    const hints = [make('p', {}, text ? phrase('search.nothing', text) : words['search.none'])];
    const offer = (label, links) => links.length > 0 && hints.push(make('p', {}, label), make('ul', {}, ...links.map(item => make('li', {}, item))));
    if (dimensions.some(({ names }) => names.some(name => given.has(name))))
      offer(words['search.unfiltered'], [make('a', {
        href: without(other => dimensions.forEach(({ names }) => names.forEach(name => other.delete(name)))),
      }, text || words['search.all'])]);
    if (words.length > 1)
      offer(words['search.fewer'], words.map((word, i) => make('a', {
        href: without(other => other.set('q', words.filter((kept, k) => k !== i).join(' '))),
      }, phrase('search.without', word))));
    const near = text ? await engine.near(text) : [];
    if (mine !== run)
      return;
    offer(words['search.near'], near.map(agencyLink));
    clear();
    at('nothing').replaceChildren(...hints);
    at('nothing').hidden = false;
  }

  const agencyLink = agency => make('a', { href: link(agency.path) }, agency.name, agency.note ? make('small', {}, agency.note) : null);

  async function showSuggestions(text) {
    const mine = run;
    const agencies = text ? await engine.suggest(text) : [];
    if (mine !== run)
      return;
    at('suggestions').replaceChildren(...(agencies.length > 0 ? [words['search.agencies'], make('ul', {}, ...agencies.map(agency => make('li', {}, agencyLink(agency))))] : []));
    at('suggestions').hidden = agencies.length === 0;
  }

  /** Answers what the form asks. */
  async function ask() {
    const mine = ++run;
    const given = chosen();
    const text = given.get('q') || '';
    document.title = text ? `${text} · ${title}` : title;
    at('problem').hidden = true;
    at('hits').setAttribute('aria-busy', 'true');
    try {
      showSuggestions(text).catch(() => {});
      if (!answer || answer.text !== text) {
        const result = await patiently(words['search.searching'], engine.find(text));
        if (mine !== run)
          return;
        answer = { text, result, verdicts: new Map(), dropped: new Set() };
      }
      const { passed, counts } = filtered(given);
      const order = { newest: (a, b) => a - b, oldest: (a, b) => b - a }[given.get('sort')];
      hits = order ? passed.sort(order) : passed;
      next = 0;
      showCounts(counts);
      showCount();
      await showMore(true);
    } catch (error) {
      if (mine === run) {
        clear();
        fail(error);
      }
    } finally {
      if (mine === run)
        at('hits').removeAttribute('aria-busy');
    }
  }

  // What the reader does

  let pause;

  function typed(event) {
    if (event.isComposing)
      return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      address.write(chosen(), isTyping);
      isTyping = true;
      ask();
    }, TypingPause);
  }

  function decided(event) {
    event.preventDefault();
    clearTimeout(pause);
    address.write(chosen(), false);
    isTyping = false;
    ask();
  }

  /** Back and forward. */
  function followed(given) {
    clearTimeout(pause);
    fill(given);
    isTyping = false;
    ask();
  }

  function moved(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing)
      return;
    const stops = [box, ...document.querySelectorAll('#suggestions a, #hits h2 a, #nothing a')];
    const here = stops.indexOf(document.activeElement);
    if (here >= 0 && stops[here + step]) {
      event.preventDefault();
      stops[here + step].focus();
    }
  }

  async function start() {
    if (!engine)
      throw new Error(words['search.not_loaded']);
    fill(address.asked());
    if (!box.value)
      box.focus();
    meta = await patiently(words['search.opening'], engine.open(search.dataset.root));

    // What was typed meanwhile stays; the filters are there only now.
    const text = box.value;
    fillFilters();
    fill(address.asked());
    box.value = text;
    const wide = matchMedia('(min-width: 60rem)');
    const unfold = () => { at('facets').open = wide.matches; };
    wide.addEventListener('change', unfold);
    unfold();
    at('facets').hidden = at('order').hidden = false;
    address.shows(chosen());

    box.addEventListener('input', typed);
    box.addEventListener('compositionend', typed);
    at('query').addEventListener('submit', decided);
    for (const field of fields)
      if (field.name && field !== box)
        field.addEventListener('change', decided);
    at('more').addEventListener('click', () => showMore(false).catch(fail));
    document.addEventListener('keydown', moved);
    address.onFollow(followed);
    await ask();
  }

  start().catch(fail);
})();
