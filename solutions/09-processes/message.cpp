#include "message.h"

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

#include "descriptor.h"

void write_message(int descriptor, std::string_view bytes) {
  if (bytes.size() > kMostBytes) throw std::length_error("a message of " + std::to_string(bytes.size()) + " bytes");
  const std::uint64_t size = bytes.size();
  Bytes whole(sizeof size, '\0');
  std::memcpy(whole.data(), &size, sizeof size);
  whole += bytes;
  write_all(descriptor, whole);
}

std::optional<Bytes> read_message(int descriptor) {
  std::uint64_t size = 0;
  const Bytes head = read_up_to(descriptor, sizeof size);
  if (head.empty()) return std::nullopt;
  if (head.size() < sizeof size) throw TornMessage("the pipe ended within the size of a message");
  std::memcpy(&size, head.data(), sizeof size);
  if (size > kMostBytes) throw TornMessage("a message says that it has " + std::to_string(size) + " bytes");
  Bytes bytes = read_up_to(descriptor, size);
  if (bytes.size() < size) throw TornMessage("the pipe ended within a message");
  return bytes;
}
