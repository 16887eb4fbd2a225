#pragma once

#include <string>

#include "linearize/run.h"
#include "linearize/scenario.h"
#include "lockstep/explore.h"

namespace lockstep::linearize {

/// A scenario as a C++ program that needs nothing of the kit: it makes the calls, on threads of its own, and prints
/// what each gives. Whatever `shown` says stands in comments.
/// \param shown  the run that the program's comment tells: what is wrong, and the interleaving
/// \return nothing: the client does not say how it reads as C++ (Client::as_program)
[[nodiscard]] std::string program_text(const Interface& interface, const Scenario& scenario, Waiting waiting,
                                       const Exploration& shown);

/// Each line as a comment, whatever it holds.
[[nodiscard]] std::string comment(std::string_view text);

}  // namespace lockstep::linearize
