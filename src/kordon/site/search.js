/* Search within this copy of the site. Pieces of the index are scripts beside the page: nothing else is asked for. */
(function () {
  "use strict";
  var form = document.getElementById("search"), field = document.getElementById("q");
  var list = document.getElementById("found"), said = document.getElementById("said");
  var words = form.dataset, kinds = words.kinds.split("|"), held = {}, waiting = {}, turn = 0, MOST = 60;

  window.kordon = function (name, data) {
    held[name] = data;
    (waiting[name] || []).forEach(function (then) { then(data); });
    delete waiting[name];
  };

  function load(name, then) {
    if (name in held) { then(held[name]); return; }
    if (waiting[name]) { waiting[name].push(then); return; }
    waiting[name] = [then];
    var script = document.createElement("script");
    script.src = "search/" + name + ".js";
    script.onerror = function () { window.kordon(name, null); };
    document.head.appendChild(script);
  }

  function loadAll(names, then) {
    var left = names.length, got = {};
    if (!left) { then(got); return; }
    names.forEach(function (name) {
      load(name, function (data) { got[name] = data; left -= 1; if (!left) { then(got); } });
    });
  }

  function fold(word, signs) {
    function mapped(text) {
      return Array.from(text).map(function (c) { return Object.hasOwn(signs, c) ? signs[c] : c; }).join("");
    }
    var text = mapped(word.toLowerCase()).normalize("NFD").replace(/\p{M}/gu, "");
    return mapped(text).replace(/j|i(?=[aeou])/g, "");
  }

  function asked(text, signs) {
    var found = text.match(/[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu) || [];
    return found.map(function (word) { return fold(word.replace(/['’ʼ]/g, ""), signs); })
      .filter(function (word) { return word.length > 0; });
  }

  function piece(word) { return "w-" + (word[0] >= "a" && word[0] <= "z" ? word[0] : "0"); }

  /* The documents that hold a word which begins with what was typed; whole words weigh more. */
  function matching(word, held) {
    var found = new Map();
    Object.keys(held || {}).forEach(function (key) {
      if (!key.startsWith(word)) { return; }
      var weight = key === word ? 2 : 1;
      held[key].forEach(function (n) { found.set(n, Math.max(weight, found.get(n) || 0)); });
    });
    return found;
  }

  function show(numbers, documents, meta) {
    list.textContent = "";
    said.textContent = numbers.length ? words.some.replace("#", String(numbers.length)) : words.none;
    numbers.slice(0, MOST).forEach(function (n) {
      var told = (documents["d-" + Math.floor(n / meta.chunk)] || [])[n % meta.chunk];
      if (!told) { return; }
      var item = document.createElement("li"), link = document.createElement("a");
      var kind = document.createElement("span"), note = document.createElement("span");
      kind.className = "kicker"; kind.textContent = kinds[told[0]];
      link.href = told[2]; link.textContent = told[1];
      note.className = "small"; note.textContent = told[3];
      item.append(kind, link, note);
      list.append(item);
    });
    list.hidden = !numbers.length;
  }

  function search() {
    var mine = ++turn;
    load("meta", function (meta) {
      if (!meta || mine !== turn) { return; }
      var query = asked(field.value, meta.signs);
      if (!query.length) { list.hidden = true; list.textContent = ""; said.textContent = ""; return; }
      loadAll(Array.from(new Set(query.map(piece))), function (pieces) {
        if (mine !== turn) { return; }
        var found = query.map(function (word) { return matching(word, pieces[piece(word)]); });
        var numbers = Array.from(found[0].keys()).filter(function (n) {
          return found.every(function (one) { return one.has(n); });
        });
        function weight(n) { return found.reduce(function (sum, one) { return sum + one.get(n); }, 0); }
        numbers.sort(function (a, b) { return weight(b) - weight(a) || a - b; });
        var shown = numbers.slice(0, MOST).map(function (n) { return "d-" + Math.floor(n / meta.chunk); });
        loadAll(Array.from(new Set(shown)), function (documents) {
          if (mine === turn) { show(numbers, documents, meta); }
        });
      });
    });
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  field.addEventListener("input", search);
  if (location.hash.startsWith("#q=")) { field.value = decodeURIComponent(location.hash.slice(3)); search(); }
})();
