// The days on which KCalendarCore sees each entry up to the end of 2028: a JSON object a day.
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

int main(int count, char **words) {
  if (count < 2) return 2;
  QFile file(QString::fromLocal8Bit(words[1]));
  if (!file.open(QIODevice::ReadOnly)) return 2;
  KCalendarCore::MemoryCalendar::Ptr calendar(new KCalendarCore::MemoryCalendar(QTimeZone("Asia/Shanghai")));
  KCalendarCore::ICalFormat format;
  if (!format.fromRawString(calendar, file.readAll())) return 1;
  QTextStream out(stdout);
  out.setCodec("UTF-8");
  const QTimeZone zone("Asia/Shanghai");
  for (const auto &event : calendar->rawEvents()) {
    for (QDate day(2026, 1, 1); day < QDate(2029, 1, 1); day = day.addDays(1)) {
      if (!event->recursOn(day, zone)) continue;
      QJsonObject record{{"title", event->summary()}, {"day", day.toString(Qt::ISODate)}};
      out << QJsonDocument(record).toJson(QJsonDocument::Compact) << "\n";
    }
  }
}
