#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "result/result.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace lockstep::cli {

/// What a value must be, besides of its type.
struct Anything {};
struct ExistingFolder {};
struct ExistingFile {};
struct Positive {};     ///< a number above 0
struct NotNegative {};  ///< a number, 0 or above
struct Between {
  double least = 0;
  double most = 0;
};
struct OneOf {
  std::vector<std::string> names;
};
using Accepted = std::variant<Anything, ExistingFolder, ExistingFile, Positive, NotNegative, Between, OneOf>;

/// Where a subcommand says what can be given to it. Each call names a variable: what is given goes there, so the
/// variables must outlive the reading of the command line, and what they hold now is the default.
///
/// A value is text, a path, a number, a vector of texts or paths, or an optional one of these (arguments.cpp lists the
/// types at its end).
class Arguments {
 public:
  explicit Arguments(CLI::App& command) : command_(&command) {}

  /// A value without a name: "lab". It must be given, unless it is optional.
  /// \param least  of a vector: so many must be given
  template <class Value>
  void positional(const std::string& name, Value& value, const std::string& meaning, const Accepted& accepted = {},
                  int least = 1);

  /// A value after a name: "--from DIR".
  template <class Value>
  void option(const std::string& name, Value& value, const std::string& meaning, const Accepted& accepted = {});

  /// A name alone: "--hidden".
  void flag(const std::string& name, bool& value, const std::string& meaning);

  /// What follows `--` is for a program that is run; without this call it is refused.
  void program_arguments(std::vector<std::string>& arguments) { program_arguments_ = &arguments; }

  /// Words with a single dash are flags for a compiler, and go there in their order; without this call they are
  /// refused.
  void compiler_flags(std::vector<std::string>& flags) { compiler_flags_ = &flags; }

  /// Where a compiler's flags go; null where the subcommand takes none.
  [[nodiscard]] std::vector<std::string>* compiler_flags() const { return compiler_flags_; }

  /// Called once everything is read: says what is wrong with the whole; nothing when all is right.
  void refuse(const std::function<std::string()>& wrong);

  /// Longer help, below the options; and whole command lines, besides the one that the table has.
  void help(const std::string& text) { help_ = text; }
  void example(const std::string& command_line) { examples_.push_back(command_line); }

  /// What the value without a name must be, where it is one of a few.
  [[nodiscard]] const std::vector<std::string>& choices() const { return choices_; }

  [[nodiscard]] const std::string& help() const { return help_; }
  [[nodiscard]] const std::vector<std::string>& examples() const { return examples_; }

  /// Takes what followed `--`. \return an input error when the subcommand runs no program that could have it.
  [[nodiscard]] Result<void> take_program_arguments(std::vector<std::string> arguments) const;

 private:
  CLI::App* command_;
  std::vector<std::string>* program_arguments_ = nullptr;
  std::vector<std::string>* compiler_flags_ = nullptr;
  std::vector<std::string> choices_;
  std::string help_;
  std::vector<std::string> examples_;
};

}  // namespace lockstep::cli
