#include "engine/import/destinations.h"

#include <string_view>
#include <unordered_set>

namespace dialscope::import {

void settleDestinations(RecordSet& set) {
  std::unordered_set<std::string_view> routeLists;
  for (const Record& record : set.records) {
    if (record.shape->object() == Object::RouteList) routeLists.insert(record.text("name"_field));
  }
  const FieldName open(kOpenDestination);
  const FieldName routeList("destination/routeListName");
  const FieldName gateway("destination/gatewayName");
  for (Record& record : set.records) {
    if (record.shape->object() != Object::RoutePattern) continue;
    if (!record.find(open)) continue;
    record.transform([&](Field field) {
      if (field.name == open) field.name = routeLists.contains(field.text) ? routeList : gateway;
      return field;
    });
  }
}

}  // namespace dialscope::import
