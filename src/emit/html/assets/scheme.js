// Chosen colours and sizes apply before the page is painted. Storage may be refused.
(function () {
  'use strict';
  var scheme = null;
  try {
    scheme = localStorage.getItem('catalog-scheme');
  } catch (refused) {
    // The system's choice holds.
  }
  try {
    if (localStorage.getItem('catalog-size') === 'large')
      document.documentElement.setAttribute('data-size', 'large');
    if (location.hash === '#kiosk') sessionStorage.setItem('catalog-kiosk', 'on');
    if (sessionStorage.getItem('catalog-kiosk'))
      document.documentElement.setAttribute('data-kiosk', 'on');
  } catch (refused) {
    // Then the page is as it was made.
    if (location.hash === '#kiosk')
      document.documentElement.setAttribute('data-kiosk', 'on');
  }
  if (scheme === 'dark' || scheme === 'light')
    document.documentElement.setAttribute('data-scheme', scheme);
})();
