// The address of a page that answers what its address asks: what is chosen stands behind ?, and back and forward lead through it. A page on a
// disk may not change its address, only what follows #; there the same stands behind #?.
(function () {
  'use strict';

  let written = ''; // the address of what is shown

  const textOf = given => '?' + String(given).replace(/%2C/g, ',');

  /** What the address asks. */
  const asked = () => new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(1) : location.search);

  /** Takes note of what is shown, whatever the address says. */
  function shows(given) {
    written = textOf(given);
  }

  /** Makes the address say what is shown. */
  function write(given, replaces) {
    const address = textOf(given);
    if (address === written)
      return;
    written = address;
    try {
      history[replaces ? 'replaceState' : 'pushState'](null, '', address === '?' ? location.pathname : address);
    } catch {
      location[replaces ? 'replace' : 'assign']('#' + address);
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
