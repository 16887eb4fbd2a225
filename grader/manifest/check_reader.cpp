#include "manifest/check_reader.h"

#include <fmt/core.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "manifest/check_kinds.h"
#include "manifest/words.h"

namespace lockstep::manifest {
namespace {

std::chrono::milliseconds seconds(double value) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(value * 1000));
}

RunLimits read_limits(TableReader reader) {
  constexpr Interval kSeconds{0, 3600};
  RunLimits limits;
  if (reader.has("wall_s")) limits.wall = seconds(reader.number("wall_s", kSeconds).value_or(0));
  if (reader.has("cpu_s")) limits.cpu = seconds(reader.number("cpu_s", kSeconds).value_or(0));
  if (reader.has("memory_mb")) {
    limits.memory_bytes = static_cast<std::uint64_t>(reader.integer("memory_mb", 16, 65'536).value_or(0)) << 20;
  }
  if (reader.has("processes")) limits.processes = reader.integer("processes", 1, 4096).value_or(0);
  if (reader.has("open_files")) limits.open_files = reader.integer("open_files", 16, 65'536).value_or(0);
  if (reader.has("output_kb")) {
    limits.output_bytes = static_cast<std::uint64_t>(reader.integer("output_kb", 1, 65'536).value_or(0)) << 10;
  }
  reader.refuse_other_keys();
  return limits;
}

/// An exploration that runs out of time says how far it came: the limits must not end it before.
void leave_time_to(const ExplorerCheck& explorer, RunLimits& limits) {
  limits.cpu += explorer.time;
  limits.wall += explorer.time;
}

std::string read_id(TableReader& reader) {
  const auto id = reader.text("id");
  if (!id) return {};
  if (!is_id(*id)) reader.mistake(reader.line_of("id"), fmt::format("id = {}", in_quotes(*id)), kIdRule);
  return *id;
}

}  // namespace

CheckDraft read_check(TableReader& reader, const std::vector<std::string>& kinds) {
  CheckDraft draft;
  Check& check = draft.check;
  check.id = read_id(reader);
  draft.id_line = reader.line_of("id");
  const auto kind = reader.choice("kind", kinds);
  check.title = reader.text("title").value_or("");
  draft.points = reader.integer("points", 0, 10'000);
  check.points = draft.points.value_or(0);
  if (reader.has("read")) check.read = reader.text("read").value_or("");
  if (reader.has("limits")) {
    if (auto limits = reader.table("limits")) check.limits = read_limits(std::move(*limits));
  }
  draft.read_line = reader.line_of("read");
  draft.of_line = reader.line_of("of");
  draft.program_line = reader.line_of("program");
  draft.cases_line = reader.line_of("cases");
  if (!kind) return draft;  // which other keys there may be hangs on it
  check.settings = read_settings(*kind, reader, draft.points);
  if (const auto* explorer = std::get_if<ExplorerCheck>(&check.settings)) leave_time_to(*explorer, check.limits);
  draft.kind_known = true;
  reader.refuse_other_keys();
  return draft;
}

}  // namespace lockstep::manifest
