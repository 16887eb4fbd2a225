#include "cli/named_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "manifest/mistakes.h"
#include "manifest/spelling.h"

namespace lockstep::cli {
namespace {

std::string suite_of(const std::string& name) { return name.substr(0, name.find('.')); }

std::string last_part_of(const std::string& name) { return name.substr(name.find('.') + 1); }

bool is_run_by_test(const Check& check) {
  return std::holds_alternative<TestsCheck>(check.settings) || std::holds_alternative<ExplorerCheck>(check.settings);
}

/// Every case that can be named, in the manifest's order.
std::vector<std::string> all_cases(const Manifest& manifest) {
  std::vector<std::string> names;
  for (const Check& check : manifest.checks) {
    if (!is_run_by_test(check)) continue;
    for (const TestCase& test : own_cases(check)) {
      if (std::find(names.begin(), names.end(), test.name) == names.end()) names.push_back(test.name);
    }
  }
  return names;
}

template <class IsMeant>
std::vector<std::string> those(const std::vector<std::string>& names, const IsMeant& is_meant) {
  std::vector<std::string> meant;
  std::copy_if(names.begin(), names.end(), std::back_inserter(meant), is_meant);
  return meant;
}

Error no_case(const Manifest& manifest, const std::vector<std::string>& cases, const std::string& called) {
  std::vector<std::string> suites;
  std::vector<std::string> words = cases;
  for (const std::string& name : cases) {
    words.push_back(last_part_of(name));
    if (std::find(suites.begin(), suites.end(), suite_of(name)) == suites.end()) suites.push_back(suite_of(name));
  }
  words.insert(words.end(), suites.begin(), suites.end());
  return {
      Fault::kInput,
      fmt::format("{} has no case {}{}; accepted: a case, a part of the names of one or more, or one of these suites "
                  "for all of its cases:{}",
                  manifest.name, manifest::in_quotes(called), manifest::suggestion(called, words), name_lines(suites))};
}

/// The cases that a name means.
Result<std::vector<std::string>> cases_called(const Manifest& manifest, const std::vector<std::string>& cases,
                                              const std::string& called) {
  auto meant = those(cases, [&](const std::string& name) { return name == called; });
  if (meant.empty()) meant = those(cases, [&](const std::string& name) { return suite_of(name) == called; });
  if (!meant.empty()) return meant;
  meant = those(cases, [&](const std::string& name) { return last_part_of(name) == called; });
  if (meant.empty()) {
    meant = those(cases, [&](const std::string& name) { return name.find(called) != std::string::npos; });
  }
  if (meant.empty()) return tl::unexpected(no_case(manifest, cases, called));
  return meant;
}

}  // namespace

std::string name_lines(std::span<const std::string> names) {
  std::string lines;
  for (const std::string& name : names) lines += "\n  " + name;
  return lines;
}

Check narrowed(const Check& check, const std::set<std::string>& names) {
  Check result = check;
  const auto narrow = [&](auto& settings) {
    if constexpr (requires { settings.cases; }) {
      std::erase_if(settings.cases, [&](const TestCase& test) { return !names.contains(test.name); });
    } else if constexpr (requires { settings.only; }) {
      settings.only = names;
    }
  };
  std::visit(narrow, result.settings);
  return result;
}

Result<std::vector<Check>> named_cases(const Manifest& manifest, std::span<const std::string> names) {
  std::vector<Check> checks;
  if (names.empty()) {
    std::copy_if(manifest.checks.begin(), manifest.checks.end(), std::back_inserter(checks),
                 [](const Check& check) { return std::holds_alternative<TestsCheck>(check.settings); });
    return checks;
  }
  const std::vector<std::string> cases = all_cases(manifest);
  std::set<std::string> wanted;
  for (const std::string& name : names) {
    const auto meant = cases_called(manifest, cases, name);
    if (!meant) return tl::unexpected(meant.error());
    wanted.insert(meant->begin(), meant->end());
  }
  for (const Check& check : manifest.checks) {
    if (!is_run_by_test(check)) continue;
    Check some = narrowed(check, wanted);
    if (!own_cases(some).empty()) checks.push_back(std::move(some));
  }
  return checks;
}

}  // namespace lockstep::cli
