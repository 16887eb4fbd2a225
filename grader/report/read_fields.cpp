#include "report/read_fields.h"

#include <optional>
#include <set>

namespace lockstep::report {

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found == json.end() || found->is_null() ? std::string() : found->get<std::string>();
}

const Json& list_of(const Json& json, const char* key) {
  static const Json none = Json::array();
  const auto found = json.find(key);
  return found == json.end() ? none : *found;
}

FindingPlace read_place(const Json& json) {
  return {.file = text_of(json, "file"), .line = number_of<int>(json, "line"), .function = text_of(json, "function")};
}

TraceStep read_step(const Json& json) {
  TraceStep step{.number = number_of<std::uint64_t>(json, "number"),
                 .thread = json.at("thread").get<std::string>(),
                 .what = json.at("what").get<std::string>(),
                 .note = text_of(json, "note"),
                 .object = text_of(json, "object"),
                 .file = text_of(json, "file"),
                 .line = number_of<int>(json, "line"),
                 .code = text_of(json, "code"),
                 .decisive = json.at("decisive").get<bool>(),
                 .why = text_of(json, "why"),
                 .waits = json.value("waits", false),
                 .stale = json.value("stale", false),
                 .left_out = number_of<std::uint64_t>(json, "left_out")};
  for (const Json& held : list_of(json, "held_then")) {
    step.held_then.push_back({held.at("thread").get<std::string>(), held.at("lock").get<std::string>()});
  }
  return step;
}

namespace {

std::set<int> read_ranges(const Json& json) {
  std::set<int> lines;
  for (const Json& range : json) add_range(lines, range.at(0).get<int>(), range.at(1).get<int>());
  return lines;
}

}  // namespace

ExploredLines read_lines(const Json& json) {
  return {.file = json.at("file").get<std::string>(),
          .ran = read_ranges(json.at("ran")),
          .never = read_ranges(json.at("never"))};
}

Coverage read_coverage(const Json& json) {
  const auto end = coverage_end(json.at("end").get<std::string>());
  if (!end) throw Json::other_error::create(501, "an unknown end of a coverage", &json);
  const Json& bounds = json.at("bounds");
  Coverage coverage{.end = *end,
                    .schedules = number_of<std::uint64_t>(json, "schedules"),
                    .cut = number_of<std::uint64_t>(json, "cut"),
                    .out_of_time = json.value("out_of_time", false),
                    .bounds = {.spurious_events = number_of<unsigned>(bounds, "spurious_events"),
                               .preemptions = std::nullopt,
                               .steps = number_of<std::uint64_t>(bounds, "steps"),
                               .fair = bounds.at("fair").get<bool>(),
                               .stale_reads = std::nullopt,
                               .time_exact = bounds.at("time_exact").get<bool>()}};
  if (!bounds.at("preemptions").is_null()) coverage.bounds.preemptions = bounds.at("preemptions").get<int>();
  if (bounds.contains("stale_reads")) coverage.bounds.stale_reads = number_of<unsigned>(bounds, "stale_reads");
  if (const auto scenarios = json.find("scenarios"); scenarios != json.end()) {
    coverage.scenarios = {.pairs = number_of<std::uint64_t>(*scenarios, "pairs"),
                          .random = number_of<std::uint64_t>(*scenarios, "random"),
                          .complete = number_of<std::uint64_t>(*scenarios, "complete"),
                          .all_pairs = scenarios->at("all_pairs").get<bool>()};
  }
  return coverage;
}

}  // namespace lockstep::report
