#include "process/plan.h"

#include <charconv>

namespace lockstep::process {
namespace {

/// The one list of what is written and read.
template <class PlanOrConst, class Visit>
void for_each_field(PlanOrConst& plan, Visit visit) {
  visit("argv", plan.argv);
  visit("environment", plan.environment);
  visit("working_dir", plan.working_dir);
  visit("user", plan.user);
  visit("confined", plan.confined);
  visit("alone", plan.alone);
  visit("landlock", plan.landlock);
  visit("readable", plan.readable);
  visit("writable", plan.writable);
  visit("file_bytes", plan.file_bytes);
  visit("open_files", plan.open_files);
  visit("processes", plan.processes);
  visit("cpu_s", plan.cpu_s);
  visit("each_cpu_s", plan.each_cpu_s);
  visit("address_bytes", plan.address_bytes);
  visit("timeout_ms", plan.timeout_ms);
  visit("channels", plan.channels);
  visit("control_groups", plan.control_groups);
}

using Texts = std::vector<std::string>;

Texts values(const Texts& field) { return field; }
Texts values(const std::string& field) { return {field}; }
template <class Number>
Texts values(Number field) {
  return {std::to_string(field)};
}

void take(std::string& field, std::string_view value) { field = value; }
void take(Texts& field, std::string_view value) { field.emplace_back(value); }
void take(bool& field, std::string_view value) { field = value == "1"; }
template <class Number>
void take(Number& field, std::string_view value) {
  std::from_chars(value.data(), value.data() + value.size(), field);
}

}  // namespace

// The form is NAME NUL VALUE NUL …, a list's name once for each of its values: none of them can hold a NUL.
std::string to_text(const Plan& plan) {
  std::string text;
  for_each_field(plan, [&text](std::string_view name, const auto& field) {
    for (const std::string& value : values(field)) {
      text.append(name).push_back('\0');
      text.append(value).push_back('\0');
    }
  });
  return text;
}

Plan plan_from(std::string_view text) {
  Plan plan;
  const auto next = [&text] {
    const auto end = std::min(text.find('\0'), text.size());
    const auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
  };
  while (!text.empty()) {
    const auto wanted = next();
    const auto value = next();
    for_each_field(plan, [&](std::string_view name, auto& field) {
      if (name == wanted) take(field, value);
    });
  }
  return plan;
}

}  // namespace lockstep::process
