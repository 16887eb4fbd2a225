#include "cli/run_completion.h"

#include <fmt/core.h>

#include "cli/command_line.h"
#include "cli/completion.h"

namespace lockstep::cli {

void declare(Arguments& arguments, CompletionOptions& options) {
  arguments.positional("shell", options.shell, "The shell", OneOf{{"bash", "zsh", "fish"}});
  arguments.help(
      "Prints a script for the shell to read when it starts. With it, Tab completes subcommands, options and labs of "
      "the checkout that you are in.\n\n"
      "  bash: echo 'source <(./lab completion bash)' >> ~/.bashrc, with the whole path of ./lab\n"
      "  zsh:  the same with zsh, and ~/.zshrc\n"
      "  fish: ./lab completion fish > ~/.config/fish/completions/lab.fish");
  arguments.example("./lab completion fish > ~/.config/fish/completions/lab.fish");
}

Result<ExitStatus> run(const CompletionOptions& options, const CommandContext&) {
  fmt::print("{}", completion_script(options.shell, completed_commands()));
  return kNoPointLost;
}

}  // namespace lockstep::cli
