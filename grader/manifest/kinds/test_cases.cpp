#include "manifest/kinds/test_cases.h"

#include <fmt/core.h>

#include "manifest/table_reader.h"
#include "manifest/words.h"

namespace lockstep::manifest {

std::string read_program(TableReader& check) {
  const auto program = check.text("program");
  if (!program) return {};
  if (!is_target(*program)) {
    check.mistake(check.line_of("program"), fmt::format("program = {}", in_quotes(*program)), kTargetRule);
  }
  return *program;
}

std::vector<TestCase> read_cases(TableReader& check, std::optional<int> check_points) {
  auto reader = check.table("cases");
  if (!reader) return {};
  std::vector<TestCase> cases;
  int sum = 0;
  bool sum_known = check_points.has_value();
  for (const Entry& entry : reader->entries()) {
    if (!is_case(entry.key)) reader->mistake(entry.line, fmt::format("case {}", in_quotes(entry.key)), kCaseRule);
    const auto points = reader->integer(entry, 0, 10'000);
    sum_known = sum_known && points;
    sum += points.value_or(0);
    cases.push_back({entry.key, points.value_or(0)});
  }
  if (cases.empty()) {
    reader->mistake(reader->line(), "no case", "one or more, as \"Suite.Case\" = points");
  } else if (sum_known && sum != *check_points) {
    reader->mistake(reader->line(), fmt::format("cases worth {} points together", sum),
                    fmt::format("the {} points of their check", *check_points));
  }
  return cases;
}

}  // namespace lockstep::manifest
