// What independent right solutions share: the evidence for the threshold (docs/similarity.md).

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "os/file.h"
#include "similarity/compare.h"

namespace lockstep::similarity {
namespace {

namespace fs = std::filesystem;

bool is_source(const fs::path& file) { return file.extension() == ".cpp" || file.extension() == ".h"; }

Files sources_in(const fs::path& dir) {
  Files files;
  for (const auto& entry : fs::directory_iterator(dir)) {
    if (entry.is_regular_file() && is_source(entry.path())) {
      files[entry.path().filename()] = os::read_file(entry.path()).value();
    }
  }
  return files;
}

std::vector<fs::path> folders_in(const fs::path& dir) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(dir)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

TEST(OwnLabsTest, Measure) {
  const fs::path root = LOCKSTEP_SOURCE_DIR;
  for (const fs::path& lab : folders_in(root / "solutions")) {
    if (!fs::exists(lab / "variants")) continue;
    std::vector<Submission> class_of{{.learner = "solution", .files = sources_in(lab)}};
    for (const fs::path& variant : folders_in(lab / "variants")) {
      class_of.push_back({.learner = variant.filename(), .files = sources_in(variant)});
    }
    const auto all = compare(class_of, sources_in(root / "labs" / lab.filename() / "original"), {.threshold = 0});
    for (const Pair& pair : all.pairs) {
      fmt::print("{} {:.2f} {:.2f} {} {}\n", lab.filename().string(), pair.share_a, pair.share_b,
                 class_of[pair.a].learner, class_of[pair.b].learner);
    }
    for (const auto i : all.not_compared) fmt::print("   not compared {}\n", class_of[i].learner);
  }
}

}  // namespace
}  // namespace lockstep::similarity
