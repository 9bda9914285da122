// What the reader chose on an earlier page, before anything is drawn: large print, high contrast, and the language of the labels.
(function () {
  'use strict';

  var names = ['large', 'contrast', 'english'];
  var chosen = {};

  function read(name) {
    try {
      return localStorage.getItem('archive.' + name) === '1';
    } catch (refused) {
      return false;
    }
  }

  var classes = document.documentElement.classList;
  classes.add('scripted');
  names.forEach(function (name) {
    chosen[name] = read(name);
    if (name !== 'english') classes.toggle(name, chosen[name]);
  });

  // A page that is written in English too is read there; the link that leads back to Chinese takes the choice back first (site.js).
  var english = document.currentScript.dataset.english;
  if (chosen.english && english) location.replace(english + location.search + location.hash);

  window.archiveReader = {
    has: function (name) { return chosen[name]; },
    choose: function (name, on) {
      chosen[name] = on;
      if (name !== 'english') classes.toggle(name, on);
      try {
        if (on) localStorage.setItem('archive.' + name, '1');
        else localStorage.removeItem('archive.' + name);
      } catch (refused) {
        // A browser that keeps nothing still shows this page as chosen.
      }
    },
  };
})();
