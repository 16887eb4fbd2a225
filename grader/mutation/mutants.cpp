#include "mutation/mutants.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "text/lines.h"

namespace lockstep::mutation {

std::string trimmed(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos ? ""
                                         : std::string(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
}

namespace {

/// Line by line: a mutation moves none.
std::vector<ChangedLine> changes_between(const std::string& before, const std::string& after) {
  const auto olds = lines_of(before);
  const auto news = lines_of(after);
  std::vector<ChangedLine> changes;
  for (std::size_t i = 0; i < std::max(olds.size(), news.size()); ++i) {
    const std::string_view old_line = i < olds.size() ? olds[i] : "";
    const std::string_view new_line = i < news.size() ? news[i] : "";
    if (old_line != new_line) changes.push_back({static_cast<int>(i + 1), trimmed(old_line), trimmed(new_line)});
  }
  return changes;
}

}  // namespace

const ChangedLine& GeneratedMutant::main_change() const {
  const auto found =
      std::find_if(changes.begin(), changes.end(), [&](const ChangedLine& change) { return change.line == line; });
  return found == changes.end() ? changes.front() : *found;
}

std::vector<GeneratedMutant> mutants_of(const std::string& file, const std::string& text) {
  const Source source(text);
  std::set<std::string> texts{text};
  std::vector<GeneratedMutant> mutants;
  for (const Operator& made_by : operators()) {
    for (const Mutation& mutation : made_by.make(source)) {
      GeneratedMutant mutant{.name = "",
                             .made_by = &made_by,
                             .file = file,
                             .line = mutation.line,
                             .text = apply(text, mutation),
                             .changes = {}};
      if (!texts.insert(mutant.text).second) continue;
      mutant.changes = changes_between(text, mutant.text);
      mutants.push_back(std::move(mutant));
    }
  }
  std::stable_sort(mutants.begin(), mutants.end(),
                   [](const GeneratedMutant& a, const GeneratedMutant& b) { return a.line < b.line; });
  std::map<std::string, int> times;
  for (GeneratedMutant& mutant : mutants) {
    mutant.name = fmt::format("{}:{}:{}", mutant.made_by->name, file, mutant.line);
    if (const int time = ++times[mutant.name]; time > 1) mutant.name += fmt::format("#{}", time);
  }
  return mutants;
}

}  // namespace lockstep::mutation
