#include "manifest/attack.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "manifest/document.h"
#include "manifest/folder.h"
#include "manifest/mutant.h"
#include "manifest/wrong_submission.h"

namespace lockstep {
namespace {

using manifest::Mistakes;
using manifest::TableReader;

constexpr std::string_view kDescription = "attack.toml";

bool has_other_files(const std::filesystem::path& dir) {
  const auto files = manifest::files_below(dir);
  return std::any_of(files.begin(), files.end(),
                     [](const std::filesystem::path& file) { return file != kDescription; });
}

}  // namespace

Attack manifest::read_attack(TableReader& reader, const Manifest& lab, const std::vector<std::string>& bases) {
  Attack attack;
  attack.why = reader.text("why").value_or("");
  attack.base = reader.choice("base", bases).value_or("");
  attack.points = reader.integer("points", 0, 10'000).value_or(0);
  if (reader.has("check")) attack.check = reader.choice("check", ids_of_checks(lab)).value_or("");
  if (reader.has("finding")) {
    if (const auto finding = reader.choice("finding", finding_kinds())) attack.finding = finding_kind(*finding);
  }
  if (reader.has("says")) attack.says = reader.text("says").value_or("");
  if (reader.has("secrets")) {
    for (const LocatedText& secret : reader.texts("secrets")) attack.secrets.push_back(secret.text);
  }
  attack.refused = reader.flag("refused");
  if (reader.has("wins")) attack.wins = reader.text("wins").value_or("");
  reader.refuse_other_keys();
  return attack;
}

Result<Attack> read_attack(const std::filesystem::path& dir, const Manifest& lab) {
  const auto document = manifest::read_document(dir / kDescription);
  if (!document) return tl::unexpected(document.error());
  Mistakes mistakes(dir / kDescription);
  TableReader reader(*document, "the attack", 1, mistakes);
  std::vector<std::string> bases = manifest::bases_in(dir.parent_path().parent_path());
  bases.insert(bases.begin(), "skeleton");
  Attack attack = manifest::read_attack(reader, lab, bases);
  auto change = manifest::patch_in(dir, lab);
  if (!has_other_files(dir)) mistakes.add(1, "no other file beside it", fmt::format("{}, or files", kPatchFile));
  if (!attack.check.empty() && !attack.finding) {
    reader.mistake(reader.line_of("check"), "check and no finding", "a finding that the check must make");
  }
  if (attack.refused && (attack.finding || attack.says.empty())) {
    reader.mistake(reader.line_of("refused"), "refused without says, or with a finding",
                   "says, which stands in the refusal, and no finding: nothing is judged");
  }
  if (!mistakes.empty() || !change) return manifest::joined(mistakes, change);
  attack.change = std::move(*change);
  return attack;
}

}  // namespace lockstep
