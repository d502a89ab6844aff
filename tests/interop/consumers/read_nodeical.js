// Reads a calendar with node-ical: a JSON object an entry. It makes up an end where the calendar states none.
const fs = require("fs");
const ical = require("node-ical");

const pad = (number) => String(number).padStart(2, "0");
const stamp = (date) => date.dateOnly || date.datetype === "date"
  ? `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
  : date.toISOString().slice(0, 16) + "Z";
const plain = (value) => (value && value.val !== undefined ? value.val : value) || "";
const found = ical.sync.parseICS(fs.readFileSync(process.argv[2], "utf8"));
for (const entry of Object.values(found)) {
  if (entry.type !== "VEVENT") continue;
  const day = entry.datetype === "date";
  const start = day ? stamp(Object.assign(entry.start, { dateOnly: true })) : stamp(entry.start);
  const end = entry.end ? (day ? stamp(Object.assign(entry.end, { dateOnly: true })) : stamp(entry.end)) : "";
  console.log(JSON.stringify({
    uid: entry.uid, summary: plain(entry.summary), description: plain(entry.description), location: plain(entry.location),
    start, end: end === start ? "" : end,
  }));
}
