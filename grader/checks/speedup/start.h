#pragma once

#include <stop_token>
#include <string>

#include "checks/check.h"
#include "checks/speedup/deadline.h"
#include "checks/speedup/peer.h"
#include "result/result.h"

namespace lockstep::checks::speedup {

/// Starts one of the lab's programs that answer the grader, in the sandbox and under the check's limits. Nothing is
/// asked yet.
/// \param program  its name in `programs`
[[nodiscard]] Result<process::Session> start_program(const Context& context, const build::Programs& programs,
                                                     const std::string& program, std::stop_token stop);

/// The conversation with it. Whoever does not answer in the time that `deadline` leaves is stopped.
[[nodiscard]] Peer peer_of(process::Session& session, Deadline& deadline, Whose whose);

}  // namespace lockstep::checks::speedup
