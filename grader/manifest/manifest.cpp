#include "manifest/manifest.h"

#include <utility>

#include "manifest/check_reader.h"
#include "manifest/document.h"
#include "manifest/lab_rules.h"
#include "manifest/mistakes.h"
#include "manifest/settings_reader.h"
#include "manifest/table_reader.h"

namespace lockstep {
namespace {

using manifest::LocatedText;

std::vector<std::string> texts_of(std::vector<LocatedText> located) {
  std::vector<std::string> texts;
  texts.reserve(located.size());
  for (auto& each : located) texts.push_back(std::move(each.text));
  return texts;
}

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
  Manifest lab;
  lab.dir = normal(lab_dir);
  lab.name = lab.dir.filename().string();
  lab.id = lab.name.substr(0, 2);
  lab.title = reader.text("title").value_or("");
  lab.concepts = texts_of(reader.texts("concepts"));
  lab.chapter = reader.text("chapter").value_or("");
  lab.minutes = reader.integer("minutes", 1, 10'000).value_or(0);
  const auto points = reader.integer("points", 1, 10'000);
  lab.points = points.value_or(0);
  auto submit = reader.texts("submit");
  std::vector<manifest::CheckDraft> drafts;
  for (auto& check : reader.tables("check")) drafts.push_back(manifest::read_check(check, manifest::check_kinds()));
  reader.refuse_other_keys();

  manifest::check_ids(drafts, mistakes);
  manifest::resolve_of(drafts, mistakes);
  manifest::check_shared_cases(drafts, mistakes);
  manifest::check_points(drafts, points, reader.line_of("points"), mistakes);
  manifest::check_submit(submit, lab.dir, mistakes);
  lab.submit = texts_of(std::move(submit));
  manifest::check_means_files(drafts, lab.submit, mistakes);
  manifest::check_folder(lab.dir, mistakes);
  manifest::check_pages(drafts, lab.dir, mistakes);
  if (!mistakes.empty()) return mistakes.error();

  for (auto& draft : drafts) lab.checks.push_back(std::move(draft.check));
  return lab;
}

}  // namespace lockstep
