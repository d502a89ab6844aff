// Reads a calendar with ical.js (the reader of Thunderbird): a JSON object an entry.
const fs = require("fs");
const loaded = require("ical.js");
const ICAL = loaded.default || loaded;

const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const stamp = (time) =>
  time.isDate ? time.toString() : time.convertToZone(ICAL.Timezone.utcTimezone).toString().slice(0, 16) + "Z";
for (const entry of calendar.getAllSubcomponents("vevent")) {
  const text = (name) => entry.getFirstPropertyValue(name) || "";
  const end = entry.getFirstPropertyValue("dtend");
  console.log(JSON.stringify({
    uid: text("uid"), summary: text("summary"), description: text("description"), location: text("location"),
    start: stamp(entry.getFirstPropertyValue("dtstart")), end: end ? stamp(end) : "",
  }));
}
