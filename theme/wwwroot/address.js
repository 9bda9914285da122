// The address of a page that answers what its address asks: what is chosen stands behind ?, and back and forward lead through it. A page on a
// disk may not change its address, only what follows #; there the same stands behind #?.
(function () {
  'use strict';

  let written = ''; // the address of what is shown

  const textOf = given => '?' + String(given).replace(/%2C/g, ',');

  /** What the address asks. */
  const asked = () => new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(1) : location.search);

  /** Takes note of what is shown, whatever the address says; the same page in the other language is asked the same. */
  function shows(given) {
    written = textOf(given);
    const translation = document.querySelector('#reader a[hreflang]');
    if (translation)
      translation.href = translation.href.split('?')[0] + (written === '?' ? '' : written);
  }

  /** Makes the address say what is shown. */
  function write(given, replaces) {
    if (textOf(given) === written)
      return;
    shows(given);
    try {
      history[replaces ? 'replaceState' : 'pushState'](null, '', written === '?' ? location.pathname : written);
    } catch {
      location[replaces ? 'replace' : 'assign']('#' + written);
    }
  }

  /** Calls back with what the address asks when a reader goes back or forward. */
  function onFollow(show) {
    const followed = () => {
      const given = asked();
      if (textOf(given) === written)
        return;
      shows(given);
      show(given);
    };
    window.addEventListener('popstate', followed);
    window.addEventListener('hashchange', followed);
  }

  window.archive = Object.assign(window.archive || {}, { address: { asked, shows, write, onFollow } });
})();
