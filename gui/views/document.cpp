#include "gui/views/document.h"

namespace dialscope::gui {
namespace {

/// What Markdown would read as its own is escaped; in code only the bar that ends a table's cell.
QString markdownOf(const Line& line) {
  QString text;
  for (const Piece& piece : line) {
    if (piece.text.isEmpty()) continue;
    QString escaped = piece.text;
    escaped.replace(u'\n', u' ');
    if (piece.code) {
      escaped.replace(u'|', QStringLiteral("\\|"));
      text += u'`' + escaped + u'`';
      continue;
    }
    for (const QChar special : QStringLiteral("\\*_<|[`"))
      escaped.replace(special, QStringLiteral("\\") + special);
    text += escaped;
  }
  return text;
}

QString htmlOf(const Line& line) {
  QString text;
  for (const Piece& piece : line) {
    const QString escaped = piece.text.toHtmlEscaped();
    text += piece.code && !escaped.isEmpty() ? QStringLiteral("<code>%1</code>").arg(escaped) : escaped;
  }
  return text;
}

}  // namespace

void Document::heading(int level, Line line) {
  blocks_.push_back({Kind::Heading, level, std::move(line), {}});
}
void Document::paragraph(Line line) { blocks_.push_back({Kind::Paragraph, 0, std::move(line), {}}); }
void Document::item(Line line) { blocks_.push_back({Kind::Item, 0, std::move(line), {}}); }

void Document::table(std::vector<Line> header, std::vector<std::vector<Line>> rows) {
  rows.insert(rows.begin(), std::move(header));
  blocks_.push_back({Kind::Table, 0, {}, std::move(rows)});
}

QString Document::markdown() const {
  QString page;
  bool inList = false;
  for (const Block& block : blocks_) {
    if (inList && block.kind != Kind::Item) page += u'\n';
    inList = block.kind == Kind::Item;
    switch (block.kind) {
    case Kind::Heading:
      page += QString(block.level, u'#') + u' ' + markdownOf(block.line) + QStringLiteral("\n\n");
      break;
    case Kind::Paragraph: page += markdownOf(block.line) + QStringLiteral("\n\n"); break;
    case Kind::Item: page += QStringLiteral("- ") + markdownOf(block.line) + u'\n'; break;
    case Kind::Table:
      for (std::size_t row = 0; row < block.rows.size(); ++row) {
        page += u'|';
        for (const Line& cell : block.rows[row]) page += u' ' + markdownOf(cell) + QStringLiteral(" |");
        page += u'\n';
        if (row == 0)
          page += u'|' + QStringLiteral("---|").repeated(static_cast<int>(block.rows[0].size())) + u'\n';
      }
      page += u'\n';
      break;
    }
  }
  return page;
}

QString Document::html() const {
  QString page;
  bool inList = false;
  for (const Block& block : blocks_) {
    if (inList != (block.kind == Kind::Item))
      page += inList ? QStringLiteral("</ul>\n") : QStringLiteral("<ul>\n");
    inList = block.kind == Kind::Item;
    switch (block.kind) {
    case Kind::Heading:
      page += QStringLiteral("<h%1>%2</h%1>\n").arg(block.level).arg(htmlOf(block.line));
      break;
    case Kind::Paragraph: page += QStringLiteral("<p>%1</p>\n").arg(htmlOf(block.line)); break;
    case Kind::Item: page += QStringLiteral("<li>%1</li>\n").arg(htmlOf(block.line)); break;
    case Kind::Table:
      page += QStringLiteral("<table>\n");
      for (std::size_t row = 0; row < block.rows.size(); ++row) {
        page += QStringLiteral("<tr>");
        for (const Line& cell : block.rows[row]) {
          page +=
              (row == 0 ? QStringLiteral("<th>%1</th>") : QStringLiteral("<td>%1</td>")).arg(htmlOf(cell));
        }
        page += QStringLiteral("</tr>\n");
      }
      page += QStringLiteral("</table>\n");
      break;
    }
  }
  if (inList) page += QStringLiteral("</ul>\n");
  return page;
}

}  // namespace dialscope::gui
