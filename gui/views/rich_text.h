// The engine's texts for people, Markdown within the line, as Qt shows them: `code` in a fixed pitch, *emphasis*, **strong**, and
// every rule's id a link. What is escaped stays text: a text cannot bring markup of its own.
//
//   label->setText(richText("`7XXX` is urgent (DA-33)."));
//   connect(label, &QLabel::linkActivated, …);                  // "rule:DA-33"
#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <string_view>
#include <vector>

namespace dialscope::gui {

QString richText(std::string_view markdown);

/// Paragraphs, one below the other.
QString richParagraphs(const std::vector<std::string>& paragraphs);

/// Without any marks, for controls that show none and for screen readers.
QString plainWords(std::string_view markdown);

/// The id behind a link that richText has made; empty for any other.
QString ruleOfLink(const QString& link);

/// The ids of rules that a text names, each once, in the order of the text.
QStringList rulesNamedIn(std::string_view markdown);

/// A phrase of the engine as a heading: "dial tone" becomes "Dial tone". Patterns begin with no small letter.
QString capitalised(QString phrase);

}  // namespace dialscope::gui
