#include "checks/test_report.h"

#include <algorithm>
#include <charconv>

#include "lockstep/coverage_fields.h"
#include "lockstep/explored_lines_field.h"
#include "lockstep/finding_place_fields.h"
#include "lockstep/reduction_field.h"
#include "lockstep/seal.h"
#include "lockstep/trace_step_fields.h"

namespace lockstep::checks {
namespace {

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      result += text[i];
      continue;
    }
    const char next = text[++i];
    result += next == 't' ? '\t' : next == 'n' ? '\n' : next;
  }
  return result;
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const auto end = line.find('\t');
    fields.push_back(unescaped(line.substr(0, end)));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

std::optional<CaseEnd> case_end(std::string_view word) {
  if (word == "passed") return CaseEnd::kPassed;
  if (word == "failed") return CaseEnd::kFailed;
  if (word == "skipped") return CaseEnd::kSkipped;
  return std::nullopt;
}

template <class Number = int>
Number number_in(const std::string& text) {
  Number number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// \param value  a pair a line, its two sides with a tab between
std::vector<std::pair<std::string, std::string>> read_pairs(std::string_view value) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!value.empty()) {
    const auto end = std::min(value.find('\n'), value.size());
    const std::string_view line = value.substr(0, end);
    if (const auto tab = line.find('\t'); tab != std::string_view::npos) {
      pairs.emplace_back(line.substr(0, tab), line.substr(tab + 1));
    }
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return pairs;
}

void read_explored(const std::string& key, const std::string& value, Explored& explored) {
  if (key == "kind") explored.kind = value;
  if (key == "expected") explored.expected = value;
  if (key == "message") explored.message = value;
  if (key == "places") explored.places = read_places_field(value);
  if (key == "schedule") explored.schedule = number_in<std::uint64_t>(value);
  if (key == "reduction") explored.reduction = read_reduction_field(value);
  if (key == "interleaving") explored.interleaving = value;
  if (key == "steps") explored.steps = read_trace_steps_field(value);
  if (key == "replay") explored.replay = value;
  if (key == "trace") explored.trace = value;
  if (key == "every_step") explored.every_step = read_trace_steps_field(value, kMostReplayedSteps);
  if (key == "refused") explored.refused = value;
  if (key == "program") explored.program = value;
  if (key == "lines") explored.lines = read_explored_lines_field(value);
  if (key == "ordered") explored.ordered = read_pairs(value);
  Coverage coverage = explored.coverage.value_or(Coverage{});
  if (set_coverage_field(key, value, coverage)) explored.coverage = coverage;
}

void read_record(const std::vector<std::string>& fields, TestReport& report) {
  const std::string& kind = fields.front();
  if (kind == "case" && fields.size() == 2) {
    report.listed.push_back(fields[1]);
  } else if (kind == "failure" && fields.size() == 4) {
    report.failures.push_back({.file = fields[1], .line = number_in(fields[2]), .message = fields[3]});
  } else if (kind == "explored" && fields.size() == 3) {
    read_explored(fields[1], fields[2], report.explored);
  } else if (kind == "end" && fields.size() == 3) {
    if (const auto end = case_end(fields[2])) report.ended.emplace_back(fields[1], *end);
  }
}

}  // namespace

TestReport read_test_report(std::string_view text, std::string_view nonce) {
  TestReport report;
  Seal seal;
  begin_seal(seal, nonce.data(), nonce.size());
  while (!text.empty()) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    const std::vector<std::string> fields = fields_of(line.substr(0, line.find('\n')));
    const bool epilogue = fields.front() == "epilogue" && fields.size() == 2;
    report.complete = epilogue && !nonce.empty() && fields[1] == finished_seal(seal);
    read_record(fields, report);
    add_to_seal(seal, line.data(), line.size());
    text.remove_prefix(line.size());
  }
  return report;
}

}  // namespace lockstep::checks
