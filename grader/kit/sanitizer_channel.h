#pragma once

namespace lockstep {

/// Lets the sanitizer that the program was built with write its reports to file descriptor 4, where the grader reads
/// them, and not among the program's own output. Nothing happens without a sanitizer.
void send_sanitizer_reports_to_grader();

}  // namespace lockstep
