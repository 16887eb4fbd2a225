#include "checks/speedup/start.h"

#include <chrono>
#include <utility>

namespace lockstep::checks::speedup {
namespace {

constexpr std::chrono::milliseconds kWholeSession{60'000};  // takes 4 s; on a slow and busy machine 15

}  // namespace

Result<process::Session> start_program(const Context& context, const build::Programs& programs,
                                       const std::string& program, std::stop_token stop) {
  const RunLimits& limits = context.check.limits;
  return process::start({.argv = {(programs.dir / program).string(), "--serve"},
                         .environment = {},
                         .working_dir = {},
                         .input = {},
                         .channels = 1},
                        {.wall = kWholeSession,
                         .cpu = 2 * kWholeSession,
                         .memory_bytes = limits.memory_bytes,
                         .processes = limits.processes,
                         .output_bytes = limits.output_bytes},
                        {.backend = context.backend, .readable = {programs.dir}, .hidden = {}, .writable = {}},
                        std::move(stop));
}

Peer peer_of(process::Session& session, Deadline& deadline, Whose whose) {
  return {whose, [&](std::string_view line) { return deadline.bound([&] { return session.ask(line); }); },
          [&session] { return session.cpu(); }};
}

}  // namespace lockstep::checks::speedup
