// In pages of `catalog serve`: loads them anew when their bytes changed, and
// shows over them what the build found. Everything shown goes in as text.
(function () {
  'use strict';
  var page = document.currentScript.dataset.page;
  var print = '';  // of the findings that are shown
  var box = null, folded = null, lost = null;
  var zh = (document.documentElement.lang || 'zh').indexOf('zh') === 0;

  function make(tag, text, into) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (into) into.appendChild(made);
    return made;
  }

  function fold(yes) {
    folded = yes;
    box.dataset.folded = yes;
    box.querySelector('button').setAttribute('aria-expanded', String(!yes));
  }

  function show(news) {
    if (box) box.remove();
    box = null;
    if (!news.found) return;
    box = make('section');
    box.id = '_preview';
    box.setAttribute('role', 'status');
    box.dataset.errors = news.errors;
    var bar = make('button', news.summary, box);
    bar.type = 'button';
    bar.addEventListener('click', function () { fold(!folded); });
    make('pre', news.found, box).tabIndex = 0;
    document.body.appendChild(box);
    // Errors are to be seen; warnings only keep a line until asked for.
    fold(news.errors === 0);
  }

  function lose(yes) {
    if (lost && !yes) lost.remove();
    if (lost || !yes) return void (lost = yes ? lost : null);
    lost = make('p', zh ? '预览已停止' : 'the preview has ended',
                document.body);
    lost.id = '_lost';
    lost.setAttribute('role', 'status');
  }

  function take(news) {
    lose(false);
    if (news.page !== page) return void location.reload();
    if (news.print !== print) {
      print = news.print;
      show(news);
    }
    ask();
  }

  // A page out of sight does not ask: browsers open few connections at once.
  function ask() {
    if (document.hidden)
      return document.addEventListener('visibilitychange', ask, {once: true});
    fetch('/_serve/news?page=' + page + '&found=' + print + '&path=' +
          encodeURIComponent(decodeURIComponent(location.pathname)))
        .then(function (answer) { return answer.json(); })
        .then(take)
        .catch(function () {
          lose(true);
          setTimeout(ask, 1000);
        });
  }

  ask();
})();
