// What the scripts of a page that asks have in common: finding and making elements, and
// filling the holes of sentences.
(function () {
  "use strict";

  /**
   * atlasPage is those for one page; words are its sentences by key, and may be set later.
   * @param {HTMLElement} page
   * @param {Object<string, string>} [words]
   */
  window.atlasPage = function (page, words) {
    var tools = {
      words: words || {},

      /** @param {string} selector @param {ParentNode} [within] */
      one: function (selector, within) { return /** @type {any} */ ((within || page).querySelector(selector)); },

      /** @param {string} selector @param {ParentNode} [within] */
      all: function (selector, within) { return /** @type {any[]} */ (Array.from((within || page).querySelectorAll(selector))); },

      /**
       * say fills the holes of a sentence.
       * @param {string} key
       * @param {Object<string, string|number>} [holes]
       */
      say: function (key, holes) {
        return tools.words[key].replace(/\{([a-z]+)\}/g, function (_, name) { return String(holes[name]); });
      },

      /** @param {string} name @param {string} text @param {string} [className] */
      element: function (name, text, className) {
        var made = /** @type {any} */ (document.createElement(name));
        made.textContent = text;
        if (className) { made.className = className; }
        return made;
      },

      /** @param {string[]} names as a sentence lists them */
      list: function (names) {
        return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " " + tools.words.and + " " + names[names.length - 1];
      },

      /**
       * fillRegions makes an option of every region, by name.
       * @param {HTMLSelectElement} select
       * @param {RegionName[]} regions
       */
      fillRegions: function (select, regions) {
        regions.slice().sort(function (a, b) { return a[1].localeCompare(b[1]); }).forEach(function (region) {
          var option = tools.element("option", region[1] + " (" + region[0] + ")");
          option.value = region[0].toLowerCase();
          select.append(option);
        });
      },

      /**
       * disableChosen leaves a select on an option that can still be chosen.
       * @param {HTMLSelectElement} select
       * @param {(code: string) => boolean} isChosen
       */
      disableChosen: function (select, isChosen) {
        Array.from(select.options).forEach(function (option) { option.disabled = isChosen(option.value); });
        var free = Array.from(select.options).find(function (option) { return !option.disabled; });
        if (free && select.selectedOptions[0].disabled) { select.value = free.value; }
      },

      /**
       * chosen reads which regions the address asks for: those that are known, at most
       * so many, those that are left out, and what nobody knows.
       * @param {(code: string) => any} knows
       * @param {number} most
       */
      chosen: function (knows, most) {
        var choice = { codes: [], left: [], strange: [], lost: window.atlasAddress.lost() };
        (window.atlasAddress.get("r") || "").toLowerCase().split(",").filter(Boolean).forEach(function (code) {
          if (!knows(code)) {
            choice.strange.push(code);
            choice.lost.push("r=" + code);
          } else if (choice.codes.indexOf(code) < 0) {
            (choice.codes.length < most ? choice.codes : choice.left).push(code);
          }
        });
        return choice;
      },

      /**
       * load asks for a script, and tells when it is not there.
       * @param {string} file
       * @param {() => void} failed
       */
      load: function (file, failed) {
        var script = document.createElement("script");
        script.src = file;
        script.onerror = failed;
        document.head.append(script);
      },

      /** @param {string} selector @param {string[]} sentences shown there, if there are any */
      note: function (selector, sentences) {
        var place = tools.one(selector);
        place.hidden = sentences.length === 0;
        place.textContent = sentences.join(" ");
      },
    };
    return tools;
  };
})();
