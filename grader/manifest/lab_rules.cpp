#include "manifest/lab_rules.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "manifest/folder.h"
#include "manifest/original.h"
#include "manifest/spelling.h"
#include "manifest/words.h"

namespace lockstep::manifest {
namespace {

bool holds_markdown(const std::filesystem::path& dir) {
  const auto entries = entries_in(dir);
  return std::any_of(entries.begin(), entries.end(), [](const auto& path) { return path.extension() == ".md"; });
}

}  // namespace

void check_ids(const std::vector<CheckDraft>& drafts, Mistakes& mistakes) {
  std::map<std::string, int> first_lines;
  for (const CheckDraft& draft : drafts) {
    const auto [first, added] = first_lines.emplace(draft.check.id, draft.id_line);
    if (added || draft.check.id.empty()) continue;
    mistakes.add(draft.id_line, fmt::format("id = {} again, as on line {}", in_quotes(draft.check.id), first->second),
                 "an id that no other check of the lab has");
  }
}

void settle(std::vector<CheckDraft>& drafts, const Manifest& lab, Mistakes& mistakes) {
  const LabChecks checks{.drafts = drafts, .submit = lab.submit, .dir = lab.dir};
  for (CheckDraft& draft : drafts) {
    if (!draft.kind_known) continue;
    std::visit(
        [&](auto& settings) {
          if constexpr (requires { settings.settle(draft, checks, mistakes); })
            settings.settle(draft, checks, mistakes);
        },
        draft.check.settings);
  }
}

void check_shared_cases(const std::vector<CheckDraft>& drafts, Mistakes& mistakes) {
  using Place = std::tuple<std::string_view, std::string, std::string>;  // kind, program, case
  std::map<Place, std::string> owners;
  for (const CheckDraft& draft : drafts) {
    for (const TestCase& test : own_cases(draft.check)) {
      const Place place{kind(draft.check), std::string(program_of_cases(draft.check)), test.name};
      const auto [owner, added] = owners.emplace(place, draft.check.id);
      if (added) continue;
      mistakes.add(draft.cases_line,
                   fmt::format("case {}, which check {} has too", in_quotes(test.name), in_quotes(owner->second)),
                   "a case in one check of each kind");
    }
  }
}

void check_points(const std::vector<CheckDraft>& drafts, std::optional<int> points, int points_line,
                  Mistakes& mistakes) {
  int sum = 0;
  for (const CheckDraft& draft : drafts) {
    if (!draft.points) return;
    sum += *draft.points;
  }
  if (!points || drafts.empty() || sum == *points) return;
  mistakes.add(points_line, fmt::format("points = {} and checks worth {} together", *points, sum),
               "the sum of the checks' points");
}

void check_submit(const std::vector<LocatedText>& submit, const std::filesystem::path& dir, Mistakes& mistakes) {
  std::set<std::string> seen;
  for (const auto& [path, line] : submit) {
    if (!is_submit_path(path)) {
      mistakes.add(line, fmt::format("submit file {}", in_quotes(path)), kSubmitRule);
    } else if (!seen.insert(path).second) {
      mistakes.add(line, fmt::format("submit file {} twice", in_quotes(path)), "each file once");
    } else if (!is_file(dir / path) && !is_file(dir / kOriginal / path)) {  // a learner may have lost one
      mistakes.add(line, fmt::format("submit file {}, which is not there", in_quotes(path)),
                   "a file of the lab's folder: the skeleton that the learner starts from");
    }
  }
}

void check_imports(const std::vector<LocatedText>& imports, Mistakes& mistakes) {
  for (const auto& [symbol, line] : imports) {
    if (!is_import(symbol)) mistakes.add(line, fmt::format("imports {}", in_quotes(symbol)), kImportRule);
  }
}

void check_folder(const std::filesystem::path& dir, Mistakes& mistakes) {
  const std::string name = dir.filename().string();
  if (!is_lab_name(name)) mistakes.add(1, fmt::format("a lab in folder {}", in_quotes(name)), kLabRule);
  for (const char* file : {"README.md", "CMakeLists.txt"}) {
    if (!is_file(dir / file)) mistakes.add(1, fmt::format("no {} beside it", file), "a lab's folder that has one");
  }
  if (!holds_markdown(dir / "hints")) {
    mistakes.add(1, "no hints/*.md beside it", "a lab's folder that has one or more");
  }
}

void check_pages(const std::vector<CheckDraft>& drafts, const std::filesystem::path& dir, Mistakes& mistakes) {
  for (const CheckDraft& draft : drafts) {
    const std::string page = draft.check.read.substr(0, draft.check.read.find('#'));
    if (page.empty() || page.find("://") != std::string::npos || is_file(dir / page)) continue;
    mistakes.add(draft.read_line, fmt::format("read = {}, a page that is not there", in_quotes(draft.check.read)),
                 "a file, relative to the lab's folder, perhaps with #section");
  }
}

}  // namespace lockstep::manifest
