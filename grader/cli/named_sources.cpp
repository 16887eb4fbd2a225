#include "cli/named_sources.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "build/submitted.h"
#include "build/untrusted_file.h"

namespace lockstep::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 32;

std::set<std::string> names_in(std::span<const Verdict> verdicts) {
  std::set<std::string> names;
  for (const Verdict& verdict : verdicts) {
    for (const Finding& finding : verdict.findings) {
      names.insert(finding.file);
      for (const FindingPlace& place : finding.places) names.insert(place.file);
      for (const std::string& place : finding.racing) names.insert(place.substr(0, place.rfind(':')));
    }
  }
  return names;
}

bool stays_in_the_lab(const fs::path& file) {
  return !file.empty() && file.is_relative() && file.has_filename() &&
         std::none_of(file.begin(), file.end(), [](const fs::path& part) { return part == ".." || part == "."; });
}

}  // namespace

std::map<std::string, std::string> named_sources(const Manifest& manifest,
                                                 const std::map<std::string, std::string>& submitted,
                                                 std::span<const Verdict> verdicts) {
  std::map<std::string, std::string> sources;
  for (const std::string& name : names_in(verdicts)) {
    if (sources.size() == kMostFiles) break;
    if (const auto found = submitted.find(name); found != submitted.end()) {
      sources.insert(*found);
    } else if (stays_in_the_lab(name)) {
      const auto text = build::read_untrusted_file(manifest.dir, name, build::kLargestFile);
      if (text && *text) sources.emplace(name, **text);
    }
  }
  return sources;
}

}  // namespace lockstep::cli
