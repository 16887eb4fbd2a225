#include "manifest/kinds/speedup.h"

#include <fmt/core.h>

#include "manifest/kinds/test_cases.h"
#include "manifest/table_reader.h"

namespace lockstep {

using manifest::read_program;
using manifest::TableReader;

namespace {

std::optional<Predicted> read_predicted(TableReader& check) {
  auto reader = check.table("predicted");
  if (!reader) return std::nullopt;
  // More workers would tell nothing new, and a submission may have threads besides.
  constexpr int kMostCores = 48;
  Predicted predicted;
  predicted.program = read_program(*reader);
  const auto cores = reader->integer("cores", 2, kMostCores);
  predicted.cores = static_cast<unsigned>(cores.value_or(2));
  predicted.speedup = reader->number("speedup", {1, static_cast<double>(cores.value_or(kMostCores))}).value_or(1);
  reader->refuse_other_keys();
  return predicted;
}

}  // namespace

SpeedupCheck SpeedupCheck::read(TableReader& check, std::optional<int>) {
  SpeedupCheck settings;
  settings.program = read_program(check);
  const auto none = check.number("no_points_at", {0, 1});
  const auto full = check.number("full_points_at", {0, 1});
  settings.no_points_at = none.value_or(0);
  settings.full_points_at = full.value_or(0);
  settings.meet_share = check.number("meet_share", {0, 1}).value_or(0);
  settings.parallelism = check.number("parallelism", {1, 2}).value_or(0);
  if (none && full && *full <= *none) {
    check.mistake(check.line_of("full_points_at"), fmt::format("full_points_at = {}", *full),
                  fmt::format("a number above no_points_at, {}", *none));
  }
  if (check.has("predicted")) settings.predicted = read_predicted(check);
  return settings;
}

}  // namespace lockstep
