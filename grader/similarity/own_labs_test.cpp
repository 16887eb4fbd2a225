// What right solutions share that were written apart: the evidence for the threshold (docs/similarity.md).

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "os/file.h"
#include "similarity/compare.h"

namespace lockstep::similarity {
namespace {

namespace fs = std::filesystem;

Files sources_in(const fs::path& dir) {
  Files files;
  for (const auto& entry : fs::directory_iterator(dir)) {
    const fs::path& file = entry.path();
    const bool is_source = file.extension() == ".cpp" || file.extension() == ".h";
    if (entry.is_regular_file() && is_source) files[file.filename()] = os::read_file(file).value();
  }
  return files;
}

std::vector<fs::path> folders_in(const fs::path& dir) {
  std::vector<fs::path> folders;
  if (!fs::exists(dir)) return folders;
  for (const auto& entry : fs::directory_iterator(dir)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::vector<Submission> variants_of(const fs::path& solution) {
  std::vector<Submission> variants;
  for (const fs::path& variant : folders_in(solution / "variants")) {
    variants.push_back({.learner = variant.filename(), .files = sources_in(variant)});
  }
  return variants;
}

// A variant was made from the solution by writing a part of it anew. What it kept does not count here, as a skeleton
// does not; the rest was written for itself.
TEST(OwnLabsTest, WhatWasWrittenApartIsFarBelowTheThreshold) {
  const fs::path root = LOCKSTEP_SOURCE_DIR;
  std::size_t pairs = 0;
  for (const fs::path& solution : folders_in(root / "solutions")) {
    Files known = sources_in(root / "labs" / solution.filename() / "original");
    for (const auto& [name, text] : sources_in(solution)) known["solution/" + name] = text;
    const auto variants = variants_of(solution);
    for (const Pair& pair : compare(variants, known, {.threshold = 0}).pairs) {
      ++pairs;
      EXPECT_LE(pair.share(), 0.4) << solution.filename() << ": " << variants[pair.a].learner << " and "
                                   << variants[pair.b].learner;
    }
  }
  EXPECT_GT(pairs, 10U);
  EXPECT_GE(Options{}.threshold, 0.6);
}

TEST(OwnLabsTest, AVariantThatKeptNearlyAllOfTheSolutionIsReported) {
  const fs::path solution = fs::path(LOCKSTEP_SOURCE_DIR) / "solutions/01-primes";
  const std::vector<Submission> two{
      {.learner = "solution", .files = sources_in(solution)},
      {.learner = "variant", .files = sources_in(solution / "variants/caller-works-too")}};
  EXPECT_EQ(compare(two, sources_in(fs::path(LOCKSTEP_SOURCE_DIR) / "labs/01-primes/original"), {}).pairs.size(), 1U);
}

}  // namespace
}  // namespace lockstep::similarity
