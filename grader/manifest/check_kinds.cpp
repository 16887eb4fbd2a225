#include "manifest/check_kinds.h"

#include <cassert>
#include <utility>

namespace lockstep {
namespace {

/// Calls `visit.template operator()<Settings>()` for each row of the table, in order.
template <class Visit, std::size_t... kRows>
void for_each_kind(const Visit& visit, std::index_sequence<kRows...>) {
  (visit.template operator()<std::variant_alternative_t<kRows, CheckSettings>>(), ...);
}

template <class Visit>
void for_each_kind(const Visit& visit) {
  for_each_kind(visit, std::make_index_sequence<std::variant_size_v<CheckSettings>>());
}

std::vector<std::string> kinds(bool only_hidden) {
  std::vector<std::string> names;
  for_each_kind([&]<class Settings>() {
    if (Settings::kMayBeHidden || !only_hidden) names.emplace_back(Settings::kKind);
  });
  return names;
}

}  // namespace

const std::vector<std::string>& manifest::check_kinds() {
  static const std::vector<std::string> all = kinds(/*only_hidden=*/false);
  return all;
}

const std::vector<std::string>& manifest::hidden_check_kinds() {
  static const std::vector<std::string> hidden = kinds(/*only_hidden=*/true);
  return hidden;
}

CheckSettings manifest::read_settings(std::string_view kind, TableReader& check, std::optional<int> points) {
  std::optional<CheckSettings> settings;
  for_each_kind([&]<class Settings>() {
    if (Settings::kKind == kind) settings = Settings::read(check, points);
  });
  assert(settings);
  return *std::move(settings);
}

std::string_view kind(const Check& check) {
  return std::visit([](const auto& settings) { return settings.kKind; }, check.settings);
}

std::span<const TestCase> own_cases(const Check& check) {
  return std::visit(
      [](const auto& settings) -> std::span<const TestCase> {
        if constexpr (requires { settings.cases; }) return settings.cases;
        return {};
      },
      check.settings);
}

std::string_view program_of_cases(const Check& check) {
  return std::visit(
      [](const auto& settings) -> std::string_view {
        if constexpr (requires { settings.cases; }) return settings.program;
        return {};
      },
      check.settings);
}

const SanitizerCheck* sanitizer_of(const Check& check) {
  return std::visit(
      [](const auto& settings) -> const SanitizerCheck* {
        if constexpr (std::is_base_of_v<SanitizerCheck, std::decay_t<decltype(settings)>>) return &settings;
        return nullptr;
      },
      check.settings);
}

}  // namespace lockstep
