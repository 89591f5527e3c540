#include "gui/models/plan_editor.h"

#include "engine/import/axl_fields.h"
#include "engine/import/write_file.h"
#include "engine/import/write_xml.h"
#include "gui/models/share_workspace.h"
#include "gui/models/text.h"

#include <QUndoCommand>
#include <algorithm>
#include <utility>

namespace dialscope::gui {

using import::Edit;
using import::SetField;

/// A change of the plan. It has been made when it is pushed.
class EditStep : public QUndoCommand {
 public:
  EditStep(PlanEditor& editor, const QString& title, QString subject, std::vector<Edit> edits,
           std::vector<Edit> inverse, std::size_t before, std::size_t after)
      : QUndoCommand(title),
        editor_(editor),
        subject_(std::move(subject)),
        edits_(std::move(edits)),
        inverse_(std::move(inverse)),
        before_(before),
        after_(after) {}

  int id() const override { return subject_.isEmpty() ? -1 : 1; }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = dynamic_cast<const EditStep*>(other);
    if (next == nullptr || next->subject_ != subject_) return false;
    edits_.insert(edits_.end(), next->edits_.begin(), next->edits_.end());
    inverse_.insert(inverse_.begin(), next->inverse_.begin(), next->inverse_.end());
    after_ = next->after_;
    return true;
  }

  void redo() override {
    if (!std::exchange(made_, true)) return;
    std::vector<Edit> inverse;
    if (!editor_.apply(edits_, inverse, after_)) inverse_ = std::move(inverse);
  }

  void undo() override {
    std::vector<Edit> again;
    editor_.apply(inverse_, again, before_);
  }

 private:
  PlanEditor& editor_;
  QString subject_;
  std::vector<Edit> edits_;
  std::vector<Edit> inverse_;
  std::size_t before_;
  std::size_t after_;
  bool made_ = false;
};

namespace {

/// A change of the call. Undone, only the parts go back that it has changed: the rest may be others by then.
class RequestStep : public QUndoCommand {
 public:
  using Request = workspace::CallRequest;

  RequestStep(ReplaySession& session, const QString& title, QString subject, Request after)
      : QUndoCommand(title),
        session_(session),
        subject_(std::move(subject)),
        before_(session.request()),
        after_(std::move(after)) {}

  int id() const override { return subject_.isEmpty() ? -1 : 2; }

  bool mergeWith(const QUndoCommand* other) override {
    const auto* next = dynamic_cast<const RequestStep*>(other);
    if (next == nullptr || next->subject_ != subject_) return false;
    after_ = next->after_;
    return true;
  }

  void redo() override { put(before_, after_); }
  void undo() override { put(after_, before_); }

 private:
  void put(const Request& from, const Request& to) {
    Request request = session_.request();
    const auto copy = [&](auto part) {
      if (from.*part != to.*part) request.*part = to.*part;
    };
    copy(&Request::searchSpaces);
    copy(&Request::partitions);
    copy(&Request::from);
    copy(&Request::calling);
    copy(&Request::externalMask);
    copy(&Request::gap);
    copy(&Request::interdigitTimeout);
    copy(&Request::assume);
    session_.setRequest(std::move(request));
  }

  ReplaySession& session_;
  QString subject_;
  Request before_;
  Request after_;
};

class LanesStep : public QUndoCommand {
 public:
  LanesStep(ReplaySession& session, const QString& title, std::vector<Lane> lanes)
      : QUndoCommand(title),
        session_(session),
        before_(session.lanes()),
        after_(std::move(lanes)) {}

  void redo() override { session_.setLanes(after_); }
  void undo() override { session_.setLanes(before_); }

 private:
  ReplaySession& session_;
  std::vector<Lane> before_;
  std::vector<Lane> after_;
};

std::string escaped(std::string_view text) {
  std::string xml;
  for (const char c : text) {
    switch (c) {
    case '&': xml += "&amp;"; break;
    case '<': xml += "&lt;"; break;
    case '>': xml += "&gt;"; break;
    default: xml += c;
    }
  }
  return xml;
}

}  // namespace

PlanEditor::PlanEditor(ReplaySession& session, QUndoStack& changes, QObject* parent)
    : QObject(parent),
      session_(session),
      changes_(changes) {
  take(session.plan().workspace);
  connect(&session, &ReplaySession::planChanged, this, &PlanEditor::follow);
}

// A plan that did not come from here: what could be undone was of another one.
void PlanEditor::follow(int slot) {
  if (slot != 0) return;
  const OpenedPlan& plan = session_.plan();
  if (plan.workspace != mine_) {
    take(plan.workspace);
    changes_.clear();
    state_ = ++states_;
    saved_ = plan.modified ? 0 : state_;
  } else if (!plan.modified) {
    saved_ = state_;
  }
}

void PlanEditor::take(SharedWorkspace workspace) {
  mine_ = std::move(workspace);
  ahead_.clear();
  document_ = mine_ ? std::shared_ptr<const import::Document>(mine_, &mine_->loaded().document) : nullptr;
}

std::optional<Diagnostic> PlanEditor::apply(const std::vector<Edit>& edits, std::vector<Edit>& undo,
                                            std::size_t state) {
  auto edited = import::editDocument(*document_, edits);
  if (!edited) return std::move(edited.error());
  undo = std::move(edited->undo);
  state_ = state;
  document_ = std::make_shared<const import::Document>(std::move(edited->document));
  ahead_.insert(ahead_.end(), edits.begin(), edits.end());
  session_.edit(
      0, [base = mine_, document = document_] { return shareWorkspace(base->with(*document)); },
      [this](const SharedWorkspace& workspace) {
        take(workspace);
        return state_ != saved_;
      });
  return std::nullopt;
}

std::optional<Diagnostic> PlanEditor::edit(const QString& title, const std::vector<Edit>& edits,
                                           const QString& subject) {
  Q_ASSERT(canEdit());
  const std::size_t before = state_;
  std::vector<Edit> undo;
  if (auto problem = apply(edits, undo, ++states_)) return problem;
  changes_.push(new EditStep(*this, title, subject, edits, std::move(undo), before, state_));
  return std::nullopt;
}

std::optional<std::size_t> PlanEditor::recordOf(plan::EntryId entry) const {
  if (!canEdit() || entry.value >= mine_->loaded().entryRecords.size()) return std::nullopt;
  std::size_t record = mine_->loaded().entryRecords[entry.value];
  for (const Edit& edit : ahead_) {
    if (const auto* more = std::get_if<import::InsertRecord>(&edit)) record += more->before <= record ? 1 : 0;
    if (const auto* less = std::get_if<import::RemoveRecord>(&edit)) {
      if (less->record == record) return std::nullopt;
      record -= less->record < record ? 1 : 0;
    }
  }
  return record < recordCount() ? std::optional(record) : std::nullopt;
}

std::optional<plan::EntryId> PlanEditor::entryOf(std::size_t record) const {
  for (auto edit = ahead_.rbegin(); edit != ahead_.rend(); ++edit) {
    if (const auto* less = std::get_if<import::RemoveRecord>(&*edit))
      record += less->record <= record ? 1 : 0;
    if (const auto* more = std::get_if<import::InsertRecord>(&*edit)) {
      if (more->before == record) return std::nullopt;
      record -= more->before < record ? 1 : 0;
    }
  }
  const auto& records = mine_->loaded().entryRecords;
  const auto entry = std::find(records.begin(), records.end(), record);
  if (entry == records.end()) return std::nullopt;
  return plan::EntryId{static_cast<std::uint32_t>(entry - records.begin())};
}

std::optional<std::size_t> PlanEditor::recordAt(const SourcePosition& where) const {
  if (!where.file) return std::nullopt;
  std::optional<std::size_t> found;
  std::pair<std::size_t, std::size_t> latest;
  for (std::size_t i = 0; i < recordCount(); ++i) {
    const SourcePosition begins = record(i).where();
    const std::pair place(begins.line, begins.column);
    if (!begins.file || *begins.file != *where.file || place > std::pair(where.line, where.column)) continue;
    if (found && place < latest) continue;
    found = i;
    latest = place;
  }
  return found;
}

std::optional<Diagnostic> PlanEditor::setField(std::size_t record, std::string_view field,
                                               std::string_view value, const QString& title) {
  return edit(title, {SetField{record, std::string(field), std::string(value)}},
              QStringLiteral("%1/%2").arg(record).arg(text(field)));
}

std::optional<Diagnostic> PlanEditor::setFields(
    std::string_view pattern, const std::vector<std::pair<std::string, std::string>>& fields,
    const QString& title) {
  const auto found = mine_->findPattern(pattern);
  if (!found) return found.error();
  const auto record = recordOf(found->front());
  if (!record) return Diagnostic{DiagnosticCode::NoSuchObject, {}, {std::string(pattern)}, {}};
  std::vector<Edit> edits;
  for (const auto& [field, value] : fields) edits.push_back(SetField{*record, field, value});
  return edit(title, edits);
}

std::optional<Diagnostic> PlanEditor::addPattern(std::string_view object, std::string_view pattern,
                                                 std::string_view partition) {
  const import::ObjectShape* shape = import::findShape(object);
  if (shape == nullptr) return Diagnostic{DiagnosticCode::NoSuchObject, {}, {std::string(object)}, {}};
  const std::string key(std::string_view(shape->key()));
  std::string xml = "<" + std::string(object) + "><" + key + ">" + escaped(pattern) + "</" + key + ">";
  if (!partition.empty()) xml += "<routePartitionName>" + escaped(partition) + "</routePartitionName>";
  xml += "</" + std::string(object) + ">";
  auto record = import::parseObject("new pattern", xml);
  if (!record) return record.error();
  return edit(tr("New pattern %1").arg(text(pattern)),
              {import::InsertRecord{recordCount(), std::move(*record)}});
}

std::optional<Diagnostic> PlanEditor::remove(std::size_t index) {
  return edit(tr("Delete %1").arg(text(record(index).title())), {import::RemoveRecord{index}});
}

std::optional<Diagnostic> PlanEditor::orderPartitions(plan::SearchSpaceId searchSpace,
                                                      const std::vector<plan::PartitionId>& partitions) {
  const plan::Plan& plan = mine_->plan();
  const std::string& name = at(plan.searchSpaces, searchSpace).name;
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < recordCount(); ++i) {
    const import::Record& css = record(i);
    if (css.shape->object() != import::Object::Css || css.text("name") != name) continue;
    std::string clause;
    for (std::size_t place = 0; place < partitions.size(); ++place) {
      const std::string& partition = at(plan.partitions, partitions[place]).name;
      clause += (place == 0 ? "" : ":") + partition;
      for (std::size_t member = 0; member < css.members.size(); ++member) {
        if (css.members[member].text("routePartitionName") == partition)
          edits.push_back(SetField{i, "index", std::to_string(place + 1), member});
      }
    }
    if (css.find("clause") != nullptr || css.members.empty()) edits.push_back(SetField{i, "clause", clause});
  }
  if (edits.empty()) return Diagnostic{DiagnosticCode::NoSuchObject, {}, {name}, {}};
  return edit(tr("Search order of %1").arg(text(name)), edits);
}

void PlanEditor::changeRequest(const QString& title, const QString& subject,
                               const std::function<void(workspace::CallRequest&)>& change) {
  workspace::CallRequest request = session_.request();
  change(request);
  changes_.push(new RequestStep(session_, title, subject, std::move(request)));
}

void PlanEditor::changeLanes(const QString& title, std::vector<Lane> lanes) {
  if (lanes != session_.lanes()) changes_.push(new LanesStep(session_, title, std::move(lanes)));
}

std::optional<Diagnostic> PlanEditor::save(const QString& path) {
  Q_ASSERT(canEdit());
  if (auto problem = import::writeFile(path.toStdString(), import::writeXml(*document_))) return problem;
  saved_ = state_;
  session_.markSaved(0, {path});
  return std::nullopt;
}

}  // namespace dialscope::gui
