#include "manifest/hidden_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "manifest/check_kinds.h"
#include "manifest/check_reader.h"
#include "manifest/document.h"
#include "manifest/folder.h"
#include "manifest/lab_rules.h"
#include "manifest/mistakes.h"
#include "manifest/table_reader.h"

namespace lockstep {
namespace {

using manifest::CheckDraft;
using manifest::in_quotes;
using manifest::Mistakes;

/// No id and no program is one of the lab's own.
void check_apart(const std::vector<CheckDraft>& drafts, const Manifest& lab, Mistakes& mistakes) {
  for (const CheckDraft& draft : drafts) {
    const auto program = program_of_cases(draft.check);
    for (const Check& own : lab.checks) {
      if (own.id == draft.check.id) {
        mistakes.add(draft.id_line, fmt::format("id = {}, as in lab.toml", in_quotes(own.id)),
                     "an id that no other check of the lab has");
      }
    }
    const bool lab_has_it = std::any_of(lab.checks.begin(), lab.checks.end(),
                                        [&](const Check& own) { return program_of_cases(own) == program; });
    if (program.empty() || !lab_has_it) continue;
    mistakes.add(draft.program_line, fmt::format("program = {}, one of lab.toml", in_quotes(program)),
                 "a program of the CMakeLists.txt beside it");
  }
}

}  // namespace

Result<Manifest> with_hidden_checks(Manifest lab, const std::filesystem::path& dir) {
  const auto document = manifest::read_document(dir / "checks.toml");
  if (!document) return tl::unexpected(document.error());

  Mistakes mistakes(dir / "checks.toml");
  manifest::TableReader reader(*document, "the hidden checks", 1, mistakes);
  std::vector<CheckDraft> drafts;
  for (auto& check : reader.tables("check"))
    drafts.push_back(manifest::read_check(check, manifest::hidden_check_kinds()));
  reader.refuse_other_keys();

  manifest::check_ids(drafts, mistakes);
  manifest::settle(drafts, lab, mistakes);
  manifest::check_shared_cases(drafts, mistakes);
  manifest::check_pages(drafts, lab.dir, mistakes);
  check_apart(drafts, lab, mistakes);
  if (!manifest::is_file(dir / "CMakeLists.txt")) {
    mistakes.add(1, "no CMakeLists.txt beside it", "a folder that has one, with the programs of the checks");
  }
  if (!mistakes.empty()) return mistakes.error();

  lab.hidden = dir;
  for (auto& draft : drafts) {
    draft.check.hidden = true;
    lab.points += draft.check.points;
    lab.checks.push_back(std::move(draft.check));
  }
  return lab;
}

}  // namespace lockstep
