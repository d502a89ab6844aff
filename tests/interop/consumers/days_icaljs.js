// The days on which ical.js sees each entry up to the end of 2028: a JSON object a day.
const fs = require("fs");
const loaded = require("ical.js");
const ICAL = loaded.default || loaded;

const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const days = event.iterator();
  for (let day = days.next(); day && day.year < 2029; day = days.next()) {
    console.log(JSON.stringify({ title: event.summary, day: day.toString().slice(0, 10) }));
  }
}
