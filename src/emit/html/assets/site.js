// What every page does: show what needs a script, switch the colours, take
// words to the search on the home page.
(function () {
  'use strict';
  var root = document.documentElement;

  document.querySelectorAll('.script').forEach(function (part) {
    part.hidden = false;
  });

  var button = document.getElementById('_scheme');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');

  function isDark() {
    var chosen = root.getAttribute('data-scheme');
    return chosen ? chosen === 'dark' : dark.matches;
  }

  function name() {
    button.textContent = isDark() ? '浅色显示' : '深色显示';
  }

  button.addEventListener('click', function () {
    var scheme = isDark() ? 'light' : 'dark';
    root.setAttribute('data-scheme', scheme);
    try {
      localStorage.setItem('catalog-scheme', scheme);
    } catch (refused) {
      // Then it holds for this page.
    }
    name();
  });
  if (dark.addEventListener) dark.addEventListener('change', name);
  name();
  button.hidden = false;

  var words = document.getElementById('_words');
  var seek = document.getElementById('_seek');
  if (seek) {
    seek.hidden = false;
    seek.addEventListener('submit', function (event) {
      event.preventDefault();
      location.href = seek.getAttribute('data-search') + '#q=' +
          encodeURIComponent(words.value.trim());
    });
  }

  // `/` leads to the search from anywhere.
  document.addEventListener('keydown', function (event) {
    var target = event.target;
    var isTyping = target.isContentEditable ||
        /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey ||
        event.altKey)
      return;
    event.preventDefault();
    words.focus();
    words.select();
  });
})();
