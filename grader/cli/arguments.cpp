#include "cli/arguments.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace lockstep::cli {
namespace {

struct Demand {
  CLI::Option& option;

  void operator()(Anything) const {}
  void operator()(ExistingFolder) const { option.check(CLI::ExistingDirectory); }
  void operator()(ExistingFile) const { option.check(CLI::ExistingFile); }
  void operator()(Positive) const {
    demand("above 0", [](double number) { return number > 0; });
  }
  void operator()(NotNegative) const {
    demand("0 or above", [](double number) { return number >= 0; });
  }
  void operator()(const Between& range) const {
    demand(fmt::format("{} to {}", range.least, range.most),
           [range](double number) { return range.least <= number && number <= range.most; });
  }
  void operator()(const OneOf& choice) const { option.check(CLI::IsMember(choice.names)); }

 private:
  void demand(const std::string& accepted, const std::function<bool(double)>& is_accepted) const {
    option.check(CLI::Validator(
        [=](const std::string& text) {
          double number = 0;
          const bool right = CLI::detail::lexical_cast(text, number) && is_accepted(number);
          return right ? std::string() : fmt::format("found {}; accepted: a number {}", text, accepted);
        },
        accepted));
  }
};

template <class Value>
constexpr bool kMayBeAbsent = false;
template <class Value>
constexpr bool kMayBeAbsent<std::optional<Value>> = true;

template <class Value>
constexpr bool kIsList = false;
template <class Value>
constexpr bool kIsList<std::vector<Value>> = true;

}  // namespace

template <class Value>
void Arguments::positional(const std::string& name, Value& value, const std::string& meaning, const Accepted& accepted,
                           int least) {
  const bool may_be_empty = kIsList<Value> && least == 0;
  CLI::Option* const option =
      command_->add_option(name, value, meaning)->required(!kMayBeAbsent<Value> && !may_be_empty);
  if constexpr (kIsList<Value>) option->expected(least, -1);
  std::visit(Demand{*option}, accepted);
  if (const auto* choice = std::get_if<OneOf>(&accepted)) choices_ = choice->names;
}

template <class Value>
void Arguments::option(const std::string& name, Value& value, const std::string& meaning, const Accepted& accepted) {
  std::visit(Demand{*command_->add_option(name, value, meaning)}, accepted);
}

void Arguments::flag(const std::string& name, bool& value, const std::string& meaning) {
  command_->add_flag(name, value, meaning);
}

void Arguments::refuse(const std::function<std::string()>& wrong) {
  command_->callback([wrong] {
    if (const std::string message = wrong(); !message.empty()) throw CLI::ValidationError(message);
  });
}

Result<void> Arguments::take_program_arguments(std::vector<std::string> arguments) const {
  if (program_arguments_ != nullptr) {
    *program_arguments_ = std::move(arguments);
  } else if (!arguments.empty()) {
    return input_error(fmt::format("{} takes nothing after --; found: {}", command_->get_name(), arguments.front()));
  }
  return {};
}

#define LOCKSTEP_ARGUMENT(...)                                                                                     \
  template void Arguments::positional(const std::string&, __VA_ARGS__&, const std::string&, const Accepted&, int); \
  template void Arguments::option(const std::string&, __VA_ARGS__&, const std::string&, const Accepted&)

LOCKSTEP_ARGUMENT(std::string);
LOCKSTEP_ARGUMENT(std::optional<std::string>);
LOCKSTEP_ARGUMENT(std::vector<std::string>);
LOCKSTEP_ARGUMENT(std::filesystem::path);
LOCKSTEP_ARGUMENT(std::optional<std::filesystem::path>);
LOCKSTEP_ARGUMENT(std::vector<std::filesystem::path>);
LOCKSTEP_ARGUMENT(int);
LOCKSTEP_ARGUMENT(std::optional<int>);
LOCKSTEP_ARGUMENT(std::optional<unsigned>);
LOCKSTEP_ARGUMENT(std::uint64_t);
LOCKSTEP_ARGUMENT(std::optional<std::uint64_t>);
LOCKSTEP_ARGUMENT(double);

#undef LOCKSTEP_ARGUMENT

}  // namespace lockstep::cli
