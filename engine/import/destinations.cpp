#include "engine/import/destinations.h"

#include <string_view>
#include <unordered_set>
#include <vector>

namespace dialscope::import {

void settleDestinations(RecordSet& set) {
  const FieldName open(kOpenDestination);
  std::unordered_set<std::string_view> routeLists;
  std::vector<Record*> unsettled;
  for (const auto& record : set.records) {
    const Object object = record->shape->object();
    if (object == Object::RouteList) routeLists.insert(record->text("name"_field));
    if (object == Object::RoutePattern && record->find(open)) unsettled.push_back(record.get());
  }
  const FieldName routeList("destination/routeListName");
  const FieldName gateway("destination/gatewayName");
  for (Record* record : unsettled) {
    record->transform([&](Field field) {
      if (field.name == open) field.name = routeLists.contains(field.text) ? routeList : gateway;
      return field;
    });
  }
}

}  // namespace dialscope::import
