#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>
#include <string_view>

#include "cli/compiler_flags.h"
#include "manifest/mistakes.h"
#include "manifest/spelling.h"

namespace lockstep::cli {
namespace {

constexpr const char* kHelp =
    R"(Lockstep: labs that teach concurrency, and a grader whose every verdict can be reproduced.

Without a subcommand: the labs, your points so far and what to do next.)";

constexpr const char* kFooter = R"(
Handled by the launcher:
  self-test                   Build the grader with its tests and run them all
  --yes                       (before the subcommand) Install missing packages without asking

./lab SUBCOMMAND --help tells more, with examples.

Exit status: 0 no point lost; 1 points lost; 2 wrong usage or manifest; 3 the kit or the machine failed;
130 interrupted.)";

/// A subcommand, and where its options go if it is the one chosen.
struct Candidate {
  const Subcommand* subcommand;
  CLI::App* app;
  Arguments arguments;
  std::any options;
};

std::string footer_of(const Candidate& candidate) {
  const auto& more = candidate.arguments.examples();
  std::string footer;
  if (!candidate.arguments.help().empty()) footer += "\n" + candidate.arguments.help() + "\n";
  footer += fmt::format("\n{}:\n  {}", more.empty() ? "Example" : "Examples", candidate.subcommand->info.example);
  for (const std::string& example : more) footer += "\n  " + example;
  return footer;
}

/// A list, for its elements stay where they are: CLI11 keeps references to the options.
std::list<Candidate> add_subcommands(CLI::App& app) {
  std::list<Candidate> candidates;
  for (const Subcommand& subcommand : subcommands()) {
    CLI::App* const added = app.add_subcommand(std::string(subcommand.info.name), std::string(subcommand.info.summary));
    Candidate& candidate = candidates.emplace_back(Candidate{
        .subcommand = &subcommand, .app = added, .arguments = Arguments(*added), .options = subcommand.defaults()});
    subcommand.declare(candidate.arguments, candidate.options);
    added->footer(footer_of(candidate));
  }
  return candidates;
}

/// The one that was named; without a name, the first.
Candidate& chosen(std::list<Candidate>& candidates) {
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [](const Candidate& candidate) { return candidate.app->parsed(); });
  return found == candidates.end() ? candidates.front() : *found;
}

/// What to say of a word that stands where a subcommand does, and is none; empty when there is no such word.
std::string unknown_subcommand(const CLI::App& app) {
  const std::vector<std::string> rest = app.remaining();
  if (rest.empty() || rest.front().starts_with('-')) return "";
  std::vector<std::string> names;
  names.reserve(subcommands().size());
  for (const Subcommand& subcommand : subcommands()) names.emplace_back(subcommand.info.name);
  return fmt::format("there is no subcommand {}{}; accepted: {}", manifest::in_quotes(rest.front()),
                     manifest::suggestion(rest.front(), names), fmt::join(names, ", "));
}

/// What to say of an option that the subcommand does not have; empty when there is no such word.
std::string unknown_option(const CLI::App& app, const CLI::App& subcommand) {
  const std::vector<std::string> rest = app.remaining(/*recurse=*/true);
  if (rest.empty() || !rest.front().starts_with('-')) return "";
  std::vector<std::string> names;
  for (const CLI::App* each : {&subcommand, &app}) {
    for (const CLI::Option* option : each->get_options()) {
      const bool is_listed = each == &app && option == app.get_help_ptr();
      for (const std::string& name : option->get_lnames()) {
        if (!is_listed) names.push_back("--" + name);
      }
    }
  }
  return fmt::format("{} has no option {}{}; accepted: {}", subcommand.get_name(), manifest::in_quotes(rest.front()),
                     manifest::suggestion(rest.front(), names), fmt::join(names, ", "));
}

/// What is wrong with the command line, and what to type.
std::string refusal(const CLI::App& app, const std::list<Candidate>& candidates, const CLI::ParseError& error) {
  const auto chosen = std::find_if(candidates.begin(), candidates.end(),
                                   [](const Candidate& candidate) { return candidate.app->parsed(); });
  if (chosen == candidates.end()) {
    const std::string unknown = unknown_subcommand(app);
    return fmt::format("{}\nSee ./lab --help", unknown.empty() ? error.what() : unknown);
  }
  const std::string unknown = unknown_option(app, *chosen->app);
  return fmt::format("{}\nFor example: {}\nSee ./lab {} --help", unknown.empty() ? error.what() : unknown,
                     chosen->subcommand->info.example, chosen->app->get_name());
}

/// Whether the next word is the value of an option.
bool takes_value(const CLI::App& app, const std::string& word) {
  const CLI::Option* const option = app.get_option_no_throw(word);
  return option != nullptr && option->get_items_expected_max() > 0;
}

/// The subcommand that the words name; null where they name none.
const Candidate* named(const CLI::App& app, const std::list<Candidate>& candidates,
                       const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].starts_with('-')) {
      const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return candidate.app->get_name() == words[i];
      });
      return found == candidates.end() ? nullptr : &*found;
    }
    if (takes_value(app, words[i])) ++i;
  }
  return nullptr;
}

/// Takes a compiler's flags out of the words, where the subcommand has a use for them.
void take_compiler_flags(const CLI::App& app, const std::list<Candidate>& candidates, std::vector<std::string>& words) {
  const Candidate* const candidate = named(app, candidates, words);
  if (candidate == nullptr || candidate->arguments.compiler_flags() == nullptr) return;
  SeparatedWords separated = separate_compiler_flags(words, [&](const std::string& option) {
    return takes_value(app, option) || takes_value(*candidate->app, option);
  });
  words = std::move(separated.own);
  *candidate->arguments.compiler_flags() = std::move(separated.flags);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

CompletedCommand completed(const Candidate& candidate) {
  CompletedCommand command{.name = candidate.app->get_name(),
                           .summary = std::string(candidate.subcommand->info.summary),
                           .choices = candidate.arguments.choices()};
  for (const CLI::Option* option : candidate.app->get_options()) {
    if (option->get_lnames().empty()) {
      command.takes_lab |= option->get_name(/*positional=*/true) == "lab";
    } else {
      command.options.push_back({.name = "--" + option->get_lnames().front(),
                                 .meaning = first_line(option->get_description()),
                                 .has_value = option->get_items_expected_max() > 0});
    }
  }
  return command;
}

}  // namespace

std::vector<CompletedCommand> completed_commands() {
  CLI::App app;
  std::vector<CompletedCommand> commands;
  for (const Candidate& candidate : add_subcommands(app)) commands.push_back(completed(candidate));
  commands.push_back({.name = "self-test",
                      .summary = "Build the grader with its tests and run them all",
                      .options = {{.name = "--quick", .meaning = "The fast ones"},
                                  {.name = "--no-lint", .meaning = "Without the linters"}}});
  return commands;
}

Result<std::variant<CommandLine, HelpShown>> parse(int argc, const char* const* argv) {
  CommandLine line;
  CLI::App app{kHelp, "./lab"};
  app.footer(kFooter);
  app.require_subcommand(0, 1);
  app.fallthrough();
  app.add_option("--compiler", line.compiler, "C++ compiler of the labs' programs: a path or a name")
      ->envname("LOCKSTEP_CXX");
  app.add_option("-j,--jobs", line.jobs, "Programs run at the same time; default: the cores that may be used")
      ->check(CLI::Range(1, 1024));
  app.add_flag("--plain", line.plain,
               "No colour, and nothing written over: a line at a time, for a screen reader or a log");
  std::list<Candidate> candidates = add_subcommands(app);

  const char* const* const end = argv + argc;
  const char* const* const separator = std::find(argv, end, std::string_view("--"));
  const std::vector<std::string> after(separator == end ? end : separator + 1, end);
  std::vector<std::string> words(std::min(argv + 1, separator), separator);
  take_compiler_flags(app, candidates, words);
  std::reverse(words.begin(), words.end());  // as CLI11 wants them
  try {
    app.parse(words);
  } catch (const CLI::CallForHelp&) {
    const auto subcommands = app.get_subcommands();
    fmt::print("{}", subcommands.empty() ? app.help() : subcommands.front()->help());
    return HelpShown{};
  } catch (const CLI::ParseError& error) {
    return input_error(refusal(app, candidates, error));
  }

  Candidate& candidate = chosen(candidates);
  if (auto taken = candidate.arguments.take_program_arguments(after); !taken) return tl::unexpected(taken.error());
  line.subcommand = candidate.subcommand;
  line.options = std::move(candidate.options);
  return line;
}

}  // namespace lockstep::cli
