// A plan written as `<dialPlan>`, to be read, kept under version control and read again.
//
//   const std::string text = writeXml(loaded.document);
//   loadPlanText("plan.xml", text)->document;          // the same records
//
// The law:
//   - what was read comes back, field by field, and writing it again gives the same text;
//   - the order is stable: kinds as in axl_fields.h, patterns by partition and text, other objects by name, fields as the
//     vocabulary lists them. Members keep the order in which they stood;
//   - one object a line where it fits, else one element a line, so that a changed field is a changed line;
//   - ids go, but for those that alone tell which line a phone has.
//
// Objects of one key keep their order. What a source could not say, as a list answer, is not said here either.
#pragma once

#include "engine/import/document.h"

#include <string>

namespace dialscope::import {

std::string writeXml(const Document& document);

/// One object as an element, ids included.
std::string writeXml(const Record& record);

}  // namespace dialscope::import
