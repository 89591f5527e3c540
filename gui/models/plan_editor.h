// Changes of the open plan and of the call that is asked, each a step that can be undone: what the what-if panel, the author
// and the lessons share.
//
//   PlanEditor editor(session);
//   editor.setField(record, "patternUrgency", "false", tr("7XXX: urgent"));     // the same digits are asked again
//   editor.changes().undo();
//   editor.save("site.xml");
//
// A change of the plan is a list of edits (import/edit.h) and its inverse. It is written at once, in the document; the
// plan that the document comes to takes its place in the session when it is made, which for a large one is later
// (settled()). The session keeps its step. The plan counts as modified while it differs from what was read or saved last.
// When another plan is opened the steps are forgotten; unless the one before is put aside.
#pragma once

#include "engine/import/edit.h"
#include "gui/models/replay_session.h"

#include <QObject>
#include <QUndoGroup>
#include <QUndoStack>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dialscope::gui {

class PlanEditor : public QObject {
  Q_OBJECT
 public:
  /// Edits what is open in slot 0.
  explicit PlanEditor(ReplaySession& session, QObject* parent = nullptr);

  ReplaySession& session() const { return session_; }
  /// The steps of what is open.
  QUndoGroup& changes() { return changes_; }
  bool canEdit() const { return session_.plan().workspace != nullptr; }
  /// The session's plan is what is written here: no edit of a large plan is on its way.
  bool settled() const { return work_.ahead.empty(); }

  // The plan

  /// Makes the edits, as one step. Several changes of one `subject` in a row are one step too; an empty subject is none.
  /// The problem: what cannot be done, and nothing has changed.
  std::optional<Diagnostic> edit(const QString& title, const std::vector<import::Edit>& edits,
                                 const QString& subject = {});
  /// A field of an object, in AXL's words; the empty text takes it away. Several changes of one field in a row are one
  /// step.
  std::optional<Diagnostic> setField(std::size_t record, std::string_view field, std::string_view value,
                                     const QString& title);
  /// Several fields of the pattern `PATTERN[@PARTITION]`.
  std::optional<Diagnostic> setFields(std::string_view pattern,
                                      const std::vector<std::pair<std::string, std::string>>& fields,
                                      const QString& title);
  /// Adds a pattern of an object, as "routePattern", behind all others: at recordCount() - 1.
  std::optional<Diagnostic> addPattern(std::string_view object, std::string_view pattern,
                                       std::string_view partition);
  std::optional<Diagnostic> remove(std::size_t record);
  /// Puts the partitions of a search space in another order.
  std::optional<Diagnostic> orderPartitions(plan::SearchSpaceId searchSpace,
                                            const std::vector<plan::PartitionId>& partitions);

  // Objects as they are written, by their place in the document: an entry's id may be another one after an edit, and a
  // pattern that cannot be read has none. Entries are those of the session's plan.

  std::size_t recordCount() const { return work_.document ? work_.document->records.size() : 0; }
  const import::Record& record(std::size_t index) const { return *work_.document->records[index]; }
  /// The object that an entry comes from; nothing where none is written for it, or it has been deleted.
  std::optional<std::size_t> recordOf(plan::EntryId entry) const;
  /// The entry that an object is; nothing where it was left out, is no pattern, or is too new.
  std::optional<plan::EntryId> entryOf(std::size_t record) const;
  /// The object that holds a place of a text: the last one that begins before it.
  std::optional<std::size_t> recordAt(const SourcePosition& where) const;

  // The call

  /// Changes the request, as one step; changes of one `subject` in a row are one step.
  void changeRequest(const QString& title, const QString& subject,
                     const std::function<void(workspace::CallRequest&)>& change);
  void changeLanes(const QString& title, std::vector<Lane> lanes);

  /// Writes the plan as `<dialPlan>` and takes the file as the plan's own.
  std::optional<Diagnostic> save(const QString& path);
  /// The file that the plan was saved as; empty for one that was read, which is not written over unasked.
  QString savedAs() const { return work_.savedAs; }

  // Lessons

  /// Puts plan, steps and call aside: what is opened next takes their place for a while. Once.
  void setAside();
  /// Brings them back as they were; what took their place is forgotten.
  void takeBack();

 private:
  friend class EditStep;
  /// A plan that is edited, and how it came to be so.
  struct Work {
    SharedWorkspace workspace;  // what is open, as far as this object knows
    std::shared_ptr<const import::Document> document;
    std::vector<import::Edit> ahead;  // what the document has and the workspace has not yet
    std::size_t state = 0;            // names the plan's contents: no two states are alike
    std::size_t saved = 0;            // the state that the files hold
    QString savedAs;
    std::unique_ptr<QUndoStack> steps;
  };
  struct Aside {
    Work work;
    Bookmark bookmark;
  };

  std::optional<Diagnostic> apply(const std::vector<import::Edit>& edits, std::vector<import::Edit>& undo,
                                  std::size_t state);
  void make();
  void follow(int slot);
  void take(SharedWorkspace workspace);
  void begin();

  ReplaySession& session_;
  QUndoGroup changes_;
  Work work_;
  std::optional<Aside> aside_;
  std::size_t states_ = 0;  // given out so far
};

}  // namespace dialscope::gui
