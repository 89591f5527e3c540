// One record for each object. The same object may stand in a list answer, in a get answer, in a second page and in a
// hand-written file beside them.
//
// The law:
//   - same uuid, same object; else same key: the name, for a pattern its kind, raw text and partition;
//   - a field that is absent in one never overrides one that is present in the other;
//   - where two present fields differ, a get wins over a list and a list over a route plan report, else the later over
//     the earlier, with a message, and silently where the poorer one merely says null;
//   - an object written twice by hand, or twice under two uuids, is a duplicate: the first holds, the second fills in
//     what the first leaves out, with a message.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/document.h"

namespace dialscope::import {

/// Leaves one record of each object, in the order in which their objects came first.
void mergeRecords(DraftRecords& records, Diagnostics& diagnostics);

/// Tells every record whose key an earlier one has: what merging would have made one object.
void reportDuplicates(const Records& records, Diagnostics& diagnostics);

}  // namespace dialscope::import
