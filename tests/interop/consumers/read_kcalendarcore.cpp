// Reads a calendar with KCalendarCore (the reader of KOrganizer and Merkuro): a JSON object an entry.
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

static QString stamp(const QDateTime &time, bool day) {
  return day ? time.date().toString(Qt::ISODate) : time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mmZ"));
}

int main(int count, char **words) {
  if (count < 2) return 2;
  QFile file(QString::fromLocal8Bit(words[1]));
  if (!file.open(QIODevice::ReadOnly)) return 2;
  KCalendarCore::MemoryCalendar::Ptr calendar(new KCalendarCore::MemoryCalendar(QTimeZone::utc()));
  KCalendarCore::ICalFormat format;
  if (!format.fromRawString(calendar, file.readAll())) return 1;
  QTextStream out(stdout);
  out.setCodec("UTF-8");
  for (const auto &event : calendar->rawEvents()) {
    QJsonObject record{{"uid", event->uid()}, {"summary", event->summary()}, {"description", event->description()},
                       {"location", event->location()}, {"start", stamp(event->dtStart(), event->allDay())}};
    QDateTime end = event->dtEnd();
    if (event->allDay()) end = end.addDays(1);  // KCalendarCore keeps the last day itself
    record["end"] = event->hasEndDate() && end > event->dtStart() ? stamp(end, event->allDay()) : QString();
    out << QJsonDocument(record).toJson(QJsonDocument::Compact) << "\n";
  }
}
