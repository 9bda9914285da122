// Reads PDF files for PdfExtractors: a line {"data": base64} on stdin, a line {"pages": […]} or {"error": {"kind", "message"}} on stdout.
// A page: its size in points; "text" with the glyphs' characters (U+0000 between glyphs) and "glyphs" with four numbers for each
// (left, baseline, width, font size); "rules" with four numbers for each ruled line; "hidden", the characters that are in the file but not shown.
// Origin is the top left corner as the page is shown, y grows downwards. Nothing is fetched, run or written.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

// What pdf.js has to say goes elsewhere: stdout carries answers alone.
console.log = console.info = console.warn = console.error = () => {};
globalThis.fetch = globalThis.WebSocket = undefined;

const { getDocument, OPS, Util, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const Library = fileURLToPath(new URL("node_modules/pdfjs-dist/", import.meta.url));
const MostPages = 500;
const MostGlyphs = 1_000_000;
const MostRules = 400_000;
const Straight = 0.05;
const ThinnestBand = 4;

class TooMuch extends Error {}

class FileReader {
  constructor({ baseUrl }) {
    this.folder = baseUrl;
  }
}

/** Character maps and standard fonts from the package's own folder; pdf.js asks for them by name. */
class CMaps extends FileReader {
  async fetch({ name }) {
    return { cMapData: new Uint8Array(readFileSync(`${this.folder}${plain(name)}.bcmap`)), isCompressed: true };
  }
}

class StandardFonts extends FileReader {
  async fetch({ filename }) {
    return new Uint8Array(readFileSync(`${this.folder}${plain(filename)}`));
  }
}

function plain(name) {
  if (!/^[\w.-]+$/.test(name)) throw new Error(`no such file: ${name}`);
  return name;
}

// Some fonts name a character by the radical, or the compatibility form, that looks the same. Unicode maps most of them; these it does not.
const Radicals = Object.fromEntries(
  [..."⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎尢⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺚旡⺛旡⺜曰⺝月⺞歺⺠民⺡氵⺢水⺣灬⺤爫⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲龟"]
    .reduce((pairs, c, i, all) => (i % 2 ? [...pairs, [all[i - 1], c]] : pairs), []),
);
const LookAlike = /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06]/gu;

function charactersOf(text) {
  if (!text) return "\uFFFD";
  return text.replace(LookAlike, (c) => Radicals[c] ?? c.normalize("NFKC")).replace(/[\uE000-\uF8FF\0]/g, "\uFFFD");
}

/** The state that text and lines depend on; q and Q keep copies of it. */
class State {
  matrix = [1, 0, 0, 1, 0, 0];
  font = null;
  size = 0;
  direction = 1;
  charSpacing = 0;
  wordSpacing = 0;
  scale = 1;
  leading = 0;
  rise = 0;
  mode = 0;

  copy() {
    return Object.assign(new State(), this);
  }
}

class Page {
  glyphs = [];
  rules = [];
  hidden = 0;

  constructor(viewport) {
    this.width = viewport.width;
    this.height = viewport.height;
  }

  /** A glyph whose origin and advance are given as the page is shown. */
  addGlyph(text, x, y, dx, dy, size) {
    this.glyphs.push({ text, x, y, dx, dy, size });
  }

  addRule(x0, y0, x1, y1) {
    if (Math.abs(x0 - x1) < 1 && Math.abs(y0 - y1) < 1) return;
    if (this.rules.length > MostRules * 4) throw new TooMuch("rules");
    this.rules.push(round(Math.min(x0, x1)), round(Math.min(y0, y1)), round(Math.max(x0, x1)), round(Math.max(y0, y1)));
  }

  /** Text mostly runs one way. A page whose text runs up or down is turned; slanted text is a watermark. */
  toJson() {
    const ways = [0, 0, 0, 0];
    for (const glyph of this.glyphs) {
      glyph.way = wayOf(glyph.dx, glyph.dy);
      if (glyph.way >= 0) ways[glyph.way]++;
    }
    const way = ways.indexOf(Math.max(...ways));
    const shown = this.glyphs.filter((glyph) => glyph.way >= 0);
    const turn = Turns[way](this.width, this.height);
    const [width, height] = way % 2 === 0 ? [this.width, this.height] : [this.height, this.width];
    const isOnPage = ([left, baseline, advance], size) => {
      const center = left + advance / 2, middle = baseline - size * 0.35;
      return center >= 0 && center <= width && middle >= 0 && middle <= height;
    };
    const numbers = [];
    const texts = [];
    for (const glyph of shown) {
      const advance = Math.hypot(glyph.dx, glyph.dy);
      const [x, y] = turn(glyph.x, glyph.y);
      const turned = (glyph.way - way + 4) % 4;
      // A glyph that runs down or up stands in a box of its own size; one that is upside down begins at its right end.
      const box =
        turned === 0 ? [x, y, advance]
        : turned === 1 ? [x, y + advance * 0.85, glyph.size]
        : turned === 2 ? [x - advance, y + glyph.size * 0.7, advance]
        : [x - glyph.size * 0.85, y, glyph.size];
      if (!isOnPage(box, glyph.size)) {
        this.hidden += glyph.text.trim() ? 1 : 0;
        continue;
      }
      texts.push(glyph.text);
      numbers.push(round(box[0]), round(box[1]), round(box[2]), round(glyph.size));
    }
    const rules = [];
    for (let i = 0; i < this.rules.length; i += 4) {
      const [ax, ay] = turn(this.rules[i], this.rules[i + 1]);
      const [bx, by] = turn(this.rules[i + 2], this.rules[i + 3]);
      rules.push(round(Math.min(ax, bx)), round(Math.min(ay, by)), round(Math.max(ax, bx)), round(Math.max(ay, by)));
    }
    return {
      width: round(width),
      height: round(height),
      text: texts.join("\0"),
      glyphs: numbers,
      rules,
      hidden: this.hidden,
    };
  }
}

const Turns = [
  () => (x, y) => [x, y],
  (width) => (x, y) => [y, width - x],
  (width, height) => (x, y) => [width - x, height - y],
  (width, height) => (x, y) => [height - y, x],
];

/** 0: to the right, 1: downwards, 2: to the left, 3: upwards, -1: slanted. */
function wayOf(dx, dy) {
  const length = Math.hypot(dx, dy) || 1;
  if (Math.abs(dy) <= Straight * length) return dx >= 0 ? 0 : 2;
  if (Math.abs(dx) <= Straight * length) return dy >= 0 ? 1 : 3;
  return -1;
}

function round(number) {
  return Math.round(number * 100) / 100;
}

/** Follows a page's drawing operators. Of text only what is seen counts: what is drawn invisibly is a scanner's guess. */
async function readPage(page, budget) {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ intent: "display", annotationMode: 0 });
  const result = new Page(viewport);
  const stack = [];
  let state = new State();
  state.matrix = viewport.transform;
  let textMatrix = [1, 0, 0, 1, 0, 0];
  let x = 0, y = 0, lineX = 0, lineY = 0;
  let path = [];

  const moveText = (dx, dy) => {
    x = lineX += dx;
    y = lineY += dy;
  };
  const at = (px, py) => Util.applyTransform([px, py], state.matrix);

  function showText(glyphs) {
    const font = state.font;
    if (!font || !state.size) return;
    const matrix = Util.transform(state.matrix, textMatrix);
    const unit = state.size * (font.fontMatrix?.[0] ?? 0.001);
    const vertical = !!font.vertical;
    const scale = state.scale * state.direction;
    const size = state.size * Math.hypot(matrix[2], matrix[3]);
    let along = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        along += ((vertical ? 1 : -1) * glyph * state.size) / 1000;
        continue;
      }
      if (!glyph) continue;
      const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * state.direction;
      if (--budget.glyphs < 0) throw new TooMuch("glyphs");
      const text = charactersOf(glyph.unicode);
      let advance;
      if (vertical) {
        const metric = glyph.vmetric ?? font.defaultVMetrics;
        const height = (metric ? -metric[0] : glyph.width) * unit;
        advance = height - spacing;
        // Set downwards, each upright in its own box below the pen.
        const left = -(glyph.vmetric ? metric[1] : glyph.width * 0.5) * unit;
        add(text, x + left, y - along - state.size * 0.85, glyph.width * unit || state.size);
      } else {
        const width = glyph.width * unit;
        advance = width + spacing;
        add(text, x + along * scale, y + state.rise, width * scale);
      }
      along += advance;
    }
    if (vertical) y -= along;
    else x += along * scale;

    function add(text, left, base, width) {
      if (state.mode === 3 || state.mode === 7) {
        result.hidden += text.trim() ? 1 : 0;
        return;
      }
      const [ox, oy] = Util.applyTransform([left, base], matrix);
      const [ex, ey] = Util.applyTransform([left + width, base], matrix);
      const isFlat = ox === ex && oy === ey;
      result.addGlyph(text, ox, oy, isFlat ? 0.01 : ex - ox, ey - oy, size);
    }
  }

  function addPath([operators, numbers]) {
    let i = 0, px = 0, py = 0, sx = 0, sy = 0;
    let figure = null;
    const begin = () => {
      figure = { lines: [], curved: false };
      path.push(figure);
    };
    const line = (nx, ny) => {
      if (!figure) begin();
      figure.lines.push([...at(px, py), ...at(nx, ny)]);
      px = nx;
      py = ny;
    };
    for (const operator of operators) {
      switch (operator) {
        case OPS.rectangle: {
          const [rx, ry, width, height] = numbers.slice(i, i + 4);
          i += 4;
          begin();
          px = rx;
          py = ry;
          line(rx + width, ry);
          line(rx + width, ry + height);
          line(rx, ry + height);
          line(rx, ry);
          figure = null;
          break;
        }
        case OPS.moveTo:
          sx = px = numbers[i++];
          sy = py = numbers[i++];
          begin();
          break;
        case OPS.lineTo:
          line(numbers[i++], numbers[i++]);
          break;
        case OPS.closePath:
          if (figure) line(sx, sy);
          break;
        default: {
          const count = operator === OPS.curveTo ? 6 : 4;
          px = numbers[i + count - 2];
          py = numbers[i + count - 1];
          i += count;
          if (!figure) begin();
          figure.curved = true;
        }
      }
    }
  }

  function stroke() {
    for (const { lines } of path)
      for (const [ax, ay, bx, by] of lines)
        if (Math.abs(ax - bx) <= 1 || Math.abs(ay - by) <= 1) result.addRule(ax, ay, bx, by);
  }

  /** A filled band is a line; a filled area is a background and no border. */
  function fill() {
    for (const { lines, curved } of path) {
      if (curved || lines.length < 3) continue;
      const xs = lines.flatMap(([ax, , bx]) => [ax, bx]);
      const ys = lines.flatMap(([, ay, , by]) => [ay, by]);
      const left = Math.min(...xs), right = Math.max(...xs), top = Math.min(...ys), bottom = Math.max(...ys);
      if (bottom - top <= ThinnestBand && right - left > bottom - top) result.addRule(left, (top + bottom) / 2, right, (top + bottom) / 2);
      else if (right - left <= ThinnestBand) result.addRule((left + right) / 2, top, (left + right) / 2, bottom);
    }
  }

  for (let i = 0; i < list.fnArray.length; i++) {
    const args = list.argsArray[i];
    switch (list.fnArray[i]) {
      case OPS.save:
      case OPS.beginGroup:
        stack.push(state);
        state = state.copy();
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = Util.transform(state.matrix, args);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push(state);
        state = state.copy();
        if (args[0]) state.matrix = Util.transform(state.matrix, args[0]);
        break;
      case OPS.beginText:
        textMatrix = [1, 0, 0, 1, 0, 0];
        x = y = lineX = lineY = 0;
        break;
      case OPS.setFont: {
        const size = args[1];
        state.font = page.commonObjs.has(args[0]) ? page.commonObjs.get(args[0]) : { fontMatrix: [0.001] };
        state.size = Math.abs(size);
        state.direction = size < 0 ? -1 : 1;
        break;
      }
      case OPS.setGState:
        for (const [key, value] of args[0])
          if (key === "Font") {
            state.font = page.commonObjs.has(value[0]) ? page.commonObjs.get(value[0]) : { fontMatrix: [0.001] };
            state.size = Math.abs(value[1]);
          }
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0];
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0];
        break;
      case OPS.setHScale:
        state.scale = args[0] / 100;
        break;
      case OPS.setLeading:
        state.leading = -args[0];
        break;
      case OPS.setTextRise:
        state.rise = args[0];
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0];
        break;
      case OPS.moveText:
        moveText(args[0], args[1]);
        break;
      case OPS.setLeadingMoveText:
        state.leading = args[1];
        moveText(args[0], args[1]);
        break;
      case OPS.nextLine:
        moveText(0, state.leading);
        break;
      case OPS.setTextMatrix:
        textMatrix = args.length === 6 ? [...args] : [...args[0]];
        x = y = lineX = lineY = 0;
        break;
      case OPS.showText:
        showText(args[0]);
        break;
      case OPS.constructPath:
        addPath(args);
        break;
      case OPS.stroke:
      case OPS.closeStroke:
      case OPS.fillStroke:
      case OPS.eoFillStroke:
      case OPS.closeFillStroke:
      case OPS.closeEOFillStroke:
        stroke();
        path = [];
        break;
      case OPS.fill:
      case OPS.eoFill:
        fill();
        path = [];
        break;
      case OPS.endPath:
        path = [];
        break;
    }
  }
  return result;
}

async function readFile(data) {
  const task = getDocument({
    data,
    cMapUrl: `${Library}cmaps/`,
    cMapPacked: true,
    CMapReaderFactory: CMaps,
    standardFontDataUrl: `${Library}standard_fonts/`,
    StandardFontDataFactory: StandardFonts,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 0,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MostPages) throw new TooMuch("pages");
    const budget = { glyphs: MostGlyphs };
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push((await readPage(page, budget)).toJson());
      page.cleanup();
    }
    return { pages };
  } catch (problem) {
    const kind = problem instanceof TooMuch ? "too_much" : problem?.name === "PasswordException" ? "password" : "damaged";
    return { error: { kind, message: String(problem?.message ?? problem).slice(0, 200) } };
  } finally {
    await task.destroy().catch(() => {});
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const answer = await readFile(new Uint8Array(Buffer.from(JSON.parse(line).data, "base64")));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
