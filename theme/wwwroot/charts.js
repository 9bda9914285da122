// Charts: pointing at a year lights its column in the table below; on a phone, where the table is far, its numbers are written under the chart.
(function () {
  'use strict';

  /** The year that a pointer is over, as a column of the table; -1 beside the chart. */
  function columnAt(picture, event, count) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    const column = Math.floor((point.x - picture.dataset.left) / picture.dataset.step);
    return column >= 0 && column < count ? column : -1;
  }

  for (const figure of document.querySelectorAll('figure.chart')) {
    const table = figure.querySelector('table.series');
    if (!table)
      continue;
    const years = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => row.cells.length === years.length + 1);
    let shown = -1;

    const light = column => {
      if (column === shown)
        return;
      shown = column;
      for (const row of [table.tHead.rows[0], ...rows])
        [...row.cells].forEach((cell, i) => cell.classList.toggle('lit', i === column + 1 && column >= 0));
    };

    for (const picture of figure.querySelectorAll('svg[data-step]')) {
      const isNarrow = picture.classList.contains('narrow');
      const readout = isNarrow ? document.createElement('p') : null;
      if (readout) {
        readout.className = 'readout narrow';
        readout.hidden = true;
        picture.after(readout);
      }
      picture.addEventListener('pointermove', event => {
        const column = columnAt(picture, event, years.length);
        light(column);
        if (readout) {
          readout.hidden = column < 0;
          readout.textContent = column < 0 ? '' : [
            years[column].firstChild.textContent, ...rows.map(row => `${row.cells[0].textContent} ${row.cells[column + 1].textContent}`),
          ].join(' · ');
        }
      });
      picture.addEventListener('pointerleave', () => light(-1));
    }
  }
})();
