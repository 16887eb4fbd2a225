#include <csignal>

#include "process/running.h"

namespace lockstep::process {

struct Session::State {
  std::unique_ptr<Running> running;
};

Result<Session> start(const Command& command, const Limits& limits, const Sandbox& sandbox, std::stop_token stop) {
  if (!command.input.empty() || command.channels < 1) {
    return machine_error("a program that is to be asked takes no input at once, and answers through a channel");
  }
  auto running = Running::start(command, limits, sandbox, std::move(stop));
  if (!running) return tl::unexpected(running.error());
  auto state = std::make_unique<Session::State>();
  state->running = std::move(*running);
  return Session(std::move(state));
}

namespace {

/// A sandbox that failed is reported by `finish`; to `ask`, the program was killed.
Exit how_it_ended(const Running& program) { return program.exit().value_or(Signaled{SIGKILL}); }

}  // namespace

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

std::variant<Exchange, Exit> Session::ask(std::string_view line, std::chrono::milliseconds limit) {
  Running& program = *state_->running;
  std::string& answers = program.channel(0);
  program.run_until([] { return true; });
  if (program.ended()) return how_it_ended(program);
  program.bound_answer(limit);
  answers.clear();  // what was said before the question cannot be its answer
  // Before the question goes out: if this thread lost its core here, the program would seem faster than it was.
  const auto asked = std::chrono::steady_clock::now();
  program.send(std::string(line) + '\n');
  program.run_until([&program] { return program.all_sent(); });
  program.run_until([&answers] { return answers.find('\n') != std::string::npos; });
  const auto answered = std::chrono::steady_clock::now();
  program.bound_answer(std::nullopt);
  const auto end = answers.find('\n');
  if (end == std::string::npos) return how_it_ended(program);
  Exchange exchange{.answer = answers.substr(0, end), .time = answered - asked};
  answers.erase(0, end + 1);
  return exchange;
}

std::chrono::microseconds Session::cpu() const { return state_->running->cpu(); }

Result<Run> Session::finish() {
  Running& program = *state_->running;
  program.close_input();
  program.run_until({});
  auto exit = program.exit();
  if (!exit) return tl::unexpected(exit.error());
  return program.result(std::move(*exit));
}

}  // namespace lockstep::process
