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
  const served = /^https?:$/.test(location.protocol);
  for (const feed of document.querySelectorAll("li.feed")) {
    const address = new URL(feed.querySelector("a.file").getAttribute("href"), feed.dataset.base || location.href).href;
    if (!/^https?:/.test(address)) continue;
    const subscribe = feed.querySelector("a.webcal");
    if (served || feed.dataset.base) {
      subscribe.href = address.replace(/^https?:/, "webcal:");
      subscribe.hidden = false;
    }
    const copy = feed.querySelector("button");
    if (!navigator.clipboard) continue;
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(address);
      const words = copy.textContent;
      copy.textContent = "已复制 ✓";
      setTimeout(() => { copy.textContent = words; }, 1600);
    });
  }
  let name = "";
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* no name that a page could have */ }
  const target = document.getElementById(name);
  if (target) for (const fold of target.querySelectorAll("details")) fold.open = true;
})();
