"use strict";
(() => {
  // Services fetch a feed themselves: an address of this machine or of a private network means nothing to them.
  const reachable = (host) => host.includes(".") && !/^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(host)
    && !/\.(local|lan|internal|home|test|localhost)$/.test(host);
  const said = document.getElementById("copied");
  for (const feed of document.querySelectorAll(".feed")) {
    const address = new URL(feed.querySelector("a.file").getAttribute("href"), feed.dataset.base || location.href);
    if (!/^https?:$/.test(address.protocol)) continue; // a page opened from a folder that does not know where it will lie
    const webcal = address.href.replace(/^https?:/, "webcal:");
    const show = (name, href) => {
      const link = feed.querySelector("a." + name);
      link.href = href;
      link.hidden = false;
    };
    show("webcal", webcal);
    if (reachable(address.hostname)) {
      show("google", "https://calendar.google.com/calendar/r?cid=" + encodeURIComponent(webcal));
      show("outlook", "https://outlook.live.com/calendar/0/addfromweb?url=" + encodeURIComponent(address.href)
        + "&name=" + encodeURIComponent(feed.dataset.name));
    }
    const copy = feed.querySelector("button.copy");
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      let done = true;
      try {
        await navigator.clipboard.writeText(address.href);
      } catch {
        // No clipboard without TLS: the address is shown, chosen, for the person to copy.
        done = false;
        said.textContent = address.href;
        getSelection().selectAllChildren(said);
      }
      if (!done) return;
      said.textContent = "已复制：" + address.href;
      copy.classList.add("done");
      setTimeout(() => copy.classList.remove("done"), 1600);
    });
  }
})();
