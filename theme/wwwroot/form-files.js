// Makes the files of a report: the official form as a Word file, from the program's own template, and the file that says what it is. A Word file
// is a ZIP file of XML parts; they are stored as they are, without a date, so that the same figures give the same file.
(function () {
  'use strict';

  const encoder = new TextEncoder();

  const crcs = Uint32Array.from({ length: 256 }, (nothing, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 1 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
    return crc;
  });

  function crcOf(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes)
      crc = crcs[(crc ^ byte) & 0xff] ^ crc >>> 8;
    return (crc ^ 0xffffffff) >>> 0;
  }

  /** Numbers of two bytes, or of four where a pair says so, the lowest byte first. */
  const numbers = (...values) => values.flatMap(value => Array.isArray(value)
    ? [value[0] & 0xff, value[0] >>> 8 & 0xff, value[0] >>> 16 & 0xff, value[0] >>> 24]
    : [value & 0xff, value >>> 8]);

  const UTF8Names = 0x800;
  const FirstDay = 0x21; // 1980-01-01

  /** A ZIP file of parts: pairs of name and text. */
  function zip(parts) {
    const files = [];
    const directory = [];
    let offset = 0;
    for (const [name, text] of parts) {
      const [path, content] = [encoder.encode(name), encoder.encode(text)];
      const about = numbers(20, UTF8Names, 0, 0, FirstDay, [crcOf(content)], [content.length], [content.length], path.length, 0);
      const head = Uint8Array.from(numbers([0x04034b50]).concat(about));
      files.push(head, path, content);
      directory.push(Uint8Array.from(numbers([0x02014b50], 20).concat(about, numbers(0, 0, 0, [0], [offset]))), path);
      offset += head.length + path.length + content.length;
    }
    const size = directory.reduce((sum, bytes) => sum + bytes.length, 0);
    const end = Uint8Array.from(numbers([0x06054b50], 0, 0, parts.length, parts.length, [size], [offset], 0));
    return new Blob([...files, ...directory, end], { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' });
  }

  // Half a pair of surrogates and most control characters can't stand in XML; a browser lets one paste them.
  const sound = text => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

  const escaped = text => sound(text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

  /** @param values what stands in each place of the template, by its name; nothing where there is none */
  const docx = (template, values) => zip(Object.entries(template).map(([name, text]) =>
    [name, name === 'word/document.xml' ? text.replace(/\{\{(.+?)\}\}/g, (place, key) => escaped(values.get(key) || '')) : text]));

  /** A file of `name: text` lines, each text in quotation marks, which leaves nothing to be taken for anything but a text. */
  const yaml = pairs => pairs.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${typeof value === 'number' ? value : quoted(value)}\n`).join('');

  const quoted = text => `"${sound(text).replace(/[\\"]/g, '\\$&').replace(/[\u007f-\u009f\u2028\u2029\ufeff\t\r\n]/g, sign => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0'))}"`;

  window.archive = Object.assign(window.archive, { formFiles: { docx, yaml } });
})();
