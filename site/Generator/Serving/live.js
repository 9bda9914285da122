// Reloads the page when the archive was built anew, and shows what is wrong with the last build. Only `serve` puts it into pages.
(function () {
  'use strict';
  var own = document.currentScript;
  var build = new URL(own.src).searchParams.get('build');
  var shown = '';

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function close() {
    var old = document.getElementById('live-problem');
    if (old) old.remove();
  }

  function show(news) {
    var key = news.heading + '\n' + news.problems;
    if (key === shown) return;
    shown = key;
    close();
    if (!news.heading) return;
    var box = element('aside', '');
    box.id = 'live-problem';
    box.setAttribute('role', 'alert');
    box.setAttribute('translate', 'no');
    box.append(element('strong', news.heading), element('pre', news.problems));
    var button = element('button', '关闭 Close');
    button.type = 'button';
    button.addEventListener('click', close);
    box.append(button);
    document.body.append(box);
  }

  var style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = '/.live/live.css';
  document.head.append(style);

  new EventSource('/.live/news').onmessage = function (event) {
    var news = JSON.parse(event.data);
    if (news.build && news.build !== build) location.reload();
    else show(news);
  };
})();
