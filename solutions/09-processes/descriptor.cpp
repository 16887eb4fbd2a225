#include "descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "without_sigpipe.h"

namespace {

[[noreturn]] void throw_error(const char* call) { throw std::system_error(errno, std::generic_category(), call); }

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    number_ = std::exchange(other.number_, -1);
  }
  return *this;
}

Descriptor::~Descriptor() { close(); }

void Descriptor::close() noexcept {
  if (number_ < 0) return;
  ::close(number_);
  number_ = -1;
}

Pipe make_pipe() {
  int numbers[2] = {-1, -1};
  if (pipe2(numbers, O_CLOEXEC) != 0) throw_error("pipe2");
  return {.read_end = Descriptor(numbers[0]), .write_end = Descriptor(numbers[1])};
}

void write_all(int descriptor, std::string_view bytes) {
  const WithoutSigpipe guard;
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_error("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

Bytes read_up_to(int descriptor, std::size_t most) {
  constexpr std::size_t kStep = std::size_t{64} << 10;
  Bytes bytes;
  while (bytes.size() < most) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::min(kStep, most - before));
    const ssize_t read_now = read(descriptor, bytes.data() + before, bytes.size() - before);
    const int error = errno;
    bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(read_now, 0)));
    if (read_now == 0) break;
    if (read_now < 0 && error != EINTR) throw std::system_error(error, std::generic_category(), "read");
  }
  return bytes;
}
