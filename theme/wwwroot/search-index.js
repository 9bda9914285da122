// Finds reports in the index under search/ (docs/search.md). Its files are scripts that call `archiveFile`, so that they load from a disk as well as over http.
(function () {
  "use strict";
  var archive = (window.archive = window.archive || {});
  var text = archive.text;
  var words = window.archiveWords;
  var phrase = window.archivePhrase;
  var root = "";
  var meta = null;
  var opening = null;
  var named = null;
  var waiting = {};
  var files = {};
  var shards = {};

  var Figures = [
    ["received", /^(新收|收到|收到申请|received)$/i], ["concluded", /^(办结|已办结|concluded)$/i], ["granted_rate", /^(公开率|予以公开率)$/], ["refused", /^(不予公开|不公开|refused)$/i],
    ["reviews", /^(复议|行政复议|reviews)$/i], ["lawsuits", /^(诉讼|行政诉讼|lawsuits)$/i], ["carried_out", /^(结转|结转下年度)$/],
  ];
  var MostGrams = 4;
  var Before = 30;
  var Around = 90;

  // Files

  window.archiveFile = function (version, name, data) {
    if (waiting[name]) waiting[name](version, data);
  };

  /** The bytes of a file. */
  function load(path, name) {
    if (files[name]) return files[name];
    files[name] = new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      var isGiven = false;
      function fail(message) {
        delete files[name];
        reject(new Error(message));
      }
      waiting[name] = function (version, data) {
        isGiven = true;
        if (version && name !== "meta" && version !== meta.version) return fail(words["search.renewed"]);
        if (name === "meta") meta = { version: version };
        inflate(data).then(resolve, function () {
          fail(phrase("search.damaged", path));
        });
      };
      script.onload = script.onerror = function () {
        script.remove();
        delete waiting[name];
        if (!isGiven) fail(phrase("search.unread", path));
      };
      script.src = root + path.split("/").map(encodeURIComponent).join("/");
      document.head.appendChild(script);
    });
    return files[name];
  }

  function loadIndex(name) {
    return load("search/" + name + ".js", name);
  }

  function inflate(data) {
    var bytes = Uint8Array.from(atob(data), function (c) {
      return c.charCodeAt(0);
    });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer().then(function (buffer) {
      return new Uint8Array(buffer);
    });
  }

  function decode(bytes) {
    return new TextDecoder().decode(bytes);
  }

  // The archive

  function open(at) {
    if (opening) return opening;
    root = at || "";
    if (!window.DecompressionStream) return Promise.reject(new Error(words["search.too_old"]));
    opening = loadIndex("meta").then(function (bytes) {
      var read = JSON.parse(decode(bytes));
      var version = meta.version;
      meta = {
        version: version, reports: read.reports, bits: read.bits, regions: read.regions, editions: read.editions, slugs: read.slugs,
        agencies: read.agencies.map(function (agency) {
          return { name: agency[0], key: agency[1] || agency[0], region: agency[2], kind: agency[3], aliases: agency.slice(4) };
        }),
        year: runs(read.years, read.reports), edition: runs(read.editionRuns, read.reports), agency: steps(read.agencySteps),
        failed: members(read.failed, read.reports), lawsuits: members(read.lawsuits, read.reports), earlier: members(read.earlier, read.reports),
      };
      meta.years = Array.from(new Set(meta.year)).filter(Boolean);
      text.setCommon(
        read.foldedCommon,
        Uint8Array.from(atob(read.foldedHan), function (c) {
          return c.charCodeAt(0);
        }),
      );
      return meta;
    });
    opening.catch(function () {
      opening = null;
    });
    return opening;
  }

  function runs(pairs, length) {
    var all = new Int16Array(length);
    for (var i = 0, at = 0; i < pairs.length; at += pairs[i + 1], i += 2) all.fill(pairs[i], at, at + pairs[i + 1]);
    return all;
  }

  function steps(numbers) {
    var last = 0;
    return Int32Array.from(numbers, function (step) {
      return (last += step);
    });
  }

  function members(gaps, length) {
    var bits = new Uint8Array(length);
    for (var i = 0, at = -1; i < gaps.length; i++) bits[(at += gaps[i] + 1)] = 1;
    return bits;
  }

  function report(id) {
    var agency = meta.agencies[meta.agency[id]];
    var year = meta.year[id] || null;
    return {
      id: id, path: "agencies/" + agency.key + "/" + (meta.slugs[id] || year) + ".html", agency: meta.agency[id], name: agency.name, year: year, edition: meta.edition[id],
      isCurrent: !meta.earlier[id], hasFailed: !!meta.failed[id], hasLawsuits: !!meta.lawsuits[id],
    };
  }

  // Queries

  /** A query's parts as typed: blanks part them, but for those between quotation marks. */
  function partsOf(query) {
    return query.match(/[-－]?["“”][^"“”]*["“”]?|\S+/g) || [];
  }

  /** A part of a query: what it looks for (`runs`, and as it was written, `literal`), or which figures it asks for; whether it excludes. */
  function parse(part) {
    var excludes = /^[-－]./.test(part);
    var word = excludes ? part.slice(1) : part;
    var literal = /^["“”]/.test(word) ? word.replace(/^["“”]|["“”]$/g, "") : null;
    var asked = literal === null && /^([^<>=]+)(>=|<=|[<>=])([\d.,]+)%?$/.exec(word.normalize("NFKC").replace("≥", ">=").replace("≤", "<="));
    var figure = asked && Figures.find(function (known) {
      return known[1].test(asked[1]);
    });
    if (figure) return { word: part, excludes: excludes, figure: figure[0], compare: asked[2], value: Number(asked[3].replace(/,/g, "")) };
    var normal = text.normalise(literal === null ? word : literal).text;
    return { word: part, excludes: excludes, literal: literal, runs: normal.length ? normal.split("\n") : [] };
  }

  function gramsOf(run) {
    if (run.length <= 3) return [run];
    var last = run.length - 3;
    var count = Math.max(Math.min(last + 1, MostGrams), Math.ceil(run.length / 3));
    var grams = [];
    for (var i = 0; i < count; i++) grams.push(run.substr(Math.round((i * last) / (count - 1)), 3));
    return grams;
  }

  /** All reports that may hold what is asked for, and all that do: the best first. */
  function find(query) {
    return open(root)
      .then(function () {
        return folding(query);
      })
      .then(function () {
        var asked = partsOf(query).map(parse);
        return Promise.all(asked.map(function (part) {
          return part.figure ? figureSet(part) : wordSet(part);
        })).then(function (sets) {
          return combine(query, asked, sets);
        });
      });
  }

  function combine(query, asked, sets) {
    var scores = new Int8Array(meta.reports).fill(1);
    var isExact = true;
    asked.forEach(function (part, i) {
      var set = sets[i];
      if (!set) return;
      // A report that only may hold what is excluded stays until its text tells.
      if (!set.isExact) isExact = false;
      for (var id = 0; id < scores.length; id++) {
        if (part.excludes ? set.found[id] && set.isExact : !set.found[id]) scores[id] = 0;
        else if (scores[id] && !part.excludes) scores[id] = Math.min(100, scores[id] + set.found[id] - 1);
      }
    });
    var ranked = [];
    for (var score = scores.reduce(function (most, score) { return Math.max(most, score); }, 0); score > 0; score--)
      for (var id = 0; id < scores.length; id++) if (scores[id] === score) ranked.push(id);
    return { text: query, asked: asked, words: asked.map(function (part) { return part.word; }), count: ranked.length, isExact: isExact || ranked.length === 0, reports: Int32Array.from(ranked) };
  }

  /** Of each report 0, or 1 and what the field adds in which it was found; null where nothing is looked for. */
  function wordSet(part) {
    if (part.runs.length === 0) return part.literal ? { found: new Uint8Array(meta.reports).fill(1), isExact: false } : null;
    return Promise.all(part.runs.map(function (run) {
      return Promise.all(gramsOf(run).map(list)).then(least);
    })).then(function (sets) {
      return { found: least(sets), isExact: part.literal === null && part.runs.every(function (run) { return run.length <= 3; }) };
    });
  }

  /** Of each report the least of what the sets say: it is in all of them, and named so in all. */
  function least(sets) {
    return sets.reduce(function (all, one) {
      for (var id = 0; id < all.length; id++) if (one[id] < all[id]) all[id] = one[id];
      return all;
    });
  }

  function figureSet(part) {
    return loadIndex("figures/" + part.figure).then(function (bytes) {
      var figures = JSON.parse(decode(bytes));
      return {
        isExact: true,
        found: Uint8Array.from(figures, function (figure) {
          if (figure === null) return 0;
          return +(part.compare === ">" ? figure > part.value : part.compare === "<" ? figure < part.value : part.compare === ">=" ? figure >= part.value : part.compare === "<=" ? figure <= part.value : figure === part.value);
        }),
      };
    });
  }

  // Lists

  function list(gram) {
    var hash = 2166136261;
    for (var i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 16777619);
    hash = (hash ^ (hash >>> 15)) & 0x3fff;
    return shard((hash >>> (14 - meta.bits)).toString(16)).then(function (entries) {
      var entry = entries.get(gram);
      if (!entry) return new Uint8Array(meta.reports);
      if ((entry.form & 3) < 3) return decodeList(entry.form, entry.count, entry.bytes);
      var name = "lists/" + Array.from(gram, function (c) { return c.charCodeAt(0).toString(16); }).join("-");
      return loadIndex(name).then(function (bytes) {
        return decodeList(bytes[0], entry.count, bytes.subarray(1));
      });
    });
  }

  function shard(name) {
    return (shards[name] = shards[name] || loadIndex(name).then(function (bytes) {
      var reader = reading(bytes);
      var grams = [];
      var last = "";
      for (var count = reader.next(); count > 0; count--) {
        var head = reader.next();
        var gram = last.slice(0, head >> 2);
        while (gram.length < (head & 3)) gram += String.fromCharCode((bytes[reader.at++] << 8) | bytes[reader.at++]);
        grams.push((last = gram));
      }
      var entries = new Map();
      grams.forEach(function (gram) {
        entries.set(gram, { form: reader.next(), count: reader.next(), length: reader.next() });
      });
      entries.forEach(function (entry) {
        entry.bytes = bytes.subarray(reader.at, (reader.at += entry.length));
      });
      return entries;
    }, function (problem) {
      delete shards[name];
      throw problem;
    }));
  }

  function reading(bytes) {
    var reader = {
      at: 0,
      next: function () {
        for (var value = 0, factor = 1; ; factor *= 128) {
          var byte = bytes[reader.at++];
          value += (byte & 0x7f) * factor;
          if (byte < 0x80) return value;
        }
      },
    };
    return reader;
  }

  /** Of each report 0; 1 if the gram stands in it, 2 if in a heading, 3 if in what names it. */
  function decodeList(form, count, bytes) {
    var reader = reading(bytes);
    var found = new Uint8Array(meta.reports);
    if ((form & 3) === 1) {
      for (var id = 0; id < found.length; id++) found[id] = (bytes[id >> 3] >> (id & 7)) & 1;
      reader.at = (found.length + 7) >> 3;
    } else {
      var isOthers = (form & 3) === 2;
      if (isOthers) found.fill(1);
      for (var left = isOthers ? found.length - count : count, at = -1; left > 0; left--) found[(at += reader.next() + 1)] = isOthers ? 0 : 1;
    }

    var ids = null;
    [3, 2].forEach(function (value, i) {
      var part = (form >> (2 + 2 * i)) & 3;
      if (part === 0) return;
      ids = ids || idsOf(found, count);
      if (part === 1) ids.forEach(function (id) { raise(found, id, value); });
      else if (part === 2) {
        ids.forEach(function (id, place) { if ((bytes[reader.at + (place >> 3)] >> (place & 7)) & 1) raise(found, id, value); });
        reader.at += (count + 7) >> 3;
      } else for (var left = reader.next(), at = -1; left > 0; left--) raise(found, ids[(at += reader.next() + 1)], value);
    });
    return found;
  }

  function raise(found, id, value) {
    if (found[id] < value) found[id] = value;
  }

  function idsOf(found, count) {
    var ids = new Int32Array(count);
    for (var id = 0, next = 0; id < found.length; id++) if (found[id]) ids[next++] = id;
    return ids;
  }

  // Texts

  function folding(words) {
    return text.needsTable(words) ? loadIndex("folding").then(function (bytes) { text.setTable(decode(bytes)); }) : Promise.resolve();
  }

  /** Reads a report's own text: whether it holds what is asked for, and where. */
  function verify(id, result) {
    var path = report(id).path.replace(/\.html$/, ".text.js");
    return load(path, path).then(function (bytes) {
      var json = decode(bytes);
      return folding(json).then(function () { return look(JSON.parse(json), result); });
    });
  }

  function look(read, result) {
    var fields = read.fields.map(function (field) {
      var normal = text.normalise(field[2]);
      return { kind: field[0], anchor: field[1], text: field[2], normal: normal.text, places: normal.places, marks: [], words: 0 };
    });
    var holds = result.asked.every(function (part) {
      if (part.figure || (part.runs.length === 0 && !part.literal)) return true;
      var hits = part.literal !== null
        ? fields.filter(function (field) { return mark(field, field.text, part.literal, null, part.excludes); }).length > 0
        : part.runs.every(function (run) { return fields.filter(function (field) { return mark(field, field.normal, run, field.places, part.excludes); }).length > 0; });
      return hits !== part.excludes;
    });
    return { holds: holds, title: read.title, places: placesOf(fields), key: { received: read.key[0], concluded: read.key[1], reviews: read.key[2], lawsuits: read.key[3] } };
  }

  /** Marks where a word stands in a field; false if nowhere. */
  function mark(field, where, word, places, isSilent) {
    var at = where.indexOf(word);
    if (at < 0) return false;
    if (!isSilent) {
      field.words++;
      for (; at >= 0; at = where.indexOf(word, at + word.length))
        field.marks.push(places ? [places[at], places[at + word.length - 1] + 1] : [at, at + word.length]);
    }
    return true;
  }

  function placesOf(fields) {
    var heading = "";
    fields.forEach(function (field) {
      if (field.kind === 1) heading = field.text;
      field.heading = heading;
    });
    var best = fields.filter(function (field) { return field.kind < 2 && field.words > 0; });
    best.sort(function (a, b) { return b.words - a.words || a.kind - b.kind; });
    return best.slice(0, 2).map(function (field) {
      var marks = field.marks.sort(function (a, b) { return a[0] - b[0]; });
      var isShown = field.anchor.indexOf("section.") === 0;
      var found = field.text.slice(marks[0][0], marks[0][1]);
      return {
        heading: field.heading, anchor: field.anchor, parts: excerpt(field.text, marks),
        fragment: field.anchor + (isShown ? ":~:text=" + encodeURIComponent(found).replace(/-/g, "%2D") : ""),
      };
    });
  }

  function excerpt(whole, marks) {
    var from = Math.max(0, marks[0][0] - Before);
    var to = Math.min(whole.length, Math.max(from + Around, marks[0][1]));
    var parts = [];
    var at = from;
    function add(end, isMarked) {
      if (end > at) parts.push({ text: whole.slice(at, end), isMarked: isMarked });
      at = Math.max(at, end);
    }
    if (from > 0) parts.push({ text: "…", isMarked: false });
    marks.forEach(function (span) {
      if (span[0] >= to) return;
      add(Math.max(at, span[0]), false);
      add(Math.min(to, span[1]), true);
    });
    add(to, false);
    if (to < whole.length) parts.push({ text: "…", isMarked: false });
    return parts;
  }

  // Agencies

  /** Makes the agencies' names as they are to a search, once. */
  function naming() {
    return (named = named || folding(meta.agencies.map(function (agency) { return agency.name + agency.aliases.join(""); }).join("")).then(function () {
      meta.agencies.forEach(function (agency) {
        agency.normal = [agency.name].concat(agency.aliases).map(function (name) { return text.normalise(name).text; });
      });
    }, function (problem) {
      named = null;
      throw problem;
    }));
  }

  function suggest(typed) {
    return open(root).then(naming).then(function () {
      return folding(typed);
    }).then(function () {
      var word = text.normalise(typed).text;
      if (!word || word.indexOf("\n") >= 0) return [];
      return /^[a-z]+$/.test(word)
        ? loadIndex("pinyin").then(function (bytes) {
            var lines = decode(bytes).split("\n");
            return choose(function (agency, i) {
              return lines[i].split("|").map(function (reading) { return readingRank(reading.split(" "), word); });
            });
          })
        : choose(function (agency) {
            return agency.normal.map(function (name) {
              var at = name.indexOf(word);
              return at < 0 ? 0 : at === 0 ? 3 : 2;
            });
          });
    });
  }

  /** 3 if a name's reading, or its initials, begins so; 2 if a part of it does. */
  function readingRank(syllables, word) {
    for (var i = 0; i < syllables.length; i++) {
      var rest = syllables.slice(i);
      if (rest.join("").indexOf(word) === 0 || rest.map(function (syllable) { return syllable[0]; }).join("").indexOf(word) === 0) return i === 0 ? 3 : 2;
    }
    return 0;
  }

  function near(typed) {
    return open(root).then(naming).then(function () {
      var word = text.normalise(typed).text.replace(/\n/g, "");
      return choose(function (agency) {
        return agency.normal.map(function (name) {
          for (var i = 0, shared = 0; i + 1 < word.length; i++) if (name.indexOf(word.substr(i, 2)) >= 0) shared++;
          return shared;
        });
      });
    });
  }

  /** The agencies whose names rank highest. */
  function choose(ranks) {
    return meta.agencies
      .map(function (agency, i) {
        var all = ranks(agency, i);
        var rank = Math.max.apply(null, all);
        var best = all.indexOf(rank);
        return { rank: rank, name: agency.name, path: "agencies/" + agency.key + "/index.html", note: best > 0 ? agency.aliases[best - 1] : "" };
      })
      .filter(function (agency) { return agency.rank > 0; })
      .sort(function (a, b) { return b.rank - a.rank; })
      .slice(0, 8);
  }

  archive.search = { open: open, find: find, report: report, verify: verify, suggest: suggest, near: near };

  /** All reports that a query finds; with `verify` each is read, and only those that hold it count. */
  window.archiveSearch = function (query, options) {
    return find(query).then(function (result) {
      var ids = Array.from(result.reports);
      var isVerified = !!(options && options.verify) && !result.isExact;
      return (isVerified ? filter(ids, result) : Promise.resolve(ids)).then(function (held) {
        return {
          count: held.length, exact: isVerified || result.isExact,
          hits: held.map(function (id) {
            var hit = report(id);
            return { path: hit.path, agency: hit.name, year: hit.year };
          }),
        };
      });
    });
  };

  function filter(ids, result) {
    var holds = [];
    var next = 0;
    function work() {
      if (next >= ids.length) return null;
      var at = next++;
      return verify(ids[at], result).then(function (verdict) {
        holds[at] = verdict.holds;
        return work();
      });
    }
    return Promise.all([work(), work(), work(), work(), work(), work()]).then(function () {
      return ids.filter(function (id, i) { return holds[i]; });
    });
  }
})();
