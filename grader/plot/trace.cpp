#include "plot/trace.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "plot/state_words.h"

namespace lockstep::plot {
namespace {

using measure::Slice;
using nlohmann::json;

constexpr int kProcess = 1;
constexpr double kLatest = 1e15;  // ns: twelve days; doubles are exact so far

/// Whole nanoseconds, so that a slice ends just where the next one begins: viewers refuse events of a thread that
/// overlap.
double whole_nanoseconds(double seconds) { return std::round(std::clamp(1e9 * seconds, 0.0, kLatest)); }

json metadata(std::string_view what, std::size_t thread, const char* key, json value) {
  return {{"ph", "M"}, {"pid", kProcess}, {"tid", thread}, {"name", what}, {"args", {{key, std::move(value)}}}};
}

json event(std::size_t thread, const Slice& slice) {
  const double begin = whole_nanoseconds(slice.begin_s);
  return {{"ph", "X"},
          {"pid", kProcess},
          {"tid", thread},
          {"name", words(slice.state)},
          {"cat", slice.state == ThreadState::kRunning ? "running" : "blocked"},
          {"ts", begin / 1000},
          {"dur", std::max(0.0, whole_nanoseconds(slice.end_s) - begin) / 1000}};
}

/// An event a line, so that the file can be looked through.
std::string line(const json& event) { return "\n" + event.dump(-1, ' ', false, json::error_handler_t::replace) + ","; }

}  // namespace

std::string trace(std::string_view program, const measure::Prediction& prediction) {
  std::string events = line(metadata("process_name", 0, "name", program));
  for (std::size_t i = 0; i < prediction.timeline.size(); ++i) {
    events += line(metadata("thread_name", i, "name", thread_name(i)));
    events += line(metadata("thread_sort_index", i, "sort_index", i));
    for (const Slice& slice : prediction.timeline[i]) events += line(event(i, slice));
  }
  events.pop_back();  // JSON has no comma behind the last one
  return "{\"displayTimeUnit\": \"ns\", \"traceEvents\": [" + events + "\n]}\n";
}

}  // namespace lockstep::plot
