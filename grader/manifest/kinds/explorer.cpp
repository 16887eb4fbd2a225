#include "manifest/kinds/explorer.h"

#include "manifest/table_reader.h"

namespace lockstep {

ExplorerCheck ExplorerCheck::read(manifest::TableReader& check, std::optional<int> points) {
  ExplorerCheck settings;
  settings.program = manifest::read_program(check);
  settings.cases = manifest::read_cases(check, points);
  if (check.has("schedules")) {
    settings.schedules = static_cast<std::uint64_t>(check.integer("schedules", 1, 1'000'000'000).value_or(0));
  }
  if (check.has("seconds")) {
    const double seconds = check.number("seconds", {0, 3600}).value_or(0);
    settings.time = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  }
  settings.deterministic = check.flag("deterministic");
  return settings;
}

}  // namespace lockstep
