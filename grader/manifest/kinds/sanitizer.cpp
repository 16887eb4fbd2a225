#include "manifest/kinds/sanitizer.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "manifest/check_kinds.h"
#include "manifest/check_reader.h"
#include "manifest/lab_rules.h"
#include "manifest/spelling.h"

namespace lockstep {
namespace {

template <class Kind>
Kind read_sanitizer(manifest::TableReader& check) {
  Kind settings;
  if (!check.has("of")) return settings;  // all: filled in when all checks are known
  for (auto& id : check.texts("of")) settings.of.push_back(std::move(id.text));
  return settings;
}

}  // namespace

TsanCheck TsanCheck::read(manifest::TableReader& check, std::optional<int>) { return read_sanitizer<TsanCheck>(check); }

AsanCheck AsanCheck::read(manifest::TableReader& check, std::optional<int>) { return read_sanitizer<AsanCheck>(check); }

void SanitizerCheck::settle(const manifest::CheckDraft& own, const manifest::LabChecks& lab,
                            manifest::Mistakes& mistakes) {
  std::vector<std::string> tests;
  for (const manifest::CheckDraft& draft : lab.drafts) {
    if (!draft.kind_known) return;  // the check that `of` means may be the one whose kind is misspelt
    if (std::holds_alternative<TestsCheck>(draft.check.settings)) tests.push_back(draft.check.id);
  }
  if (tests.empty()) {
    mistakes.add(own.id_line, fmt::format("a check of kind {} and none of kind tests", kind(own.check)),
                 "a lab with a check of kind tests, whose cases the sanitizer runs again");
  }
  std::set<std::string> seen;
  for (const std::string& id : of) {
    const bool known = std::find(tests.begin(), tests.end(), id) != tests.end();
    if (known && seen.insert(id).second) continue;
    mistakes.add(own.of_line,
                 known ? fmt::format("{} twice in of", manifest::in_quotes(id))
                       : fmt::format("of = {}{}", manifest::in_quotes(id), manifest::suggestion(id, tests)),
                 "ids of checks of kind tests, each once: " + manifest::quoted_list(tests));
  }
  if (of.empty()) of = tests;
}

}  // namespace lockstep
