// Time schedules and their periods.
#include "engine/import/plan_builder.h"

#include <array>

namespace dialscope::import {
namespace {

constexpr std::array<std::string_view, 8> kWeekdays{"None", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 13> kMonths{"None", "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul",  "Aug", "Sep", "Oct", "Nov", "Dec"};

}  // namespace

void PlanBuilder::addTimeSchedule(const Record& record, plan::TimeSchedule& schedule) {
  for (const Member& member : record.members) {
    if (const auto period = namedIn(timePeriods_, member, "timePeriodName"_field, resolving(record)))
      schedule.periods.push_back(*period);
  }
}

void PlanBuilder::addTimePeriod(const Record& record, plan::TimePeriod& period) {
  const auto weekday = [&](FieldName name) -> std::optional<std::chrono::weekday> {
    const auto index = static_cast<unsigned>(values_.word(record, name, kWeekdays));
    if (index == 0) return std::nullopt;
    return std::chrono::weekday(index - 1);
  };
  const auto month = [&](FieldName name) -> std::optional<std::chrono::month> {
    const auto index = static_cast<unsigned>(values_.word(record, name, kMonths));
    if (index == 0) return std::nullopt;
    return std::chrono::month(index);
  };
  period.start = values_.timeOfDay(record, "startTime"_field);
  period.end = values_.timeOfDay(record, "endTime"_field);
  period.firstWeekday = weekday("startDay"_field);
  period.lastWeekday = weekday("endDay"_field);
  period.firstMonth = month("monthOfYear"_field);
  period.lastMonth = month("monthOfYearEnd"_field);
  period.firstDay = values_.number(record, "dayOfMonth"_field).value_or(0);
  period.lastDay = values_.number(record, "dayOfMonthEnd"_field).value_or(0);
}

}  // namespace dialscope::import
