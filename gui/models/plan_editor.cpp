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

std::string escaped(std::string_view words) { return text(words).toHtmlEscaped().toStdString(); }

}  // namespace

PlanEditor::PlanEditor(ReplaySession& session, QObject* parent) : QObject(parent), session_(session) {
  begin();
  take(session.plan().workspace);
  connect(&session, &ReplaySession::planChanged, this, &PlanEditor::follow);
}

// A plan that did not come from here: what could be undone was of another one.
void PlanEditor::follow(int slot) {
  if (slot != 0) return;
  const OpenedPlan& plan = session_.plan();
  if (plan.workspace != work_.workspace) {
    take(plan.workspace);
    work_.steps->clear();
    work_.state = ++states_;
    work_.saved = plan.modified ? 0 : work_.state;
    work_.savedAs.clear();
  } else if (!plan.modified) {
    work_.saved = work_.state;
  }
}

void PlanEditor::take(SharedWorkspace workspace) {
  work_.workspace = std::move(workspace);
  work_.ahead.clear();
  work_.document = work_.workspace ? std::shared_ptr<const import::Document>(
                                         work_.workspace, &work_.workspace->loaded().document)
                                   : nullptr;
}

// Steps of their own for what is opened next.
void PlanEditor::begin() {
  work_ = {};
  work_.steps = std::make_unique<QUndoStack>();
  changes_.addStack(work_.steps.get());
  changes_.setActiveStack(work_.steps.get());
}

void PlanEditor::setAside() {
  Q_ASSERT(!aside_);
  aside_ = Aside{std::move(work_), session_.bookmark()};
  begin();
}

void PlanEditor::takeBack() {
  Q_ASSERT(aside_);
  Aside aside = *std::exchange(aside_, std::nullopt);
  work_ = std::move(aside.work);
  changes_.setActiveStack(work_.steps.get());
  session_.returnTo(std::move(aside.bookmark));
  if (!settled()) make();
}

std::optional<Diagnostic> PlanEditor::apply(const std::vector<Edit>& edits, std::vector<Edit>& undo,
                                            std::size_t state) {
  auto edited = import::editDocument(*work_.document, edits);
  if (!edited) return std::move(edited.error());
  undo = std::move(edited->undo);
  work_.state = state;
  work_.document = std::make_shared<const import::Document>(std::move(edited->document));
  work_.ahead.insert(work_.ahead.end(), edits.begin(), edits.end());
  make();
  return std::nullopt;
}

// The plan that the document comes to.
void PlanEditor::make() {
  session_.edit(
      0,
      [base = work_.workspace, document = work_.document] { return shareWorkspace(base->with(*document)); },
      [this](const SharedWorkspace& workspace) {
        take(workspace);
        return work_.state != work_.saved;
      });
}

std::optional<Diagnostic> PlanEditor::edit(const QString& title, const std::vector<Edit>& edits,
                                           const QString& subject) {
  Q_ASSERT(canEdit());
  const std::size_t before = work_.state;
  std::vector<Edit> undo;
  if (auto problem = apply(edits, undo, ++states_)) return problem;
  work_.steps->push(new EditStep(*this, title, subject, edits, std::move(undo), before, work_.state));
  return std::nullopt;
}

std::optional<std::size_t> PlanEditor::recordOf(plan::EntryId entry) const {
  if (!canEdit() || entry.value >= work_.workspace->loaded().entryRecords.size()) return std::nullopt;
  std::size_t record = work_.workspace->loaded().entryRecords[entry.value];
  for (const Edit& edit : work_.ahead) {
    if (const auto* more = std::get_if<import::InsertRecord>(&edit)) record += more->before <= record ? 1 : 0;
    if (const auto* less = std::get_if<import::RemoveRecord>(&edit)) {
      if (less->record == record) return std::nullopt;
      record -= less->record < record ? 1 : 0;
    }
  }
  return record < recordCount() ? std::optional(record) : std::nullopt;
}

std::optional<plan::EntryId> PlanEditor::entryOf(std::size_t record) const {
  if (!canEdit()) return std::nullopt;
  for (auto edit = work_.ahead.rbegin(); edit != work_.ahead.rend(); ++edit) {
    if (const auto* less = std::get_if<import::RemoveRecord>(&*edit))
      record += less->record <= record ? 1 : 0;
    if (const auto* more = std::get_if<import::InsertRecord>(&*edit)) {
      if (more->before == record) return std::nullopt;
      record -= more->before < record ? 1 : 0;
    }
  }
  const auto& records = work_.workspace->loaded().entryRecords;
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
  const auto found = work_.workspace->findPattern(pattern);
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
  const plan::Plan& plan = work_.workspace->plan();
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
  work_.steps->push(new RequestStep(session_, title, subject, std::move(request)));
}

void PlanEditor::changeLanes(const QString& title, std::vector<Lane> lanes) {
  if (lanes != session_.lanes()) work_.steps->push(new LanesStep(session_, title, std::move(lanes)));
}

std::optional<Diagnostic> PlanEditor::save(const QString& path) {
  Q_ASSERT(canEdit());
  if (auto problem = import::writeFile(path.toStdString(), import::writeXml(*work_.document))) return problem;
  work_.saved = work_.state;
  work_.savedAs = path;
  session_.markSaved(0, {path});
  return std::nullopt;
}

}  // namespace dialscope::gui
