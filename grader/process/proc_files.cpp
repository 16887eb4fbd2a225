#include "process/proc_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>

namespace lockstep::process {

std::string content(const std::string& path) {
  std::string text;
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return text;
  std::array<char, 4096> part{};
  for (ssize_t got = 0; (got = read(fd, part.data(), part.size())) > 0;) {
    text.append(part.data(), static_cast<std::size_t>(got));
  }
  close(fd);
  return text;
}

std::string proc(pid_t pid) { return "/proc/" + std::to_string(pid); }

std::uint64_t number(std::string_view text, int base) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  return value;
}

}  // namespace lockstep::process
