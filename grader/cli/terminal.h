#pragma once

namespace lockstep::cli {

/// Columns of the terminal behind a file descriptor, at least 40; 80 when it is no terminal.
[[nodiscard]] int terminal_width(int fd);

/// Whether to write colour there: a terminal, and neither NO_COLOR set (see no-color.org) nor TERM=dumb.
[[nodiscard]] bool wants_colour(int fd);

}  // namespace lockstep::cli
