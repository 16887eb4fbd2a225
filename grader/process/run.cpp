#include "process/run.h"

#include "process/running.h"

namespace lockstep::process {

Result<Run> run(const Command& command, const Limits& limits, const Sandbox& sandbox, std::stop_token stop,
                const BeforeKill& before_kill) {
  auto running = Running::start(command, limits, sandbox, std::move(stop));
  if (!running) return tl::unexpected(running.error());
  Running& program = **running;
  program.send(command.input);
  program.close_input();
  program.run_until({}, before_kill);
  auto exit = program.exit();
  if (!exit) return tl::unexpected(exit.error());
  return program.result(std::move(*exit));
}

}  // namespace lockstep::process
