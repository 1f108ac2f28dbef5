// What every page does: show what needs a script, switch the colours, take
// words to the search on the home page.
(function () {
  'use strict';
  var root = document.documentElement;
  var isEnglish = root.lang === 'en';

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
    if (isEnglish) button.textContent = isDark() ? 'Light' : 'Dark';
    else button.textContent = isDark() ? '浅色显示' : '深色显示';
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

  var large = document.getElementById('_large');

  function isLarge() {
    return root.getAttribute('data-size') === 'large';
  }

  large.addEventListener('click', function () {
    if (isLarge()) root.removeAttribute('data-size');
    else root.setAttribute('data-size', 'large');
    large.setAttribute('aria-pressed', String(isLarge()));
    try {
      localStorage.setItem('catalog-size', isLarge() ? 'large' : '');
    } catch (refused) {
      // Then it holds for this page.
    }
  });
  large.setAttribute('aria-pressed', String(isLarge()));
  large.hidden = false;

  // ---- a kiosk: nothing leads out of the site, and who comes next finds the
  // home page.

  var IDLE = 120000;  // milliseconds

  function isOutside(link) {
    return link.hasAttribute('download') ||
        !/^(file|https?):$/.test(link.protocol) ||
        (link.protocol !== 'file:' && link.host !== location.host);
  }

  function home() {
    return document.querySelector('.top .name').href;
  }

  if (root.hasAttribute('data-kiosk')) {
    document.addEventListener('click', function (event) {
      var link = event.target.closest('a[href]');
      if (link && isOutside(link)) event.preventDefault();
    });
    document.querySelectorAll('a[href]').forEach(function (link) {
      if (!isOutside(link)) return;
      link.removeAttribute('href');
      link.classList.add('shut');
    });
    document.addEventListener('contextmenu', function (event) {
      event.preventDefault();
    });
    var idle = 0;
    var rest = function () {
      clearTimeout(idle);
      idle = setTimeout(function () { location.href = home(); }, IDLE);
    };
    ['pointerdown', 'keydown', 'scroll', 'input'].forEach(function (kind) {
      document.addEventListener(kind, rest, {passive: true, capture: true});
    });
    rest();
  }

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
