"use strict";
(() => {
  const form = document.getElementById("filters");
  if (form) form.addEventListener("submit", () => {
    // An address without the fields that were left empty is one that people can read and pass on.
    for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
  });
  addEventListener("pageshow", () => {
    if (form) for (const field of form.elements) field.disabled = false;
  });
})();
