// Where two plans differ, field by field, however each of them was written: the same plan as AXL answers, as BAT files
// and as `run sql` text differs nowhere.
//
//   for (const FieldDifference& one : compareRecords(left.document.records, right.document.records)) …
//
// Two spellings of one value are the same: `t` and `true`, absent and the default, `\+49` and `+49` in a mask, a
// search space's clause and its members, members counted from 0 or from 1. Ids and what places of a text they stood in
// are not compared. Descriptions are: whoever does not care filters by `field`.
#pragma once

#include "engine/import/document.h"

#include <string>
#include <vector>

namespace dialscope::import {

struct FieldDifference {
  std::string object;  ///< AXL's word: "routePattern"
  std::string key;     ///< "9.@ in Internal", "Phones"
  std::string
      field;  ///< "destination/gatewayName", "members/member[2]/prefixDigitsOut"; empty = the object itself
  std::string left;  ///< as normalised; empty = absent
  std::string right;

  friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};

/// All differences, in the order of the left plan's objects; objects that only the right one has come last. Of an object
/// that one side lacks, `field` is empty and the side that has it says "present".
std::vector<FieldDifference> compareRecords(const Records& left, const Records& right);

/// `text` as all spellings of its value are compared; empty = what the absence of the field means, too.
std::string normalisedText(const ObjectShape& shape, const Field& field);

}  // namespace dialscope::import
