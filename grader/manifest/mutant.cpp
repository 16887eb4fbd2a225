#include "manifest/mutant.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "manifest/document.h"
#include "manifest/folder.h"
#include "manifest/mistakes.h"
#include "manifest/mutant_reader.h"
#include "manifest/table_reader.h"
#include "manifest/wrong_submission.h"

namespace lockstep {
namespace {

using manifest::find_check;
using manifest::Mistakes;
using manifest::TableReader;

/// The cases that a check runs.
std::vector<std::string> cases_of(const Manifest& lab, const Check& check) {
  std::vector<std::string> names;
  const auto add = [&](const Check& of) {
    for (const TestCase& test : own_cases(of)) names.push_back(test.name);
  };
  add(check);
  if (const SanitizerCheck* sanitizer = sanitizer_of(check)) {
    for (const auto& id : sanitizer->of) add(*find_check(lab, id));
  }
  return names;
}

/// The whole files in a folder beside those named; each must be one of `submit`.
std::vector<std::string> whole_files(const std::filesystem::path& dir, std::span<const std::string_view> others,
                                     const Manifest& lab, Mistakes& mistakes) {
  std::vector<std::string> files;
  for (const auto& file : manifest::files_below(dir)) {
    if (std::find(others.begin(), others.end(), file) != others.end()) continue;
    files.push_back(file.string());
    if (std::find(lab.submit.begin(), lab.submit.end(), file) != lab.submit.end()) continue;
    mistakes.add(1, fmt::format("file {} beside it", manifest::in_quotes(file.string())),
                 "files of submit: " + manifest::quoted_list(lab.submit));
  }
  return files;
}

/// A change is as small as it can be, or says that it is not.
void check_size(const Patch& change, const std::vector<std::string>& whole, bool large, TableReader& reader) {
  const int line = reader.line_of("large");
  for (const FileChange& changed : change.files) {
    if (std::find(whole.begin(), whole.end(), changed.file) == whole.end()) continue;
    reader.mistake(1, fmt::format("{} beside it, which {} changes", manifest::in_quotes(changed.file), kPatchFile),
                   "a file either whole or changed");
  }
  const std::string accepted =
      fmt::format("a patch that changes {} lines at most, or large = true where the fault needs more", kLargeChange);
  if (!large && !whole.empty()) {
    reader.mistake(line, fmt::format("whole file {} and no large", manifest::in_quotes(whole.front())), accepted);
  } else if (!large && change.changed_lines > kLargeChange) {
    reader.mistake(line, fmt::format("{} changed lines and no large", change.changed_lines), accepted);
  } else if (large && whole.empty() && change.changed_lines <= kLargeChange) {
    reader.mistake(line, fmt::format("large = true and {} changed lines", change.changed_lines),
                   fmt::format("large for more than {} changed lines, or whole files", kLargeChange));
  }
}

}  // namespace

manifest::MutantDraft manifest::read_mutant(TableReader& reader, const Manifest& lab,
                                            const std::vector<std::string>& bases) {
  Mutant mutant;
  mutant.why = reader.text("why").value_or("");
  mutant.base = reader.choice("base", bases).value_or("");
  mutant.check = reader.choice("check", ids_of_checks(lab)).value_or("");
  const auto finding = reader.choice("finding", finding_kinds());
  if (finding) mutant.finding = *finding_kind(*finding);
  if (reader.has("case")) {
    const Check* check = find_check(lab, mutant.check);
    mutant.test_case = check == nullptr ? reader.text("case") : reader.choice("case", cases_of(lab, *check));
  }
  const bool large = reader.flag("large");
  reader.refuse_other_keys();
  return {.mutant = std::move(mutant), .large = large};
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
  auto [mutant, large] = manifest::read_mutant(reader, lab, manifest::bases_in(dir.parent_path().parent_path()));
  auto change = manifest::patch_in(dir, lab);
  const auto whole = whole_files(dir, std::array<std::string_view, 2>{"mutant.toml", kPatchFile}, lab, mistakes);
  check_size(change.value_or(Patch{}), whole, large, reader);
  if (change && change->files.empty() && whole.empty()) {
    mistakes.add(1, fmt::format("no {} beside it", kPatchFile), "a patch of its base, or whole files of submit");
  }
  if (!mistakes.empty() || !change) return manifest::joined(mistakes, change);
  mutant.change = std::move(*change);
  return mutant;
}

Result<Variant> read_variant(const std::filesystem::path& dir, const Manifest& lab) {
  const auto document = manifest::read_document(dir / "variant.toml");
  if (!document) return tl::unexpected(document.error());
  Mistakes mistakes(dir / "variant.toml");
  TableReader reader(*document, "the variant", 1, mistakes);
  Variant variant = manifest::read_variant(reader);
  const auto files = whole_files(dir, std::array<std::string_view, 1>{"variant.toml"}, lab, mistakes);
  if (files.empty()) {
    mistakes.add(1, "no other file beside it", "one or more of submit: " + manifest::quoted_list(lab.submit));
  }
  if (!mistakes.empty()) return mistakes.error();
  return variant;
}

}  // namespace lockstep
