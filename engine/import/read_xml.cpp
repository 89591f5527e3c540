#include "engine/import/read_xml.h"

#include "engine/base/ascii.h"
#include "engine/base/suggest.h"
#include "engine/import/bind_table.h"
#include "engine/import/byte_order_mark.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace dialscope::import {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::size_t kPrologue = std::size_t{1} << 16U;  // where declarations are looked for

// Text stands in its element's own node, which halves the tree.
// Text outside of a document is kept to be told.
constexpr unsigned kParseOptions = pugi::parse_default | pugi::parse_embed_pcdata | pugi::parse_fragment;

std::string_view localName(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.rfind(':') + 1);
}

pugi::xml_node childNamed(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node child : parent.children()) {
    if (localName(child) == name) return child;
  }
  return {};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string_view reasonOf(pugi::xml_parse_status status) {
  switch (status) {
  case pugi::status_out_of_memory: return "out of memory";
  case pugi::status_unrecognized_tag: return "this is no tag";
  case pugi::status_bad_pi: return "the processing instruction is wrong or never ends";
  case pugi::status_bad_comment: return "the comment never ends";
  case pugi::status_bad_cdata: return "the CDATA section never ends";
  case pugi::status_bad_doctype: return "the DOCTYPE is wrong or never ends";
  case pugi::status_bad_start_element: return "the start tag is wrong or never ends";
  case pugi::status_bad_attribute: return "the attribute is wrong or never ends";
  case pugi::status_bad_end_element: return "the end tag is wrong or never ends";
  case pugi::status_end_element_mismatch: return "the end tag does not match the element that is open";
  case pugi::status_no_document_element: return "there is no element in it";
  default: return "it cannot be parsed";
  }
}

// What a server sends where it has no answer.
bool isWebPage(std::string_view text) {
  text.remove_prefix(std::min(text.find('<'), text.size()));
  const std::string start = lowerCase(text.substr(0, 14));
  return start.starts_with("<!doctype html") || start.starts_with("<html");
}

class XmlReader {
 public:
  XmlReader(SourceText& source, RecordSet& set, Diagnostics& diagnostics)
      : source_(source),
        set_(set),
        diagnostics_(diagnostics) {}

  bool read() {
    std::string& text = source_.text();
    const std::size_t size = text.size();
    if (isWebPage(text)) {
      report(DiagnosticCode::NotAPlan, source_.positionAt(text.find('<')), {"a web page (<html>)"});
      return false;
    }
    if (const std::size_t entity = std::string_view(text).substr(0, kPrologue).find("<!ENTITY");
        entity != std::string_view::npos) {
      report(DiagnosticCode::XmlMalformed, source_.positionAt(entity),
             {"an entity is declared, and entities are not expanded"});
      return false;
    }
    const std::size_t start = startOf(text);
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer_inplace(text.data() + start, size - start, kParseOptions, pugi::encoding_utf8);
    if (!parsed) {
      const std::size_t offset = start + static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0));
      const bool atEnd = parsed.status == pugi::status_end_element_mismatch && offset + 1 >= size;
      report(DiagnosticCode::XmlMalformed, source_.positionAt(std::min(offset, size)),
             {atEnd ? openElement(document) : std::string(reasonOf(parsed.status))});
      return readDocuments(document, document.last_child());
    }
    if (!document.first_child())
      report(DiagnosticCode::NotAPlan, source_.position(), {"XML without an element"});
    return readDocuments(document, {});
  }

 private:
  // All but the one that is cut in the middle. (To remove it would take a stack as deep as it is.)
  bool readDocuments(const pugi::xml_document& documents, pugi::xml_node cut) {
    bool any = false;
    for (const pugi::xml_node root : documents.children()) any = (root != cut && readDocument(root)) || any;
    return any;
  }

  bool readDocument(pugi::xml_node root) {
    if (root.type() != pugi::node_element) {
      const auto offset = static_cast<std::size_t>(root.value() - source_.text().data());
      report(DiagnosticCode::XmlMalformed, source_.positionAt(offset),
             {"text stands outside of the document"});
      return false;
    }
    const std::string_view name = localName(root);
    if (name == "dialPlan") {
      if (set_.planName.empty()) set_.planName = root.attribute("name").value();
      for (const pugi::xml_node child : root.children()) readObject(child, Origin::HandWritten);
      return true;
    }
    if (name == "Envelope") return readEnvelope(root);
    diagnostics_.push_back({DiagnosticCode::NotAPlan,
                            where(root),
                            {fmt::format("<{}>", root.name())},
                            closestName(name, {"dialPlan", "Envelope"})});
    return false;
  }

  bool readEnvelope(pugi::xml_node envelope) {
    bool any = false;
    for (const pugi::xml_node answer : childNamed(envelope, "Body").children()) {
      const std::string_view operation = localName(answer);
      if (operation == "Fault") {
        report(DiagnosticCode::SoapFault, where(answer), {faultText(answer)});
      } else if (operation == "executeSQLQueryResponse") {
        readRows(childNamed(answer, "return"));
        any = true;
      } else if (operation.ends_with("Response")) {
        const Origin origin = operation.starts_with("list") ? Origin::List : Origin::Get;
        for (const pugi::xml_node object : childNamed(answer, "return").children())
          readObject(object, origin);
        any = true;
      } else {
        report(DiagnosticCode::NotAPlan, where(answer),
               {fmt::format("an Envelope with <{}>", answer.name())});
      }
    }
    if (!childNamed(envelope, "Body").first_child()) {
      report(DiagnosticCode::NotAPlan, where(envelope), {"an Envelope without an answer"});
    }
    return any;
  }

  static std::string faultText(pugi::xml_node fault) {
    const pugi::xml_node detail = childNamed(childNamed(fault, "detail"), "axlError");
    for (const pugi::xml_node told : {childNamed(fault, "faultstring"), childNamed(detail, "axlmessage")}) {
      if (const std::string_view text = trimmed(told.child_value()); !text.empty()) return std::string(text);
    }
    return "it gives no reason";
  }

  // One child for each column; null and the empty text look alike. Rows have the same columns in the same order.
  void readRows(pugi::xml_node answer) {
    SqlTable table;
    table.source = &source_;
    table.offset = answer ? offsetOf(answer) : 0;
    for (const pugi::xml_node row : answer.children()) {
      if (row.type() != pugi::node_element) continue;
      if (table.columns.empty()) {
        table.offset = offsetOf(row);
        for (const pugi::xml_node cell : row.children())
          if (cell.type() == pugi::node_element)
            table.columns.push_back({lowerCase(localName(cell)), offsetOf(cell)});
        if (table.columns.size() > kMaxSqlColumns) {
          report(DiagnosticCode::TableNotKnown, where(row),
                 {fmt::format("more than {} columns", kMaxSqlColumns)});
          return;
        }
      }
      readRow(row, table);
    }
    set_.tables.push_back(std::move(table));
  }

  void readRow(pugi::xml_node row, SqlTable& table) {
    const std::size_t start = table.cells.size();
    table.cells.resize(start + table.columns.size(), {{}, offsetOf(row), false});
    std::size_t expected = 0;
    for (const pugi::xml_node cell : row.children()) {
      if (cell.type() != pugi::node_element) continue;
      const std::string name = lowerCase(localName(cell));
      const bool inOrder = expected < table.columns.size() && table.columns[expected].name == name;
      const auto column = inOrder ? std::optional(expected) : table.find(name);
      if (!column) {
        report(DiagnosticCode::RowUneven, where(cell), {name});
        continue;
      }
      expected = *column + 1;
      const std::string_view text = trimmed(textOf(cell));
      table.cells[start + *column] = {text, offsetOf(text, cell), false};
    }
  }

  void readObject(pugi::xml_node node, Origin origin) {
    if (node.type() != pugi::node_element || set_.stop.stop_requested()) return;
    const ObjectShape* shape = findShape(localName(node));
    if (!shape) {
      tally(set_.strayObjects[{origin == Origin::HandWritten ? origin : Origin::Get,
                               std::string(localName(node))}],
            node);
      return;
    }
    Record record;
    record.shape = shape;
    record.origin = origin;
    record.uuid = node.attribute("uuid").value();
    record.source = &source_;
    record.offset = offsetOf(node);
    std::string path;
    readChildren(node, path, record, record);
    if (shape->object() == Object::RoutePlan) return addRoutePlan(record);
    set_.add(std::move(record));
  }

  void addRoutePlan(const Record& row) {
    if (auto record = fromRoutePlan(row)) {
      set_.add(std::move(*record));
    } else {
      const Field* type = row.find("type");
      report(DiagnosticCode::UnknownUsage, type ? type->where() : row.where(),
             {row.title(), std::string(type ? type->text : std::string_view())});
    }
  }

  // `path` is that of `parent`; `target` the record itself or the member that `parent` belongs to. As deep as the
  // paths of the shape, no deeper.
  void readChildren(pugi::xml_node parent, std::string& path, Record& record, Fields& target) {
    const std::size_t length = path.size();
    for (const pugi::xml_node child : parent.children()) {
      if (child.type() != pugi::node_element) continue;
      path.resize(length);
      if (length != 0) path += '/';
      path += localName(child);
      readElement(child, path, record, target);
    }
    path.resize(length);
  }

  void readElement(pugi::xml_node node, std::string& path, Record& record, Fields& target) {
    const FieldRole found = record.shape->roleOf(path);
    switch (found.role) {
    case Role::Unknown: return tally(set_.strayElements[{record.shape, path}], node);
    case Role::Silent: return;
    case Role::Field:
      addField(found.name, node, record, target);
      readChildren(node, path, record, target);
      break;
    case Role::Container: readChildren(node, path, record, target); break;
    case Role::Wrapper: return readWrapper(node, path, record, target);
    case Role::Group: return readMember(node, path, found.name, record);
    }
    readAttributes(node, path, record, target);
  }

  void readMember(pugi::xml_node node, std::string& path, FieldName group, Record& record) {
    Member member;
    member.group = group;
    if (const FieldRole own = record.shape->roleOf(path + "/."); own.role == Role::Field)
      addField(own.name, node, record, member);
    readChildren(node, path, record, member);
    record.members.push_back(std::move(member));
  }

  // Once only, or a wrapper in a wrapper would have no bottom.
  void readWrapper(pugi::xml_node node, const std::string& path, Record& record, Fields& target) {
    if (std::exchange(inWrapper_, true)) return tally(set_.strayElements[{record.shape, path}], node);
    std::string own;
    readChildren(node, own, record, target);
    inWrapper_ = false;
  }

  void readAttributes(pugi::xml_node node, const std::string& path, const Record& record, Fields& target) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const FieldRole found = record.shape->roleOf(path + "/@" + attribute.name());
      if (found.role != Role::Field) continue;
      target.add({found.name, attribute.value(), &source_, offsetOf(node)});
    }
  }

  void addField(FieldName name, pugi::xml_node node, const Record& record, Fields& target) {
    if (target.find(name)) {
      report(DiagnosticCode::RepeatedElement, where(node),
             {std::string(std::string_view(name)), std::string(record.shape->name())});
      return;
    }
    std::string_view text = textOf(node);
    // Blanks in a pattern are a mistake worth telling; those around a pattern on a line of its own are layout.
    const bool verbatim = record.shape->isPattern() && name == record.shape->key();
    if (!verbatim || text.find('\n') != std::string_view::npos) text = trimmed(text);
    target.add({name, text, &source_, offsetOf(text, node)});
  }

  // A text that a comment or a CDATA section cuts is put together again.
  std::string_view textOf(pugi::xml_node node) {
    std::string_view only = node.value();
    std::string* all = nullptr;
    for (const pugi::xml_node piece : node.children()) {
      if (piece.type() != pugi::node_pcdata && piece.type() != pugi::node_cdata) continue;
      if (all) {
        *all += piece.value();
      } else if (only.empty()) {
        only = piece.value();
      } else {
        all = &set_.joined.emplace_back(std::string(only) + piece.value());
      }
    }
    return all ? std::string_view(*all) : only;
  }

  static std::string openElement(const pugi::xml_document& document) {
    pugi::xml_node last = document.last_child();
    return fmt::format("the file ends before </{}>", last.name());
  }

  // The parser works in place: names are views into the text.
  std::uint32_t offsetOf(pugi::xml_node node) const {
    return static_cast<std::uint32_t>(node.name() - source_.text().data());
  }
  // Of a text in place; one that was put together stands at its element.
  std::uint32_t offsetOf(std::string_view text, pugi::xml_node node) const {
    const std::string& all = source_.text();
    const bool inPlace = text.data() >= all.data() && text.data() <= all.data() + all.size();
    return inPlace ? static_cast<std::uint32_t>(text.data() - all.data()) : offsetOf(node);
  }
  SourcePosition where(pugi::xml_node node) const { return source_.positionAt(offsetOf(node)); }

  void tally(Stray& stray, pugi::xml_node node) const {
    if (stray.count++ == 0) stray.where = where(node);
  }

  void report(DiagnosticCode code, SourcePosition position, std::vector<std::string> arguments) {
    diagnostics_.push_back({code, std::move(position), std::move(arguments), {}});
  }

  SourceText& source_;
  RecordSet& set_;
  Diagnostics& diagnostics_;
  bool inWrapper_ = false;
};

}  // namespace

bool looksLikeXml(const SourceText& source) {
  std::string_view text = source.text();
  text.remove_prefix(startOf(text));
  const std::size_t first = text.find_first_not_of(kBlanks);
  return first != std::string_view::npos && text[first] == '<';
}

bool readXml(SourceText& source, RecordSet& set, Diagnostics& diagnostics) {
  return XmlReader(source, set, diagnostics).read();
}

}  // namespace dialscope::import
