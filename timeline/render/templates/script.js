"use strict";
(() => {
  const form = document.getElementById("filters");
  if (form) {
    const events = [...document.querySelectorAll("li.event")];
    const years = [...document.querySelectorAll("section.year")];
    const count = document.getElementById("count");
    const texts = new Map(events.map((event) => [event, event.textContent.toLowerCase()]));
    const apply = () => {
      const { topic, kind, words, coming } = form.elements;
      const wanted = words.value.trim().toLowerCase();
      let shown = 0;
      for (const event of events) {
        const fits = (!topic.value || event.dataset.topics.split(" ").includes(topic.value))
          && (!kind.value || event.dataset.kind === kind.value)
          && (!coming.checked || event.dataset.coming === "1")
          && (!wanted || texts.get(event).includes(wanted));
        event.hidden = !fits;
        shown += fits;
      }
      for (const year of years) year.hidden = !year.querySelector("li.event:not([hidden])");
      count.textContent = shown + " / " + events.length;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
    apply();
  }
  let name = "";
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* no name that a page could have */ }
  const target = document.getElementById(name);
  if (target) for (const fold of target.querySelectorAll("details")) fold.open = true;
})();
