#include "manifest/kinds/explorer.h"

#include <fmt/core.h>

#include <algorithm>

#include "manifest/table_reader.h"
#include "manifest/words.h"

namespace lockstep {
namespace {

constexpr int kMostSchedules = 1'000'000'000;

std::map<std::string, std::uint64_t> read_budgets(manifest::TableReader& check, const std::vector<TestCase>& cases) {
  std::map<std::string, std::uint64_t> budgets;
  auto reader = check.table("budgets");
  if (!reader) return budgets;
  for (const manifest::Entry& entry : reader->entries()) {
    if (std::none_of(cases.begin(), cases.end(), [&](const TestCase& each) { return each.name == entry.key; })) {
      reader->mistake(entry.line, fmt::format("a budget of {}", manifest::in_quotes(entry.key)), "a case of the check");
    }
    budgets[entry.key] = static_cast<std::uint64_t>(reader->integer(entry, 1, kMostSchedules).value_or(0));
  }
  return budgets;
}

}  // namespace

std::uint64_t ExplorerCheck::budget_of(const std::string& case_name) const {
  const auto own = budgets.find(case_name);
  return own == budgets.end() ? schedules : own->second;
}

ExplorerCheck ExplorerCheck::read(manifest::TableReader& check, std::optional<int> points) {
  ExplorerCheck settings;
  settings.program = manifest::read_program(check);
  settings.cases = manifest::read_cases(check, points);
  if (check.has("schedules")) {
    settings.schedules = static_cast<std::uint64_t>(check.integer("schedules", 1, kMostSchedules).value_or(0));
  }
  if (check.has("budgets")) settings.budgets = read_budgets(check, settings.cases);
  if (check.has("seconds")) {
    const double seconds = check.number("seconds", {0, 3600}).value_or(0);
    settings.time = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  }
  settings.deterministic = check.flag("deterministic");
  settings.every_line = check.flag("every_line");
  return settings;
}

}  // namespace lockstep
