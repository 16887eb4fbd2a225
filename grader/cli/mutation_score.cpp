#include "cli/mutation_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace lockstep::cli {
namespace {

constexpr std::array<std::pair<MutantEnd, std::string_view>, 5> kEnds{{{MutantEnd::kNotCompiled, "does not compile"},
                                                                       {MutantEnd::kEqual, "the same code"},
                                                                       {MutantEnd::kFallen, "fallen"},
                                                                       {MutantEnd::kSurvived, "survived"},
                                                                       {MutantEnd::kUnclear, "unclear"}}};

bool survives(const JudgedMutant& judged) {
  return judged.end == MutantEnd::kSurvived || judged.end == MutantEnd::kUnclear;
}

/// How many mutants came to which end.
struct Counts {
  int made = 0;
  int listed = 0;  ///< of those that survive
  std::map<MutantEnd, int> ends;

  void add(const JudgedMutant& judged) {
    ++made;
    ++ends[judged.end];
    if (survives(judged) && !judged.reason.empty()) ++listed;
  }

  [[nodiscard]] int of(MutantEnd end) const {
    const auto found = ends.find(end);
    return found == ends.end() ? 0 : found->second;
  }

  [[nodiscard]] int judged() const { return made - of(MutantEnd::kNotCompiled) - of(MutantEnd::kEqual); }

  [[nodiscard]] std::string row(std::string_view name) const {
    return fmt::format("  {:<18} {:>5} {:>13} {:>10} {:>7} {:>9} {:>8}\n", name, made, of(MutantEnd::kNotCompiled),
                       of(MutantEnd::kEqual), of(MutantEnd::kFallen),
                       of(MutantEnd::kSurvived) + of(MutantEnd::kUnclear), listed);
  }
};

Counts counted(std::span<const JudgedMutant> all) {
  Counts counts;
  for (const JudgedMutant& judged : all) counts.add(judged);
  return counts;
}

std::string open_text(const JudgedMutant& judged) {
  std::string text = fmt::format("\n✗ {}", judged.mutant.name);
  if (!survives(judged)) {
    text += fmt::format(": listed as equivalent, but {}{}{}: take the entry out\n", name(judged.end),
                        judged.by.empty() ? "" : ": ", judged.by);
  } else {
    text += judged.end == MutantEnd::kUnclear ? fmt::format(" is unclear: {}\n", judged.by) : " survived\n";
  }
  return text + changes_of(judged.mutant);
}

}  // namespace

std::string_view name(MutantEnd end) {
  const auto* const found = std::find_if(kEnds.begin(), kEnds.end(), [&](const auto& row) { return row.first == end; });
  return found == kEnds.end() ? "" : found->second;
}

bool is_open(const JudgedMutant& judged) { return survives(judged) == judged.reason.empty(); }

double mutation_score(std::span<const JudgedMutant> judged) {
  const Counts counts = counted(judged);
  return counts.judged() == 0 ? 1 : static_cast<double>(counts.of(MutantEnd::kFallen)) / counts.judged();
}

std::string changes_of(const mutation::GeneratedMutant& mutant) {
  std::string text;
  for (const mutation::ChangedLine& change : mutant.changes) {
    text += fmt::format("    {}:{}\n    - {}\n    + {}\n", mutant.file, change.line, change.before, change.after);
  }
  return text;
}

std::string text_of(std::span<const JudgedMutant> judged) {
  std::map<std::string_view, Counts> by_operator;
  for (const JudgedMutant& each : judged) by_operator[each.mutant.made_by->name].add(each);
  std::string text = fmt::format("  {:<18} {:>5} {:>13} {:>10} {:>7} {:>9} {:>8}\n", "operator", "made", "not compiled",
                                 "same code", "fallen", "survived", "listed");
  for (const mutation::Operator& each : mutation::operators()) {
    if (const auto found = by_operator.find(each.name); found != by_operator.end())
      text += found->second.row(each.name);
  }
  const Counts all = counted(judged);
  text += all.row("all");
  text += fmt::format("\nMutation score: {} of {} fell, {:.1f} %; {} of the others listed as equivalent.\n",
                      all.of(MutantEnd::kFallen), all.judged(), 100 * mutation_score(judged), all.listed);
  for (const JudgedMutant& each : judged) {
    if (is_open(each)) text += open_text(each);
  }
  for (const JudgedMutant& each : judged) {
    if (!is_open(each) && !each.reason.empty()) text += fmt::format("\n= {}: {}\n", each.mutant.name, each.reason);
  }
  return text;
}

nlohmann::json to_json(MutantEnd end, const std::string& by) { return {{"end", std::string(name(end))}, {"by", by}}; }

bool end_from(const nlohmann::json& json, MutantEnd& end, std::string& by) {
  const std::string spelt = json.value("end", "");
  for (const auto& [known, spelling] : kEnds) {
    if (spelling != spelt) continue;
    end = known;
    by = json.value("by", "");
    return true;
  }
  return false;
}

}  // namespace lockstep::cli
