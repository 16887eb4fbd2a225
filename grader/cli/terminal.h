#pragma once

namespace lockstep::cli {

/// Columns of the terminal behind a file descriptor, at least 40; 80 when it is no terminal.
[[nodiscard]] int terminal_width(int fd);

/// Writes from now on, in this process and those that it starts, as into a file: no colour, no line that is written
/// over, no screen that is cleared. What `--plain` asks for. To be called before there are threads.
void write_plainly();

/// Whether a line or a screen may be written over there: a terminal, TERM not "dumb", and LOCKSTEP_PLAIN not set.
[[nodiscard]] bool may_write_over(int fd);

/// Whether to write colour there: where it may be written over, and NO_COLOR is not set (see no-color.org).
[[nodiscard]] bool wants_colour(int fd);

}  // namespace lockstep::cli
