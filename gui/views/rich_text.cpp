#include "gui/views/rich_text.h"

#include "engine/report/rules.h"
#include "gui/models/text.h"

#include <QRegularExpression>

namespace dialscope::gui {
namespace {

constexpr QLatin1String kScheme{"rule:"};

// The text cut at backticks: every second piece is code. A last, lonely backtick is taken as it stands.
QStringList cutAtCode(const QString& markdown) {
  QStringList pieces = markdown.split(u'`');
  if (pieces.size() % 2 == 0) {
    const QString last = pieces.takeLast();
    pieces.last() += u'`' + last;
  }
  return pieces;
}

const QRegularExpression& emphasis() {
  static const QRegularExpression expression(QStringLiteral(R"(\*([^*\s](?:[^*]*[^*\s])?)\*)"));
  return expression;
}

const QRegularExpression& strong() {
  static const QRegularExpression expression(QStringLiteral(R"(\*\*([^*]+)\*\*)"));
  return expression;
}

const QRegularExpression& ruleId() {
  static const QRegularExpression expression(QStringLiteral(R"(\bDA-\d{2}\b)"));
  return expression;
}

bool isRule(const QString& id) { return report::findRule(id.toStdString()) != nullptr; }

QString withLinks(const QString& plain) {
  QString html;
  qsizetype done = 0;
  for (auto found = ruleId().globalMatch(plain); found.hasNext();) {
    const auto match = found.next();
    if (!isRule(match.captured())) continue;
    html += plain.mid(done, match.capturedStart() - done).toHtmlEscaped();
    html += QStringLiteral("<a href=\"%1%2\">%2</a>").arg(kScheme, match.captured());
    done = match.capturedEnd();
  }
  return html + plain.mid(done).toHtmlEscaped();
}

}  // namespace

QString richText(std::string_view markdown) {
  QString html;
  const QStringList pieces = cutAtCode(text(markdown));
  for (qsizetype i = 0; i < pieces.size(); ++i) {
    if (i % 2 == 1) {
      html += QStringLiteral("<code>%1</code>").arg(pieces[i].toHtmlEscaped());
    } else {
      html += withLinks(pieces[i])
                  .replace(strong(), QStringLiteral("<b>\\1</b>"))
                  .replace(emphasis(), QStringLiteral("<i>\\1</i>"));
    }
  }
  return html;
}

QString richParagraphs(const std::vector<std::string>& paragraphs) {
  QString html;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    html += QStringLiteral("<p style='margin-top:%1px; margin-bottom:0'>%2</p>")
                .arg(i == 0 ? 0 : 10)
                .arg(richText(paragraphs[i]));
  }
  return html;
}

QString plainWords(std::string_view markdown) {
  QString words;
  const QStringList pieces = cutAtCode(text(markdown));
  for (qsizetype i = 0; i < pieces.size(); ++i) {
    if (i % 2 == 1) {
      words += pieces[i];
    } else {
      words += QString(pieces[i])
                   .replace(strong(), QStringLiteral("\\1"))
                   .replace(emphasis(), QStringLiteral("\\1"));
    }
  }
  return words;
}

QString capitalised(QString phrase) {
  if (!phrase.isEmpty()) phrase[0] = phrase[0].toUpper();
  return phrase;
}

QString ruleOfLink(const QString& link) {
  return link.startsWith(kScheme) ? link.mid(kScheme.size()) : QString();
}

QStringList rulesNamedIn(std::string_view markdown) {
  QStringList ids;
  for (auto found = ruleId().globalMatch(text(markdown)); found.hasNext();) {
    const QString id = found.next().captured();
    if (isRule(id) && !ids.contains(id)) ids.append(id);
  }
  return ids;
}

}  // namespace dialscope::gui
