// The search of the home page. What it knows is `catalogData` (see
// search_data.h); what is asked stands in the address after `#`, so that a
// question can be kept and sent. Everything shown goes in as text.
(function () {
  'use strict';

  var PAGE = 50;        // results shown at a time
  var SHORT = 8;        // values of a facet before the rest unfolds

  var data = window.catalogData;
  if (!data) return;

  var isEnglish = document.documentElement.lang === 'en';

  function say(chinese, english) {
    return isEnglish ? english : chinese;
  }

  function fold(text) {
    return text.normalize('NFKC').toLowerCase();
  }

  // The same for one character; most are what they are.
  function foldOne(character) {
    var code = character.charCodeAt(0);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a))
      return character;
    return fold(character);
  }

  function byId(id) {
    return document.getElementById(id);
  }

  function make(tag, name, text) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (text !== undefined) node.textContent = text;
    return node;
  }

  // ---- the items ----------------------------------------------------------

  function namesOf(list, indices) {
    return indices.map(function (index) { return list[index]; });
  }

  function unique(values) {
    return values.filter(function (value, i) {
      return values.indexOf(value) === i;
    });
  }

  var facets = [{key: 'domain', title: say('领域', 'Domain'),
    names: data.domains.map(function (domain) { return domain[1]; }),
    keys: data.domains.map(function (domain) { return domain[0]; })}];
  data.facets.forEach(function (facet) {
    facets.push({key: facet[0], title: facet[1], names: facet[2],
      keys: facet[3] || facet[2]});
  });
  facets.forEach(function (facet) { facet.isLong = false; });

  var BODY = 1;   // among the facets; see search_data.h
  var LEVEL = 4;
  var FIRST = 6;  // of an item's values, after what it shows

  var items = data.items.map(function (row) {
    var domain = data.domains[row[0]];
    return {
      domain: domain[1],
      id: row[1].charAt(0) === '/' ? domain[0] + row[1] : row[1],
      page: 'domains/' + domain[0] + '.html',
      names: row[2],
      content: row[3],
      bodies: namesOf(facets[BODY].names, row[FIRST]),
      timings: namesOf(data.timings, row[4]),
      levels: namesOf(facets[LEVEL].names, row[FIRST + LEVEL - 1]),
      basis: namesOf(data.basis, row[5]),
      values: [[row[0]]].concat(row.slice(FIRST)),
      name: '',      // folded, made before the first search
      rest: '',
      initials: ''   // of the name: zwgk for 政务公开
    };
  });

  var letters = new Map();
  data.initials.forEach(function (characters, letter) {
    Array.from(characters).forEach(function (character) {
      letters.set(character, String.fromCharCode(97 + letter));
    });
  });

  // One letter a character, so that places in both are the same.
  function initialsOf(text) {
    var initials = '';
    for (var i = 0; i < text.length; ++i)
      initials += letters.get(text[i]) || text[i];
    return initials;
  }

  var folded = 0;  // of the items, from the first

  function foldItem(item) {
    item.name = fold(item.names.join('\n'));
    item.initials = initialsOf(item.name + '\n' + fold(item.domain));
    item.rest = fold([item.content, item.basis.join('\n'),
      item.bodies.join('\n'), item.domain, item.timings.join('\n'),
      item.id].join('\n'));
  }

  function foldItems() {
    for (; folded < items.length; ++folded) foldItem(items[folded]);
  }

  // In pieces while nothing else is to be done, so that the first letter
  // typed is answered as fast as the others.
  function foldSome() {
    var end = Math.min(folded + 400, items.length);
    for (; folded < end; ++folded) foldItem(items[folded]);
    if (folded < items.length) setTimeout(foldSome, 0);
  }

  // ---- what is asked ------------------------------------------------------

  function nothingAsked() {
    return {words: '', all: false, chosen: facets.map(function () {
      return [];
    })};
  }

  var asked = nothingAsked();

  function isAsked() {
    return asked.all || asked.words.trim() !== '' ||
        asked.chosen.some(function (values) { return values.length > 0; });
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, ' '));
    } catch (malformed) {
      return text;
    }
  }

  function readAddress() {
    asked = nothingAsked();
    location.hash.replace(/^#/, '').split('&').forEach(function (part) {
      var equals = part.indexOf('=');
      var key = equals < 0 ? part : part.slice(0, equals);
      var value = equals < 0 ? '' : decoded(part.slice(equals + 1));
      if (key === 'q') asked.words = value;
      if (key === 'all') asked.all = true;
      facets.forEach(function (facet, i) {
        var index = facet.keys.indexOf(value);
        if (facet.key === key && index >= 0 && asked.chosen[i].indexOf(index) < 0)
          asked.chosen[i].push(index);
      });
    });
  }

  function address() {
    var parts = [];
    if (asked.words.trim())
      parts.push('q=' + encodeURIComponent(asked.words.trim()));
    facets.forEach(function (facet, i) {
      asked.chosen[i].forEach(function (index) {
        parts.push(facet.key + '=' + encodeURIComponent(facet.keys[index]));
      });
    });
    if (asked.all && parts.length === 0) parts.push('all');
    return '#' + parts.join('&');
  }

  var written = null;  // the address as the search itself last wrote it

  function writeAddress() {
    written = address();
    try {
      history.replaceState(null, '', written === '#' ?
          location.href.split('#')[0] : written);
    } catch (refused) {
      location.replace(written);
    }
  }

  // ---- finding ------------------------------------------------------------

  function wordsAsked() {
    return unique(fold(asked.words).split(/\s+/).filter(Boolean));
  }

  function isTyped(word) {
    return /^[a-z]{2,}$/.test(word);
  }

  // 0: not found; more where the words stand in the name.
  function rank(item, words) {
    var score = 1;
    for (var i = 0; i < words.length; ++i) {
      if (item.name.indexOf(words[i]) >= 0) score += 1;
      else if (item.rest.indexOf(words[i]) < 0 &&
               !(isTyped(words[i]) && item.initials.indexOf(words[i]) >= 0))
        return 0;
    }
    return score;
  }

  // What was found last, before facets: longer words are searched in it.
  var last = {words: [], items: items};

  function candidates(words) {
    var isLonger = last.words.length > 0 && last.words.every(function (word) {
      return words.some(function (next) { return next.indexOf(word) >= 0; });
    });
    return isLonger ? last.items : items;
  }

  function has(values, chosen) {
    for (var i = 0; i < chosen.length; ++i)
      if (values.indexOf(chosen[i]) >= 0) return true;
    return false;
  }

  // Results, and for each facet how many each value would give beside what is
  // chosen in the other facets.
  function find() {
    foldItems();
    var words = wordsAsked();
    var counts = facets.map(function (facet) {
      return new Uint32Array(facet.names.length);
    });
    var ranked = [];
    var matched = [];
    candidates(words).forEach(function (item) {
      var score = rank(item, words);
      if (score === 0) return;
      matched.push(item);
      var misses = 0;
      var missed = -1;
      for (var f = 0; f < facets.length; ++f) {
        if (asked.chosen[f].length > 0 &&
            !has(item.values[f], asked.chosen[f])) {
          ++misses;
          missed = f;
        }
      }
      if (misses > 1) return;
      for (f = 0; f < facets.length; ++f) {
        if (misses === 1 && missed !== f) continue;
        for (var i = 0; i < item.values[f].length; ++i)
          ++counts[f][item.values[f][i]];
      }
      if (misses === 0) {
        (ranked[score] = ranked[score] || []).push(item);
      }
    });
    last = {words: words, items: matched};
    var results = [];
    for (var score = ranked.length - 1; score > 0; --score)
      if (ranked[score]) results = results.concat(ranked[score]);
    return {results: results, counts: counts, words: words};
  }

  // ---- showing ------------------------------------------------------------

  // Where the words stand in a text, as ranges of its characters. Folding may
  // change lengths, so each character is folded by itself.
  function marks(text, words, byLetters) {
    var folded = '';
    var places = [];
    Array.from(text).reduce(function (at, character) {
      var piece = foldOne(character);
      for (var i = 0; i < piece.length; ++i) places.push(at);
      folded += piece;
      return at + character.length;
    }, 0);
    places.push(text.length);
    var ranges = [];
    words.forEach(function (word) {
      var text = folded.indexOf(word) < 0 && isTyped(word) && byLetters ?
          initialsOf(folded) : folded;
      for (var at = text.indexOf(word); at >= 0;
           at = text.indexOf(word, at + word.length))
        ranges.push([places[at], places[at + word.length]]);
    });
    return ranges.sort(function (a, b) { return a[0] - b[0]; });
  }

  function putMarked(node, text, words, byLetters) {
    var done = 0;
    marks(text, words, byLetters).forEach(function (range) {
      if (range[0] < done || range[1] <= range[0]) return;
      node.appendChild(document.createTextNode(text.slice(done, range[0])));
      node.appendChild(make('mark', '', text.slice(range[0], range[1])));
      done = range[1];
    });
    node.appendChild(document.createTextNode(text.slice(done)));
  }

  // A piece of the content, around the first word that stands in it.
  function excerpt(item, words) {
    var text = item.content.replace(/\n/g, '；');
    var found = marks(text, words)[0];
    var start = found && found[0] > 30 ? found[0] - 16 : 0;
    var piece = text.slice(start, start + 90);
    return (start > 0 ? '…' : '') + piece +
        (start + 90 < text.length ? '…' : '');
  }

  function putFact(list, label, text, words) {
    if (!text) return;
    var fact = make('li');
    fact.appendChild(make('span', 'label', label));
    putMarked(fact, text, words);
    list.appendChild(fact);
  }

  function resultOf(item, words) {
    var result = make('li');
    var link = make('a', 'item');
    link.href = item.page + '#' + item.id;
    putMarked(link, unique(item.names).join(' › '), words, true);
    result.appendChild(link);
    var path = make('p', 'where');
    putMarked(path, item.domain, words, true);
    result.appendChild(path);
    var content = make('p', 'content');
    putMarked(content, excerpt(item, words), words);
    result.appendChild(content);
    var facts = make('ul', 'facts');
    putFact(facts, say('主体', 'Body'), item.bodies.join('、'), words);
    putFact(facts, say('时限', 'Timing'), item.timings.join('；'), words);
    putFact(facts, say('层级', 'Levels'), item.levels.join('、'), words);
    var cited = item.basis.filter(function (title) {
      return words.some(function (word) {
        return fold(title).indexOf(word) >= 0;
      });
    });
    putFact(facts, say('依据', 'Basis'), cited.map(function (title) {
      return title.charAt(0) === '《' ? title : '《' + title + '》';
    }).join('、'), words);
    result.appendChild(facts);
    return result;
  }

  var found = {results: [], counts: [], words: []};
  var shown = 0;

  function showMore() {
    var list = byId('_list');
    var first = shown;
    var end = Math.min(shown + PAGE, found.results.length);
    for (; shown < end; ++shown)
      list.appendChild(resultOf(found.results[shown], found.words));
    byId('_more').hidden = shown >= found.results.length;
    return list.children[first];
  }

  function toggle(facet, index) {
    var chosen = asked.chosen[facet];
    var at = chosen.indexOf(index);
    if (at >= 0) chosen.splice(at, 1);
    else chosen.push(index);
    // Without any condition left the results stay, as all items.
    asked.all = true;
    update();
  }

  function facetValue(f, index, count) {
    var label = make('label');
    var box = make('input');
    box.type = 'checkbox';
    box.id = '_f' + f + '_' + index;
    box.checked = asked.chosen[f].indexOf(index) >= 0;
    box.addEventListener('change', function () { toggle(f, index); });
    label.appendChild(box);
    label.appendChild(make('span', 'value', facets[f].names[index]));
    label.appendChild(make('span', 'count', String(count)));
    return label;
  }

  function showFacet(facet, f) {
    var order = [];
    found.counts[f].forEach(function (count, index) {
      if (count > 0 || asked.chosen[f].indexOf(index) >= 0) order.push(index);
    });
    if (facet.key === 'domain' || facet.key === 'body' ||
        facet.key === 'channel')
      order.sort(function (a, b) {
        return found.counts[f][b] - found.counts[f][a] || a - b;
      });
    var group = make('fieldset');
    group.appendChild(make('legend', '', facet.title));
    var isLong = facet.isLong || order.length <= SHORT + 2;
    order.forEach(function (index, place) {
      if (isLong || place < SHORT || asked.chosen[f].indexOf(index) >= 0)
        group.appendChild(facetValue(f, index, found.counts[f][index]));
    });
    if (order.length > SHORT + 2) {
      var unfold = make('button', 'unfold', facet.isLong ?
          say('收起', 'Fewer') :
          say('全部 ' + order.length + ' 项', 'All ' + order.length));
      unfold.type = 'button';
      unfold.id = '_u' + f;
      unfold.addEventListener('click', function () {
        facet.isLong = !facet.isLong;
        showFacets();
      });
      group.appendChild(unfold);
    }
    if (order.length === 0) group.hidden = true;
    return group;
  }

  // The boxes are made anew, and the one in use keeps the focus.
  function showFacets() {
    var focused = document.activeElement && document.activeElement.id;
    var all = byId('_facets');
    all.textContent = '';
    facets.forEach(function (facet, f) {
      all.appendChild(showFacet(facet, f));
    });
    if (focused && /^_[fu]\d/.test(focused) && byId(focused))
      byId(focused).focus();
  }

  function showChosen() {
    var list = byId('_chosen');
    list.textContent = '';
    var count = 0;
    asked.chosen.forEach(function (values, f) {
      values.forEach(function (index) {
        ++count;
        var entry = make('li');
        var button = make('button', '', facets[f].names[index] + ' ×');
        button.type = 'button';
        button.setAttribute('aria-label', say('取消条件：', 'Remove: ') +
            facets[f].title + say('，', ', ') + facets[f].names[index]);
        button.addEventListener('click', function () {
          toggle(f, index);
          byId('_count').focus();
        });
        entry.appendChild(button);
        list.appendChild(entry);
      });
    });
    byId('_fold').textContent =
        count > 0 ? say('筛选条件（已选 ' + count + ' 项）',
            'Filters (' + count + ')') : say('筛选条件', 'Filters');
  }

  // What to do next where nothing was found.
  function showNothing() {
    var box = byId('_nothing');
    box.textContent = '';
    box.hidden = found.results.length > 0;
    if (!box.hidden) {
      box.appendChild(make('p', '', say('没有符合条件的公开事项。可以试试：',
          'Nothing found. You may:')));
      var ways = make('ul');
      var hasFacets = asked.chosen.some(function (values) {
        return values.length > 0;
      });
      if (found.words.length > 0)
        ways.appendChild(make('li', '', say(
            '换用更短的词，如用“低保”代替“低保对象名单公示”；',
            'use shorter words;')));
      if (found.words.length > 1)
        ways.appendChild(make('li', '', say('减少字词，各词须同时出现；',
            'use fewer words, as all of them must occur;')));
      if (hasFacets) {
        var entry = make('li');
        var button = make('button', '', say('取消全部筛选条件',
            'remove all filters'));
        button.type = 'button';
        button.addEventListener('click', function () {
          asked.chosen = nothingAsked().chosen;
          asked.all = true;
          update();
          byId('_words').focus();
        });
        entry.appendChild(button);
        ways.appendChild(entry);
      }
      var home = make('li');
      var link = make('a', '', say('按领域查找', 'browse by domain'));
      link.href = '#';
      home.appendChild(link);
      ways.appendChild(home);
      box.appendChild(ways);
    }
  }

  function show() {
    var asks = isAsked();
    byId('_found').hidden = !asks;
    byId('_ways').hidden = asks;
    document.documentElement.classList.toggle('asks', asks);
    if (!asks) {
      byId('_count').textContent = '';
      return;
    }
    found = find();
    byId('_list').textContent = '';
    shown = 0;
    showMore();
    byId('_count').textContent = found.results.length > 0 ?
        say('找到 ' + found.results.length + ' 项',
            found.results.length + ' found') : say('没有找到', 'Nothing found');
    showChosen();
    showFacets();
    showNothing();
  }

  function update() {
    show();
    writeAddress();
  }

  // ---- what the reader does -----------------------------------------------

  var words = byId('_words');
  var form = byId('_search');

  function onWords() {
    asked.words = words.value;
    if (!words.value.trim()) asked.all = false;
    update();
  }

  words.addEventListener('input', function (event) {
    // While an input method composes, the letters are not yet the words.
    if (!event.isComposing) onWords();
  });
  words.addEventListener('compositionend', onWords);

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (!words.value.trim()) asked.all = true;
    onWordsSubmitted();
  });

  function onWordsSubmitted() {
    asked.words = words.value;
    update();
    byId('_count').scrollIntoView({block: 'nearest'});
  }

  // Down and up walk from the box through the results and back.
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    var links = Array.from(byId('_list').querySelectorAll('a.item'));
    var at = document.activeElement === words ? -1 :
        links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== words) return;
    var next = at + (event.key === 'ArrowDown' ? 1 : -1);
    if (next >= links.length || next < -1) return;
    event.preventDefault();
    (next < 0 ? words : links[next]).focus();
  });

  byId('_more').addEventListener('click', function () {
    var first = showMore();
    if (first) first.querySelector('a').focus();
  });

  byId('_fold').addEventListener('click', function () {
    var isOpen = byId('_found').classList.toggle('open');
    byId('_fold').setAttribute('aria-expanded', String(isOpen));
  });

  function fromAddress() {
    if (written !== null && location.hash === written) return;
    written = null;
    // Anchors of the page's frame are no questions; one that the results
    // hide puts them away.
    if (/^#_/.test(location.hash)) {
      var anchor = byId(location.hash.slice(1));
      if (!isAsked() || !byId('_ways').contains(anchor)) return;
      asked = nothingAsked();
      words.value = '';
      show();
      anchor.scrollIntoView();
      return;
    }
    readAddress();
    words.value = asked.words;
    show();
  }

  window.addEventListener('hashchange', fromAddress);
  form.hidden = false;
  byId('_count').tabIndex = -1;
  fromAddress();
  setTimeout(foldSome, 0);
  // Typing may begin at once, except where a keyboard would cover the page.
  if (!location.hash && window.matchMedia('(hover: hover)').matches)
    words.focus();
})();
