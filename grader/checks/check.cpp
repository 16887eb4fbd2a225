#include "checks/check.h"

#include <fmt/format.h>

#include <utility>

#include "checks/api_rules/api_rules_check.h"
#include "checks/change_size/change_size_check.h"
#include "checks/explorer_check.h"
#include "checks/forgery.h"
#include "checks/sanitizer/sanitizer_check.h"
#include "checks/speedup/speedup.h"
#include "checks/tests_check.h"
#include "checks/unwritten.h"

namespace lockstep::checks {

// Each kind has, in its own header, `flavours_of`, `programs_of` and `judge` for its type of settings.

std::vector<build::Flavour> flavours(const Check& check) {
  return std::visit([](const auto& settings) { return flavours_of(settings); }, check.settings);
}

std::vector<std::string> programs(const Manifest& manifest, const Check& check) {
  return std::visit([&](const auto& settings) { return programs_of(settings, manifest); }, check.settings);
}

bool measures_time(const Check& check) { return std::holds_alternative<SpeedupCheck>(check.settings); }

namespace {

/// A learner stands in the kit's folder, where another README.md is.
std::string from_root(const Manifest& manifest, const std::string& read) {
  const bool is_address = read.find("://") != std::string::npos;
  return read.empty() || is_address ? read : fmt::format("labs/{}/{}", manifest.name, read);
}

}  // namespace

Result<Verdict> judge(const Context& context) {
  if (auto forged = forgery(context)) return std::move(*forged);
  auto verdict = std::visit([&](const auto& settings) { return judge(settings, context); }, context.check.settings);
  if (!verdict) return verdict;
  for (Finding& finding : verdict->findings) {
    finding = told_as_unwritten(std::move(finding));
    if (finding.read.empty()) finding.read = context.check.read;
    if (finding.read == context.check.read) finding.read = from_root(context.manifest, finding.read);
  }
  return verdict;
}

}  // namespace lockstep::checks
