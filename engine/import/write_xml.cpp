#include "engine/import/write_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dialscope::import {
namespace {

constexpr std::size_t kMostColumns = 160;
constexpr std::size_t kIndent = 2;

// What stands beside the `endpoint` of a gateway endpoint; the rest stands in it.
constexpr std::string_view kEndpoint = "endpoint";
constexpr std::string_view kBesideEndpoint[] = {"domainName", "unit", "subunit"};

struct Element {
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>> attributes;
  std::string_view text;
  std::vector<Element> children;
};

Element& childOf(Element& parent, std::string_view name) {
  if (parent.children.empty() || parent.children.back().name != name)
    parent.children.push_back({name, {}, {}, {}});
  return parent.children.back();
}

// Fields come container by container, so that the element in hand is the last one.
void add(Element& parent, std::string_view path, std::string_view text) {
  Element* element = &parent;
  while (!path.empty() && path != ".") {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    if (part.starts_with('@')) {
      element->attributes.emplace_back(part.substr(1), text);
      return;
    }
    element = &childOf(*element, part);
  }
  element->text = text;
}

Element& addMember(Element& parent, std::string_view group) {
  Element* element = &parent;
  const auto last = group.rfind('/');
  if (last != std::string_view::npos) {
    for (std::string_view rest = group.substr(0, last); !rest.empty();) {
      const std::string_view part = rest.substr(0, rest.find('/'));
      rest.remove_prefix(std::min(rest.size(), part.size() + 1));
      element = &childOf(*element, part);
    }
  }
  return element->children.emplace_back(Element{group.substr(last + 1), {}, {}, {}});
}

std::string escaped(std::string_view text, bool inAttribute) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"' && inAttribute) {
      result += "&quot;";
    } else if (byte < 0x20 && (inAttribute || (c != '\n' && c != '\t'))) {
      result += fmt::format("&#{};", byte);
    } else {
      result += c;
    }
  }
  return result;
}

std::string opened(const Element& element) {
  std::string tag = fmt::format("<{}", element.name);
  for (const auto& [name, text] : element.attributes)
    tag += fmt::format(" {}=\"{}\"", name, escaped(text, true));
  return tag;
}

std::string inOneLine(const Element& element) {
  if (element.children.empty() && element.text.empty()) return opened(element) + "/>";
  std::string line = opened(element) + ">" + escaped(element.text, false);
  for (const Element& child : element.children) line += inOneLine(child);
  return line + fmt::format("</{}>", element.name);
}

// As deep as the paths of the vocabulary, no deeper.
void print(const Element& element, std::size_t indent, std::string& text) {
  const std::string margin(indent, ' ');
  const std::string line = inOneLine(element);
  if (margin.size() + line.size() <= kMostColumns || element.children.empty()) {
    text += margin + line + "\n";
    return;
  }
  text += margin + opened(element) + ">\n";
  for (const Element& child : element.children) print(child, indent + kIndent, text);
  text += fmt::format("{}</{}>\n", margin, element.name);
}

// A line that is known by its id needs it; one whose pattern and partition say the same does not.
class NeededIds {
 public:
  explicit NeededIds(const Records& records) {
    for (const auto& record : records) {
      if (record->shape->object() == Object::Line && !record->uuid.empty())
        lines_.emplace(bareUuid(record->uuid), record.get());
    }
    for (const auto& record : records) {
      for (const Member& member : record->members) addIdsOf(member);
    }
  }

  bool isNeeded(std::string_view uuid) const { return !uuid.empty() && needed_.contains(bareUuid(uuid)); }

 private:
  void addIdsOf(const Fields& member) {
    for (const Field& field : member) {
      if (kindOf(field.name) != FieldKind::Id) continue;
      const std::string_view name = field.name;
      const std::string element(name.substr(0, name.find('@')));
      const auto line = lines_.find(bareUuid(field.text));
      if (line == lines_.end()) {
        // It resolves to nothing either way, but a message must have something to name.
        if (!member.find(element + "pattern")) needed_.insert(bareUuid(field.text));
        continue;
      }
      const FieldName partition(element + "routePartitionName");
      const bool same = member.text(element + "pattern") == line->second->text("pattern") &&
                        partitionNameOf(member, partition) == partitionNameOf(*line->second);
      if (!same) needed_.insert(line->first);
    }
  }

  std::unordered_map<std::string, const Record*> lines_;
  std::unordered_set<std::string> needed_;
};

class Writer {
 public:
  explicit Writer(const NeededIds* ids) : ids_(ids) {}

  Element elementOf(const Record& record) const {
    Element element{record.shape->name(), {}, {}, {}};
    if (isWritten(record.uuid)) element.attributes.emplace_back("uuid", record.uuid);
    const bool wrapped = record.shape->roleOf(kEndpoint).role == Role::Wrapper;
    std::vector<FieldName> groupsDone;
    for (const ShapeField& field : record.shape->fields()) {
      Element& parent = wrapped && !isBesideEndpoint(field.name) ? childOf(element, kEndpoint) : element;
      if (field.group == FieldName()) {
        addField(record, field.name, parent);
      } else if (std::find(groupsDone.begin(), groupsDone.end(), field.group) == groupsDone.end()) {
        groupsDone.push_back(field.group);
        addMembers(record, field.group, parent);
      }
    }
    return element;
  }

 private:
  static bool isBesideEndpoint(std::string_view name) {
    return std::find(std::begin(kBesideEndpoint), std::end(kBesideEndpoint), name) !=
           std::end(kBesideEndpoint);
  }

  bool isWritten(std::string_view uuid) const { return !uuid.empty() && (!ids_ || ids_->isNeeded(uuid)); }

  void addField(const Fields& fields, FieldName name, Element& parent) const {
    const Field* field = fields.find(name);
    if (!field || (kindOf(name) == FieldKind::Id && !isWritten(field->text))) return;
    add(parent, name, field->text);
  }

  void addMembers(const Record& record, FieldName group, Element& parent) const {
    for (const Member& member : record.members) {
      if (member.group != group) continue;
      Element& element = addMember(parent, group);
      for (const ShapeField& field : record.shape->fields()) {
        if (field.group == group) addField(member, field.name, element);
      }
    }
  }

  const NeededIds* ids_;  // null = all of them
};

// Kinds as in the vocabulary, then by partition and key.
std::vector<const Record*> inOrder(const Records& records) {
  std::vector<const Record*> sorted;
  sorted.reserve(records.size());
  for (const auto& record : records) sorted.push_back(record.get());
  const auto placeOf = [](const Record& record) {
    const std::string_view partition =
        record.shape->isPattern() ? partitionNameOf(record) : std::string_view();
    return std::tuple(record.shape - shapes().data(), partition, record.text(record.shape->key()));
  };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Record* a, const Record* b) { return placeOf(*a) < placeOf(*b); });
  return sorted;
}

}  // namespace

std::string writeXml(const Document& document) {
  const NeededIds ids(document.records);
  const Writer writer(&ids);
  std::string text = document.name.empty()
                         ? "<dialPlan>\n"
                         : fmt::format("<dialPlan name=\"{}\">\n", escaped(document.name, true));
  const ObjectShape* last = nullptr;
  for (const Record* record : inOrder(document.records)) {
    if (last && record->shape != last) text += "\n";
    last = record->shape;
    print(writer.elementOf(*record), kIndent, text);
  }
  return text + "</dialPlan>\n";
}

std::string writeXml(const Record& record) {
  std::string text;
  print(Writer(nullptr).elementOf(record), 0, text);
  return text;
}

}  // namespace dialscope::import
