#include "manifest/manifest.h"

#include <utility>

#include "manifest/document.h"
#include "manifest/lab_reader.h"
#include "manifest/lab_rules.h"
#include "manifest/mistakes.h"
#include "manifest/table_reader.h"

namespace lockstep {
namespace {

std::filesystem::path normal(const std::filesystem::path& dir) {
  std::error_code failed;
  auto path = std::filesystem::absolute(dir, failed).lexically_normal();
  return path.has_filename() ? path : path.parent_path();  // "labs/01-primes/" ends in an empty name
}

}  // namespace

Result<Manifest> read_manifest(const std::filesystem::path& lab_dir) {
  const auto document = manifest::read_document(lab_dir / "lab.toml");
  if (!document) return tl::unexpected(document.error());

  manifest::Mistakes mistakes(lab_dir / "lab.toml");
  manifest::TableReader reader(*document, "the lab", 1, mistakes);
  auto [lab, points, points_line, submit, imports, drafts] = manifest::read_lab(reader);
  lab.dir = normal(lab_dir);
  lab.name = lab.dir.filename().string();
  lab.id = lab.name.substr(0, 2);

  manifest::check_ids(drafts, mistakes);
  manifest::check_shared_cases(drafts, mistakes);
  manifest::check_points(drafts, points, points_line, mistakes);
  manifest::check_submit(submit, lab.dir, mistakes);
  for (auto& file : submit) lab.submit.push_back(std::move(file.text));
  manifest::check_imports(imports, mistakes);
  for (auto& symbol : imports) lab.imports.push_back(std::move(symbol.text));
  manifest::settle(drafts, lab, mistakes);
  manifest::check_folder(lab.dir, mistakes);
  manifest::check_pages(drafts, lab.dir, mistakes);
  if (!mistakes.empty()) return mistakes.error();

  for (auto& draft : drafts) lab.checks.push_back(std::move(draft.check));
  return lab;
}

}  // namespace lockstep
