#include "engine/import/edit.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace dialscope::import {
namespace {

/// A record and whatever its texts stand in, as one.
struct ChangedRecord {
  RecordPtr was;  ///< whose texts the other fields view into
  std::string text;
  Record record;
};

Diagnostic noSuchField(const Record& record, const std::string& field) {
  return {DiagnosticCode::NoSuchField,
          record.where(),
          {field, std::string(record.shape->name())},
          record.shape->suggestionFor(field)};
}

Result<FieldName> fieldOf(const Record& record, const SetField& edit) {
  const FieldName group = edit.member ? record.members[*edit.member].group : FieldName();
  const FieldName name(edit.field);
  for (const ShapeField& field : record.shape->fields()) {
    if (field.group == group && field.name == name) return name;
  }
  return tl::unexpected(noSuchField(record, edit.field));
}

Result<RecordPtr> withField(const RecordPtr& was, const SetField& edit) {
  assert(!edit.member || *edit.member < was->members.size());
  const auto name = fieldOf(*was, edit);
  if (!name) return tl::unexpected(name.error());
  auto changed = std::make_shared<ChangedRecord>(ChangedRecord{was, edit.text.value_or(""), *was});
  Fields& fields =
      edit.member ? static_cast<Fields&>(changed->record.members[*edit.member]) : changed->record;
  const bool isKey = !edit.member && *name == was->shape->key();
  if (changed->text.empty() && !(isKey && edit.text)) {
    fields.eraseIf([&](const Field& field) { return field.name == *name; });
  } else {
    const Field* written = fields.find(*name);
    fields.put({*name, changed->text, written ? written->source : was->source,
                written ? written->offset : was->offset});
  }
  return RecordPtr(changed, &changed->record);
}

// Makes one edit and says how to take it back.
class Editor {
 public:
  explicit Editor(Records& records) : records_(records) {}

  Result<Edit> operator()(const SetField& edit) {
    assert(edit.record < records_.size());
    auto changed = withField(records_[edit.record], edit);
    if (!changed) return tl::unexpected(std::move(changed.error()));
    return (*this)(ReplaceRecord{edit.record, std::move(*changed)});
  }

  Result<Edit> operator()(const ReplaceRecord& edit) {
    assert(edit.record < records_.size());
    return ReplaceRecord{edit.record, std::exchange(records_[edit.record], edit.by)};
  }

  Result<Edit> operator()(const InsertRecord& edit) {
    assert(edit.before <= records_.size());
    records_.insert(records_.begin() + static_cast<std::ptrdiff_t>(edit.before), edit.record);
    return RemoveRecord{edit.before};
  }

  Result<Edit> operator()(const RemoveRecord& edit) {
    assert(edit.record < records_.size());
    const auto place = records_.begin() + static_cast<std::ptrdiff_t>(edit.record);
    InsertRecord back{edit.record, *place};
    records_.erase(place);
    return back;
  }

 private:
  Records& records_;
};

}  // namespace

Result<EditedDocument> editDocument(Document document, const std::vector<Edit>& edits) {
  EditedDocument edited{std::move(document), {}};
  edited.document.edited = true;
  Editor editor(edited.document.records);
  for (const Edit& edit : edits) {
    auto undo = std::visit(editor, edit);
    if (!undo) return tl::unexpected(std::move(undo.error()));
    edited.undo.push_back(std::move(*undo));
  }
  std::reverse(edited.undo.begin(), edited.undo.end());
  return edited;
}

LoadedPlan planOf(const LoadedPlan& loaded, Document document) {
  LoadedPlan edited;
  edited.document = std::move(document);
  edited.filesRead = loaded.filesRead;
  edited.filesSkipped = loaded.filesSkipped;
  edited.releases = loaded.releases;
  rebuild(edited);
  return edited;
}

Result<RecordPtr> parseObject(std::string_view name, std::string_view xml) {
  auto loaded = loadPlanText(name, "<dialPlan>" + std::string(xml) + "</dialPlan>");
  if (!loaded) return tl::unexpected(std::move(loaded.error()));
  for (Diagnostic& one : loaded->document.diagnostics) {
    const bool stray = one.code == DiagnosticCode::UnknownElement;
    if (stray || one.code == DiagnosticCode::UnknownObject) {
      one.code = stray ? DiagnosticCode::NoSuchField : DiagnosticCode::NoSuchObject;
      return tl::unexpected(std::move(one));
    }
  }
  if (loaded->document.records.size() != 1)
    return tl::unexpected(Diagnostic{DiagnosticCode::NoSuchObject, {}, {std::string(xml)}, {}});
  // The texts live as long as the record.
  auto owner = std::make_shared<const Document>(std::move(loaded->document));
  return RecordPtr(owner, owner->records.front().get());
}

}  // namespace dialscope::import
