// Reads the text of a figure's cell as the program does (site/Reports/Recognition/FigureText.cs); a test compares the two. What is not one
// number without doubt is unreadable. A number is kept as a whole one in units of 10^-24, so that sums are exact.
(function () {
  'use strict';

  const Places = 24;
  const NotApplicable = new Set(['/', '\\', '-', '--', '---', '—', '——', '———', '–', '―', '─', '──', '－', '一一', '无', '不涉及', '不适用', 'N/A', 'n/a']);
  const CountUnits = ['人次', '件次', '件', '条', '项', '个', '次', '篇', '人', '宗', '起', '份', '部', '期', '场'];
  const MoneyUnits = [['亿元', 10000n, 1n], ['万元', 1n, 1n], ['千元', 1n, 10n], ['元', 1n, 10000n], ['万', 1n, 1n]];
  const Less = ['减少', '减', '↓', '-', '－', '—', '–', '−'];
  const ChangeSigns = ['减少', '增加', '新增', '减', '增', '↓', '↑', '-', '－', '—', '–', '−', '+'];
  const Note = /(\s*([①-⑳⑴-⑽⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+|[*﹡※†‡★☆▲△#]+|[[【〔](注?\s*[0-9]{1,2}|注)[\]】〕]|\((见?注\s*[0-9]{0,2}|[0-9])\)|注\s*([0-9]{1,2}|[①-⑳])?))+$/;
  const Invisible = /[\u200b-\u200f\u061c\u2060\ufeff\u00ad\0\u202a-\u202d\u2066-\u2069]/g;
  const LongestNote = 60;

  /** Full-width signs to plain ones, every kind of space to a plain one, what is not seen dropped. Line breaks stay. */
  const fold = text => text.replace(Invisible, '').replace(/[！-～]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010\u2011]/g, '-').replace(/[^\S\n]|\u0085/g, ' ');

  const strip = text => text.length > LongestNote ? text : text.replace(Note, '');

  let han; // numbers below 10,000 written in full, made when first asked for

  function writeHan(number) {
    if (number === 0)
      return '零';
    let text = '';
    let skipped = false;
    for (const [unit, value] of [['千', 1000], ['百', 100], ['十', 10], ['', 1]]) {
      const digit = Math.floor(number / value) % 10;
      if (digit > 0)
        text += (skipped && text ? '零' : '') + (value === 10 && digit === 1 && !text ? '' : '零一二三四五六七八九'[digit]) + unit;
      skipped = digit === 0;
    }
    return text;
  }

  function readHan(text) {
    if (text.length > 8 || !/^[零一二三四五六七八九十百千两〇]+$/.test(text))
      return undefined;
    if (!han) {
      han = new Map([['零', 0]]);
      // 一 alone may be a dash.
      for (let number = 2; number < 10000; number++)
        han.set(writeHan(number), number);
    }
    return han.get(text.replace(/〇/g, '零').replace(/两百/g, '二百').replace(/两千/g, '二千').replace(/^一十/, '十'));
  }

  /** A number in units of 10^-24; null if the text is not one number without doubt. */
  function readNumber(text) {
    const written = readHan(text);
    if (written !== undefined)
      return BigInt(written) * 10n ** BigInt(Places);
    if (text.length > 20 || !/^\d(?:.*\d)?$/s.test(text))
      return null;
    const point = text.indexOf('.');
    let whole = point < 0 ? text : text.slice(0, point);
    const rest = point < 0 ? '' : text.slice(point + 1);
    if (!/^\d*$/.test(rest))
      return null;
    if (whole.includes(',')) {
      const groups = whole.split(',').map(group => group.replace(/^ +| +$/g, ''));
      if (groups[0].length < 1 || groups[0].length > 3 || groups.slice(1).some(group => group.length !== 3))
        return null;
      whole = groups.join('');
    }
    return /^\d+$/.test(whole) ? BigInt(whole + rest) * 10n ** BigInt(Places - rest.length) : null;
  }

  /**
   * State and value of a cell's text.
   * @param kind count, change or amount (in ten thousand yuan)
   */
  function read(raw, kind) {
    let text = fold(raw).trim();
    if (text === '')
      return { state: 'blank', value: null };
    text = strip(text);
    if (NotApplicable.has(text))
      return { state: 'not_applicable', value: null };
    let sign = 1n;
    const before = kind === 'change' ? ChangeSigns.find(mark => text.startsWith(mark)) : /^[-−]/.test(text) ? text[0] : undefined;
    if (before !== undefined) {
      sign = Less.includes(before) ? -1n : 1n;
      text = text.slice(before.length).trimStart();
    }
    let [times, over] = [1n, 1n];
    const unit = kind === 'amount' ? MoneyUnits.find(([name]) => text.endsWith(name)) : CountUnits.filter(name => text.endsWith(name)).map(name => [name, 1n, 1n])[0];
    if (unit) {
      [, times, over] = unit;
      text = strip(text.slice(0, -unit[0].length).trimEnd());
    }
    const number = readNumber(text);
    return number === null ? { state: 'unreadable', value: null } : { state: 'reported', value: sign * number * times / over };
  }

  /** Whether a text is a figure or a mark for none, or at least no words. */
  const isFigure = text => ['count', 'change', 'amount'].some(kind => read(text, kind).state !== 'unreadable') || /^[\d\s.,，．/-]+$/.test(fold(text));

  /** A value as it is printed. */
  function write(value) {
    const digits = String(value < 0n ? -value : value).padStart(Places + 1, '0');
    const rest = digits.slice(-Places).replace(/0+$/, '');
    return (value < 0n ? '-' : '') + digits.slice(0, -Places) + (rest ? '.' + rest : '');
  }

  window.archive = Object.assign(window.archive || {}, { figureText: { read, isFigure, write, fold } });
})();
