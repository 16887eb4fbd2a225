// For .ci/commands: says of each command line whether the grader accepts it. Nothing is run.
//
//   accepted_commands < LINES
//
// A line has tab-separated words: `whole` or `mention`, then what follows `./lab`. The answer is a line "@ " and what
// is wrong, nothing if it is accepted. Of a mention, as `./lab explore --strategy` in a sentence, values may be
// missing.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "manifest/mistakes.h"

namespace {

using namespace lockstep;
using namespace lockstep::cli;

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while (begin <= line.size()) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

bool is_option(const CompletedCommand& command, const std::string& word) {
  return std::any_of(command.options.begin(), command.options.end(),
                     [&](const CompletedOption& option) { return option.name == word; });
}

std::string known_only(const CompletedCommand& command, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const bool is_choice = std::count(command.choices.begin(), command.choices.end(), word) > 0;
    if (!is_choice && !is_option(command, word)) {
      return fmt::format("{} has no {}", command.name, manifest::in_quotes(word));
    }
  }
  return "";
}

/// What is wrong with a command of which only the subcommand, options and fixed words are there; of the launcher's own
/// subcommand, which the grader does not parse, that is all that there can be.
std::string wrong_with_mention(std::vector<std::string> words) {
  if (words.empty()) return "";
  for (const CompletedCommand& command : completed_commands()) {
    if (command.name == words.front()) return known_only(command, {words.begin() + 1, words.end()});
  }
  return fmt::format("there is no subcommand {}", manifest::in_quotes(words.front()));
}

std::string wrong_with_whole(const std::vector<std::string>& words) {
  if (!words.empty() && words.front() == "self-test") return wrong_with_mention(words);
  std::vector<const char*> argv{"./lab"};
  argv.reserve(words.size() + 1);
  for (const std::string& word : words) argv.push_back(word.c_str());
  const auto parsed = parse(static_cast<int>(argv.size()), argv.data());
  return parsed ? "" : parsed.error().message;
}

std::string wrong_with(const std::vector<std::string>& line) {
  const std::vector<std::string> words(line.begin() + 1, line.end());
  std::string wrong = wrong_with_whole(words);
  if (wrong.empty() || line.front() == "whole") return wrong;
  return wrong_with_mention(words).empty() ? "" : wrong;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) fmt::print("@ {}\n", in_one_line(wrong_with(split(line))));
}
