#include "manifest/wrong_submission.h"

#include <algorithm>

#include "lockstep/finding_kind.h"
#include "manifest/folder.h"
#include "manifest/mutant.h"
#include "os/file.h"

namespace lockstep::manifest {

const Check* find_check(const Manifest& lab, std::string_view id) {
  const auto found =
      std::find_if(lab.checks.begin(), lab.checks.end(), [&](const Check& check) { return check.id == id; });
  return found == lab.checks.end() ? nullptr : &*found;
}

std::vector<std::string> ids_of_checks(const Manifest& lab) {
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

std::vector<std::string> bases_in(const std::filesystem::path& solution) {
  std::vector<std::string> names{"solution"};
  for (const auto& variant : entries_in(solution / "variants")) {
    if (is_folder(variant)) names.push_back("variants/" + variant.filename().string());
  }
  return names;
}

Result<Patch> patch_in(const std::filesystem::path& dir, const Manifest& lab) {
  const std::filesystem::path path = dir / kPatchFile;
  if (!is_file(path)) return Patch{};
  return os::read_file(path).and_then([&](const std::string& text) { return read_patch(path, text, lab.submit); });
}

tl::unexpected<Error> joined(const Mistakes& mistakes, const Result<Patch>& change) {
  if (change) return mistakes.error();
  if (mistakes.empty()) return tl::unexpected(change.error());
  return input_error(mistakes.error().value().message + "\n" + change.error().message);
}

}  // namespace lockstep::manifest
