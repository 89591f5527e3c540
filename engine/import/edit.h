// Changes of a plan that is loaded: one field of one object, an object more, an object less.
//
//   const std::vector<Edit> edits{SetField{17, "patternUrgency", "false"}};
//   Result<EditedDocument> edited = editDocument(loaded.document, edits);
//   editDocument(edited->document, edited->undo);           // as it was
//   planOf(loaded, edited->document).plan;                  // the plan that it comes to; `loaded` is as it was
//
// A document is a list of shared records, so an edit copies pointers and one record and is quick; the plan is built
// anew by the step that built it first, with the same messages, and takes as long. A changed field keeps its place in
// its text; a new one has its object's. Two objects that come to have one key are told as duplicates, and both stay.
#pragma once

#include "engine/base/result.h"
#include "engine/import/load_plan.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dialscope::import {

using RecordPtr = std::shared_ptr<const Record>;

/// Gives a field another text, or, with none or the empty one, takes it away. The key of a pattern may be empty.
struct SetField {
  std::size_t record;               ///< index in the document
  std::string field;                ///< "destination/gatewayName"; of a member, the name below its group
  std::optional<std::string> text;  ///< none = absent: the default holds
  std::optional<std::size_t> member = {};  ///< index in the record's members; none = the record itself
};

/// Puts another record in the place of one.
struct ReplaceRecord {
  std::size_t record;
  RecordPtr by;
};

/// Adds a record in front of the one at `before`; at the end where that is the number of records.
struct InsertRecord {
  std::size_t before;
  RecordPtr record;
};

struct RemoveRecord {
  std::size_t record;
};

/// Indices are those at the time of the edit: those before it in the same list have been made.
using Edit = std::variant<SetField, ReplaceRecord, InsertRecord, RemoveRecord>;

struct EditedDocument {
  Document document;
  std::vector<Edit> undo;  ///< the inverse, in order
};

/// The document with all edits made. Indices must be in range. The error: NoSuchField, and nothing is changed.
Result<EditedDocument> editDocument(Document document, const std::vector<Edit>& edits);

/// The plan that `document` comes to, which was edited from that of `loaded`.
LoadedPlan planOf(const LoadedPlan& loaded, Document document);

/// One object as an element of a hand-written plan, `<routePattern>…</routePattern>`, for an InsertRecord or a
/// ReplaceRecord. It owns its text; messages call it `name`. Errors: those of a plan's text, NoSuchObject, NoSuchField.
Result<RecordPtr> parseObject(std::string_view name, std::string_view xml);

}  // namespace dialscope::import
