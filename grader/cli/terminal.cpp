#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace lockstep::cli {
namespace {

constexpr const char* kPlain = "LOCKSTEP_PLAIN";

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

int terminal_width(int fd) {
  winsize size{};
  if (isatty(fd) != 1 || ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::max<int>(size.ws_col, 40);
}

void write_plainly() { setenv(kPlain, "1", 1); }

bool may_write_over(int fd) {
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  return isatty(fd) == 1 && !dumb && !is_set(kPlain);
}

bool wants_colour(int fd) { return may_write_over(fd) && !is_set("NO_COLOR"); }

}  // namespace lockstep::cli
