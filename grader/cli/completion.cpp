#include "cli/completion.h"

#include <fmt/format.h>

#include <cassert>
#include <string_view>

#include "text/shell_word.h"

namespace lockstep::cli {
namespace {

/// The names of commands or of options, with blanks between.
template <class Named>
std::string names_of(const Named& all) {
  std::string names;
  for (const auto& each : all) names += (names.empty() ? "" : " ") + each.name;
  return names;
}

/// What the first word may be, as an expression of bash or zsh.
std::string first_words(const CompletedCommand& command) {
  return command.takes_lab ? "$(_lockstep_labs \"$root\")" : fmt::format("{}", fmt::join(command.choices, " "));
}

constexpr std::string_view kBashHead =
    R"(# Completion of ./lab for bash: put  source <(./lab completion bash)  into ~/.bashrc.

_lockstep_labs() {
  local dir
  for dir in "$1"/labs/[0-9][0-9]-*/; do
    dir=${dir%/}
    dir=${dir##*/}
    printf '%s\n' "${dir%%-*}"
  done
}

_lockstep_lab() {
  local word=${COMP_WORDS[COMP_CWORD]} root=${COMP_WORDS[0]%/*} words= line=
  [ "$root" = "${COMP_WORDS[0]}" ] && root=.
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='@COMMANDS@'
  else
    case ${COMP_WORDS[1]} in
@CASES@    esac
  fi
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$words" -- "$word")
  # What is no word of ours may be a file.
  if [ ${#COMPREPLY[@]} -eq 0 ] && [ "$COMP_CWORD" -gt 1 ]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
  fi
}

complete -o filenames -F _lockstep_lab lab
)";

/// Puts a text in place of the "@WHAT@" of a template; its braces are the shell's.
std::string filled(std::string_view text, std::string_view what, const std::string& with) {
  const auto at = text.find(what);
  assert(at != std::string_view::npos);
  return std::string(text.substr(0, at)) + with + std::string(text.substr(at + what.size()));
}

std::string bash(std::span<const CompletedCommand> commands) {
  std::string cases;
  for (const CompletedCommand& command : commands) {
    cases +=
        fmt::format("      {}) words=\"{} {}\" ;;\n", command.name, names_of(command.options), first_words(command));
  }
  return filled(filled(kBashHead, "@COMMANDS@", names_of(commands)), "@CASES@", cases);
}

constexpr std::string_view kZshHead = R"(#compdef lab
# Completion of ./lab for zsh: put  source <(./lab completion zsh)  into ~/.zshrc, after compinit.

_lockstep_lab() {
  local root=${words[1]:h}
  local -a commands options labs
  commands=(
@COMMANDS@  )
  labs=($root/labs/[0-9][0-9]-*(N/:t))
  labs=(${labs%%-*})
  if (( CURRENT == 2 )); then
    _describe subcommand commands
    return
  fi
  case $words[2] in
@CASES@  esac
  if [[ $words[CURRENT] == -* ]]; then
    _describe option options
  elif (( $#labs )); then
    compadd -a labs
  else
    _files
  fi
}

compdef _lockstep_lab lab
)";

/// Of a description in an array that _describe takes, "word:meaning".
std::string described(const std::string& word, const std::string& meaning) {
  std::string text;
  for (const char character : meaning) text += character == ':' ? std::string("\\:") : std::string(1, character);
  return shell_word(word + ":" + text);
}

std::string zsh(std::span<const CompletedCommand> commands) {
  std::string names;
  std::string cases;
  for (const CompletedCommand& command : commands) {
    names += fmt::format("    {}\n", described(command.name, command.summary));
    std::string options;
    for (const CompletedOption& option : command.options) options += " " + described(option.name, option.meaning);
    const std::string first = command.takes_lab ? "" : fmt::format("; labs=({})", fmt::join(command.choices, " "));
    cases += fmt::format("    {}) options=({} ){} ;;\n", command.name, options, first);
  }
  return filled(filled(kZshHead, "@COMMANDS@", names), "@CASES@", cases);
}

constexpr std::string_view kFishHead =
    R"(# Completion of ./lab for fish: put  ./lab completion fish | source  into ~/.config/fish/config.fish.

function __lockstep_labs
    set -l words (commandline -opc)
    string replace -rf '.*/([0-9][0-9])-([^/]*)/$' '$1\t$2' (dirname $words[1])/labs/*/
end

)";

std::string fish(std::span<const CompletedCommand> commands) {
  std::string text(kFishHead);
  for (const CompletedCommand& command : commands) {
    const std::string seen = fmt::format("'__fish_seen_subcommand_from {}'", command.name);
    text += fmt::format("complete -c lab -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                        shell_word(command.summary));
    for (const CompletedOption& option : command.options) {
      text += fmt::format("complete -c lab -n {} -l {} -d {}{}\n", seen, option.name.substr(2),
                          shell_word(option.meaning), option.has_value ? " -r" : "");
    }
    if (command.takes_lab) text += fmt::format("complete -c lab -n {} -f -a '(__lockstep_labs)'\n", seen);
    if (!command.choices.empty()) {
      text += fmt::format("complete -c lab -n {} -a '{}'\n", seen, fmt::join(command.choices, " "));
    }
  }
  return text;
}

}  // namespace

std::string completion_script(const std::string& shell, std::span<const CompletedCommand> commands) {
  if (shell == "bash") return bash(commands);
  if (shell == "zsh") return zsh(commands);
  assert(shell == "fish");
  return fish(commands);
}

}  // namespace lockstep::cli
