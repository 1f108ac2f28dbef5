// Chosen colours apply before the page is painted. Storage may be refused.
(function () {
  'use strict';
  var scheme = null;
  try {
    scheme = localStorage.getItem('catalog-scheme');
  } catch (refused) {
    // The system's choice holds.
  }
  if (scheme === 'dark' || scheme === 'light')
    document.documentElement.setAttribute('data-scheme', scheme);
})();
