// A page of text in blocks, written once and printed as Markdown or as HTML.
//
//   Document page;
//   page.heading(1, {{"Why "}, {"70012", true}});
//   page.markdown();                               // "# Why `70012`\n\n"
#pragma once

#include <QString>
#include <vector>

namespace dialscope::gui {

struct Piece {
  QString text;
  bool code = false;  ///< digits and patterns: in a fixed pitch, taken literally
};

using Line = std::vector<Piece>;

class Document {
 public:
  void heading(int level, Line line);
  void paragraph(Line line);
  void item(Line line);
  void table(std::vector<Line> header, std::vector<std::vector<Line>> rows);

  QString markdown() const;
  /// The blocks alone, without <html> and <body>.
  QString html() const;

 private:
  enum class Kind { Heading, Paragraph, Item, Table };
  struct Block {
    Kind kind;
    int level = 0;
    Line line;
    std::vector<std::vector<Line>> rows;  ///< the first is the header
  };

  std::vector<Block> blocks_;
};

}  // namespace dialscope::gui
