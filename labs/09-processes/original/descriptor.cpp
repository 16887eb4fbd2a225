#include "descriptor.h"

#include <stdexcept>

Descriptor::Descriptor(Descriptor&& /*other*/) noexcept : number_(-1) {}

Descriptor& Descriptor::operator=(Descriptor&& /*other*/) noexcept { return *this; }

Descriptor::~Descriptor() = default;

void Descriptor::close() noexcept {}

Pipe make_pipe() { throw std::logic_error("make_pipe is not written yet: see part 1 of README.md"); }

void write_all(int /*descriptor*/, std::string_view /*bytes*/) {
  throw std::logic_error("write_all is not written yet: see part 1 of README.md");
}

Bytes read_up_to(int /*descriptor*/, std::size_t /*most*/) {
  throw std::logic_error("read_up_to is not written yet: see part 1 of README.md");
}
