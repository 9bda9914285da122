// What every page can do: lead to the search box by a key, be read in large print, in high contrast, aloud, and in the other language.
(function () {
  'use strict';

  const reader = window.archiveReader;
  const words = window.archiveWords;
  const tools = document.getElementById('reader');

  /** A text of the site with its arguments in place. */
  window.archivePhrase = (key, ...parts) => {
    const text = words[key].replace(/\{(\d)\}/g, (all, place) => parts[place]);
    return window.archiveEnglish && document.documentElement.lang === 'en' ? translate(text) : text;
  };

  /** Leads to the search box, as on many sites; not from where one is typing. */
  document.addEventListener('keydown', event => {
    const box = document.querySelector('form[role="search"] input');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !box || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName))
      return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  if (!tools)
    return;

  const button = name => tools.querySelector(`[data-tool="${name}"]`);

  for (const name of ['large', 'contrast']) {
    const control = button(name);
    const show = () => control.setAttribute('aria-pressed', String(reader.has(name)));
    control.hidden = false;
    control.addEventListener('click', () => {
      reader.choose(name, !reader.has(name));
      show();
    });
    show();
  }

  // Reading aloud: the prose, paragraph by paragraph, by the browser's own voice.

  const prose = document.querySelectorAll('main [data-prose]:not(q)');
  const speech = window.speechSynthesis;
  if (speech && prose.length > 0) {
    const control = button('aloud');
    let isReading = false;

    const stop = () => {
      isReading = false;
      speech.cancel();
      document.querySelector('.spoken')?.classList.remove('spoken');
      control.setAttribute('aria-pressed', 'false');
    };

    const say = index => {
      document.querySelector('.spoken')?.classList.remove('spoken');
      if (!isReading || index === prose.length)
        return stop();
      const text = new SpeechSynthesisUtterance(prose[index].textContent);
      text.lang = 'zh-CN';
      text.onend = () => isReading && say(index + 1);
      text.onerror = stop;
      prose[index].classList.add('spoken');
      prose[index].scrollIntoView({ block: 'nearest' });
      speech.speak(text);
    };

    control.hidden = false;
    control.addEventListener('click', () => {
      if (isReading)
        return stop();
      isReading = true;
      control.setAttribute('aria-pressed', 'true');
      say(0);
    });
    addEventListener('pagehide', stop);
  }

  // The other language: a page of its own where there is one, else the labels are exchanged here.

  const link = tools.querySelector('a[hreflang]');
  if (link) {
    link.addEventListener('click', () => reader.choose('english', link.hreflang === 'en'));
    return;
  }

  const exchanged = [];
  const attributes = ['title', 'aria-label', 'placeholder', 'data-label'];
  const control = button('english');

  /** The English for a whole text: as it stands, without the form's numbering, or by a pattern whose places are translated in their turn. */
  function translate(text, depth = 0) {
    const { texts, patterns } = window.archiveEnglish;
    const plain = text.trim().replace(/\s+/g, ' ');
    if (!/[\u3400-\u9fff]/.test(plain) || depth > 3)
      return plain;
    if (Object.hasOwn(texts, plain))
      return texts[plain];
    const bare = plain.replace(/^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.、])\s*/, '');
    if (Object.hasOwn(texts, bare))
      return texts[bare];
    for (const [pattern, english] of patterns) {
      const found = pattern.exec(plain);
      if (found)
        return english.replace(/\{(\d)\}/g, (all, place) => translate(found.groups['p' + place] ?? '', depth + 1));
    }
    return plain;
  }

  function exchange() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, {
      acceptNode: node => node.parentElement.closest('[data-prose], [translate="no"], script, style') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data;
      const english = translate(text);
      if (english !== text.trim()) {
        exchanged.push(() => { node.data = text; });
        // A sentence that another follows needs a space after it, which Chinese does without.
        const space = /[.:;?!]$/.test(english) && (node.nextSibling || node.parentElement.nextElementSibling) ? ' ' : '';
        node.data = text.replace(/\S[\s\S]*\S|\S/, () => english + space);
      }
    }
    for (const name of attributes)
      for (const element of document.querySelectorAll(`body [${name}]`)) {
        if (element.closest('[data-prose], [translate="no"]'))
          continue;
        const text = element.getAttribute(name);
        exchanged.push(() => element.setAttribute(name, text));
        element.setAttribute(name, translate(text));
      }
    document.documentElement.lang = 'en';
  }

  function show() {
    const isEnglish = document.documentElement.lang === 'en';
    control.textContent = isEnglish ? '中文' : 'English';
    control.lang = isEnglish ? 'zh-CN' : 'en';
  }

  function choose(isEnglish) {
    reader.choose('english', isEnglish);
    if (!isEnglish) {
      exchanged.splice(0).forEach(undo => undo());
      document.documentElement.lang = 'zh-CN';
      return show();
    }
    if (window.archiveEnglish) {
      exchange();
      return show();
    }
    const script = document.createElement('script');
    script.src = tools.dataset.english;
    script.onload = () => {
      const { patterns } = window.archiveEnglish;
      patterns.forEach((pair, i) => { patterns[i] = [new RegExp(`^${pair[0]}$`), pair[1]]; });
      exchange();
      show();
    };
    script.onerror = () => { control.textContent = words['language.failed']; };
    document.head.append(script);
  }

  control.hidden = false;
  control.addEventListener('click', () => choose(document.documentElement.lang !== 'en'));
  if (reader.has('english'))
    choose(true);
  else
    show();
})();
