// XML to records: hand-written `<dialPlan>` documents and AXL answers, several in one text if need be.
//
// Elements are known by their local names; the namespaces of AXL changed with every release. The parser works in
// place and without recursion, the walk over its tree goes no deeper than the paths of axl_fields.h: neither size nor
// nesting of a document can hurt.
#pragma once

#include "engine/base/diagnostic.h"
#include "engine/import/record.h"

namespace dialscope::import {

/// Whether the text begins as XML does, so that reading it has a point.
bool looksLikeXml(const SourceText& source);

/// Adds what `source`, one of `set.sources`, holds to `set`; its text is used up as room for the parser. Returns
/// whether a document was a plan at all, be it an empty one; what is wrong is told in `diagnostics`: XmlMalformed,
/// NotAPlan, SoapFault, RepeatedElement. An answer to executeSQLQuery is added to `set.tables`.
bool readXml(SourceText& source, RecordSet& set, Diagnostics& diagnostics);

}  // namespace dialscope::import
