// The page has a new address. A page that leads on by itself forgets what stands behind the # — a cell, a section; this takes it along.
(function () {
  'use strict';

  var target = document.currentScript.getAttribute('data-target');
  if (!location.hash && !location.search) return;
  // Or else the rest of the page would lead on meanwhile, without it.
  window.stop();
  location.replace(target + location.search + location.hash);
})();
