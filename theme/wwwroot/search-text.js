// What a text is to a search. `normalise` and SearchFolding.cs are one function written twice.
(function () {
  "use strict";
  var archive = (window.archive = window.archive || {});
  var foldedHan = null;
  var table = new Map();
  var isWhole = false;

  /** Pairs of common characters and what they are to a search; and bits, from U+4E00, of all others that are another one. */
  function setCommon(pairs, bits) {
    for (var i = 0; i < pairs.length; i += 2) table.set(pairs[i], pairs[i + 1]);
    foldedHan = bits;
  }

  /** A text of lines, each what characters are to a search, a blank and those characters. */
  function setTable(text) {
    isWhole = true;
    text.split("\n").forEach(function (line) {
      var parted = line.indexOf(" ");
      for (var i = parted + 1; i < line.length; i++) table.set(line[i], line.slice(0, parted));
    });
  }

  /** Whether the table is needed to normalise a text; most texts do without. */
  function needsTable(text) {
    for (var i = 0; !isWhole && i < text.length; i++) {
      var c = text.charCodeAt(i);
      if (c < 0x80 || isCommonMark(c) || (c >= 0xff01 && c <= 0xff5e)) continue;
      if (c < 0x4e00 || c >= 0xa000 || foldedHan[(c - 0x4e00) >> 3] & (1 << ((c - 0x4e00) & 7))) return true;
    }
    return false;
  }

  /** Marks of Chinese texts: they end a run whatever the table says. */
  function isCommonMark(c) {
    return c === 0xa0 || c === 0xb7 || (c >= 0x2010 && c <= 0x2027 && c !== 0x2011 && c !== 0x2017 && c !== 0x2024) || (c >= 0x3000 && c <= 0x3002) || (c >= 0x3007 && c <= 0x3011) || c === 0x3014 || c === 0x3015;
  }

  /** The runs of a text parted by "\n" (`text`), and for each of their characters where it stood (`places`). */
  function normalise(text) {
    var folded = [];
    var origin = [];
    for (var i = 0; i < text.length; i++) {
      var other = table.get(text[i]) || lower(text.charCodeAt(i));
      for (var j = 0; j < other.length; j++) {
        folded.push(other.charCodeAt(j));
        origin.push(i);
      }
    }

    var normal = [];
    var places = [];
    var gap = 0; // 1: white space, 2: a mark
    for (var k = 0; k < folded.length; k++) {
      var c = folded[k];
      if (isWord(c)) {
        if (normal.length > 0 && (gap === 2 || (gap === 1 && !isHan(c) && !isHan(normal[normal.length - 1])))) {
          normal.push(10);
          places.push(origin[k]);
        }
        normal.push(c);
        places.push(origin[k]);
        gap = 0;
      } else if (isSpace(c)) {
        if (gap < 1) gap = 1;
      } else if (c === 0x2e && gap === 0 && isDigit(folded[k - 1]) && isDigit(folded[k + 1])) {
        normal.push(c);
        places.push(origin[k]);
      } else if (!(c === 0x2c && gap === 0 && isThousands(folded, k)) && !isIgnored(c)) {
        gap = 2;
      }
    }

    var result = "";
    for (var start = 0; start < normal.length; start += 8192) result += String.fromCharCode.apply(null, normal.slice(start, start + 8192));
    return { text: result, places: places };
  }

  function lower(c) {
    if (c >= 0xff01 && c <= 0xff5e) c = c - 0xff01 + 0x21;
    if ((c >= 0x41 && c <= 0x5a) || (c >= 0xc0 && c <= 0xde && c !== 0xd7) || (c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f)) c += 32;
    return String.fromCharCode(c);
  }

  function isDigit(c) {
    return c >= 0x30 && c <= 0x39;
  }

  function isHan(c) {
    return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c === 0x3007 || (c >= 0xd800 && c <= 0xdfff);
  }

  function isWord(c) {
    return isDigit(c) || (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x80 && !isMark(c) && !isSpace(c) && !isIgnored(c));
  }

  function isMark(c) {
    return (
      c <= 0xbf || c === 0xd7 || c === 0xf7 || (c >= 0x2000 && c <= 0x2e7f) || (c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c === 0x3030 ||
      (c >= 0x303d && c <= 0x303f) || c === 0x30fb || (c >= 0xe000 && c <= 0xf8ff) || (c >= 0xfe10 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff65) || c >= 0xffe0
    );
  }

  function isSpace(c) {
    return (c >= 9 && c <= 13) || c === 0x20 || c === 0xa0 || c === 0x1680 || (c >= 0x2000 && c <= 0x200a) || c === 0x2028 || c === 0x2029 || c === 0x202f || c === 0x205f || c === 0x3000;
  }

  function isIgnored(c) {
    return c === 0 || c === 0xad || c === 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || (c >= 0xfe00 && c <= 0xfe0f) || c === 0xfeff;
  }

  function isThousands(text, k) {
    return isDigit(text[k - 1]) && isDigit(text[k + 1]) && isDigit(text[k + 2]) && isDigit(text[k + 3]) && !isDigit(text[k + 4]);
  }

  archive.text = { normalise: normalise, needsTable: needsTable, setTable: setTable, setCommon: setCommon };
})();
