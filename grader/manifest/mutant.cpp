#include "manifest/mutant.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "manifest/document.h"
#include "manifest/folder.h"
#include "manifest/mistakes.h"
#include "manifest/mutant_reader.h"
#include "manifest/table_reader.h"

namespace lockstep {
namespace {

using manifest::Mistakes;
using manifest::TableReader;

const Check* find_check(const Manifest& lab, std::string_view id) {
  const auto found =
      std::find_if(lab.checks.begin(), lab.checks.end(), [&](const Check& check) { return check.id == id; });
  return found == lab.checks.end() ? nullptr : &*found;
}

/// The cases that a check runs.
std::vector<std::string> cases_of(const Manifest& lab, const Check& check) {
  std::vector<std::string> names;
  const auto add = [&](const Check& of) {
    for (const TestCase& test : own_cases(of)) names.push_back(test.name);
  };
  add(check);
  if (const auto* sanitizer = std::get_if<SanitizerCheck>(&check.settings)) {
    for (const auto& id : sanitizer->of) add(*find_check(lab, id));
  }
  return names;
}

std::vector<std::string> check_ids(const Manifest& lab) {
  std::vector<std::string> ids;
  for (const Check& check : lab.checks) ids.push_back(check.id);
  return ids;
}

std::vector<std::string> finding_kinds() {
  std::vector<std::string> names;
  names.reserve(kFindingKindNames.size());
  for (const auto& [kind, spelling] : kFindingKindNames) names.emplace_back(spelling);
  return names;
}

/// The folder holds the description and files of `submit`, one of them at least.
void check_files(const std::filesystem::path& dir, std::string_view description, const Manifest& lab,
                 Mistakes& mistakes) {
  const std::string submit = manifest::quoted_list(lab.submit);
  bool any = false;
  for (const auto& file : manifest::files_below(dir)) {
    if (file == description) continue;
    any = true;
    if (std::find(lab.submit.begin(), lab.submit.end(), file) != lab.submit.end()) continue;
    mistakes.add(1, fmt::format("file {} beside it", manifest::in_quotes(file.string())), "files of submit: " + submit);
  }
  if (!any) mistakes.add(1, "no other file beside it", "one or more of submit: " + submit);
}

}  // namespace

Mutant manifest::read_mutant(TableReader& reader, const Manifest& lab) {
  Mutant mutant;
  mutant.why = reader.text("why").value_or("");
  mutant.check = reader.choice("check", check_ids(lab)).value_or("");
  const auto finding = reader.choice("finding", finding_kinds());
  if (finding) mutant.finding = *finding_kind(*finding);
  if (reader.has("case")) {
    const Check* check = find_check(lab, mutant.check);
    mutant.test_case = check == nullptr ? reader.text("case") : reader.choice("case", cases_of(lab, *check));
  }
  reader.refuse_other_keys();
  return mutant;
}

Variant manifest::read_variant(TableReader& reader) {
  Variant variant{.why = reader.text("why").value_or("")};
  reader.refuse_other_keys();
  return variant;
}

Result<Mutant> read_mutant(const std::filesystem::path& dir, const Manifest& lab) {
  const auto document = manifest::read_document(dir / "mutant.toml");
  if (!document) return tl::unexpected(document.error());
  Mistakes mistakes(dir / "mutant.toml");
  TableReader reader(*document, "the mutant", 1, mistakes);
  Mutant mutant = manifest::read_mutant(reader, lab);
  check_files(dir, "mutant.toml", lab, mistakes);
  if (!mistakes.empty()) return mistakes.error();
  return mutant;
}

Result<Variant> read_variant(const std::filesystem::path& dir, const Manifest& lab) {
  const auto document = manifest::read_document(dir / "variant.toml");
  if (!document) return tl::unexpected(document.error());
  Mistakes mistakes(dir / "variant.toml");
  TableReader reader(*document, "the variant", 1, mistakes);
  Variant variant = manifest::read_variant(reader);
  check_files(dir, "variant.toml", lab, mistakes);
  if (!mistakes.empty()) return mistakes.error();
  return variant;
}

}  // namespace lockstep
