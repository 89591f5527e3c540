#include "gui/app/export.h"

#include "engine/import/write_file.h"
#include "gui/models/problems_model.h"
#include "gui/models/replay_session.h"
#include "gui/views/explanation.h"
#include "gui/views/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTextDocument>
#include <array>

namespace dialscope::gui {
namespace {

using Problem = std::optional<QString>;

QString translate(const char* text) { return QCoreApplication::translate("Export", text); }

QString titleOf(const ReplaySession& session) {
  const QString dialed = QString::fromStdString(session.request().digits);
  return dialed.isEmpty() ? QStringLiteral("Dialscope") : QStringLiteral("%1 - Dialscope").arg(dialed);
}

Problem write(const QString& path, const QByteArray& bytes) {
  const auto problem = import::writeFile(path.toStdString(), bytes.toStdString());
  if (!problem) return std::nullopt;
  return QStringLiteral("%1: %2").arg(path, problemText(*problem));
}

QByteArray pngOf(QWidget& shown) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  shown.grab().save(&buffer, "PNG");
  return bytes;
}

QByteArray svgOf(QWidget& shown, const ReplaySession& session) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator generator;
  generator.setOutputDevice(&buffer);
  generator.setSize(shown.size());
  generator.setViewBox(QRect(QPoint(0, 0), shown.size()));
  generator.setTitle(titleOf(session));
  QPainter painter(&generator);
  shown.render(&painter);
  painter.end();
  return bytes;
}

Problem writePng(const QString& path, QWidget& shown, const ReplaySession&) {
  return write(path, pngOf(shown));
}

Problem writeSvg(const QString& path, QWidget& shown, const ReplaySession& session) {
  return write(path, svgOf(shown, session));
}

Problem writePdf(const QString& path, QWidget& shown, const ReplaySession& session) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setTitle(titleOf(session));
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageOrientation(QPageLayout::Landscape);
  writer.setPageMargins(QMarginsF(12, 12, 12, 12), QPageLayout::Millimeter);
  writer.setResolution(150);
  QPainter painter(&writer);
  const QRect page(0, 0, writer.width(), writer.height());
  const QSizeF size = QSizeF(shown.size()).scaled(page.size(), Qt::KeepAspectRatio);
  painter.save();
  painter.translate((page.width() - size.width()) / 2, 0);
  painter.scale(size.width() / shown.width(), size.width() / shown.width());
  shown.render(&painter);
  painter.restore();

  QTextDocument text;
  text.documentLayout()->setPaintDevice(&writer);
  text.setDefaultFont(QFont(shown.font().family(), 10));
  text.setDefaultStyleSheet(QStringLiteral("td, th { padding: 2px 8px 2px 0; text-align: left; }"));
  text.setHtml(explanationOf(session).html());
  text.setPageSize(page.size());
  for (int number = 0; number < text.pageCount(); ++number) {
    writer.newPage();
    painter.save();
    painter.translate(0, -number * page.height());
    text.drawContents(&painter, QRectF(0, number * page.height(), page.width(), page.height()));
    painter.restore();
  }
  painter.end();
  return write(path, bytes);
}

Problem writeHtml(const QString& path, QWidget& shown, const ReplaySession& session) {
  static const QString kPage = QStringLiteral(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>%1</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
img { max-width: 100%; border: 1px solid #8888; border-radius: 6px; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: .25rem .9rem .25rem 0; border-bottom: 1px solid #8885; vertical-align: top; }
code { font-family: "DejaVu Sans Mono", ui-monospace, monospace; }
</style>
</head>
<body>
%2
<p><img alt="%3" src="data:image/png;base64,%4"></p>
</body>
</html>
)");
  // One pass: a plan's text may hold %1 itself.
  const QString page =
      kPage.arg(titleOf(session).toHtmlEscaped(), explanationOf(session).html(),
                translate("The window").toHtmlEscaped(), QString::fromLatin1(pngOf(shown).toBase64()));
  return write(path, page.toUtf8());
}

struct Format {
  const char* suffix;
  const char* name;
  Problem (*write)(const QString& path, QWidget& shown, const ReplaySession& session);
};

constexpr std::array<Format, 4> kFormats{{{"png", QT_TRANSLATE_NOOP("Export", "Picture"), writePng},
                                          {"svg", QT_TRANSLATE_NOOP("Export", "Drawing"), writeSvg},
                                          {"pdf", QT_TRANSLATE_NOOP("Export", "Pages"), writePdf},
                                          {"html", QT_TRANSLATE_NOOP("Export", "Report"), writeHtml}}};

}  // namespace

QString exportFilters() {
  QStringList filters;
  for (const Format& format : kFormats) {
    filters.append(
        QStringLiteral("%1 (*.%2)").arg(translate(format.name), QString::fromLatin1(format.suffix)));
  }
  return filters.join(QStringLiteral(";;"));
}

std::optional<QString> exportTo(const QString& path, QWidget& shown, const ReplaySession& session) {
  const QString suffix = QFileInfo(path).suffix().toLower();
  QStringList known;
  for (const Format& format : kFormats) {
    if (suffix == QLatin1String(format.suffix)) return format.write(path, shown, session);
    known.append(QStringLiteral(".%1").arg(QString::fromLatin1(format.suffix)));
  }
  return translate("%1: the name has to end in %2").arg(path, known.join(QStringLiteral(", ")));
}

}  // namespace dialscope::gui
