#include "message.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <stdexcept>

#include "descriptor.h"

using Head = std::array<char, sizeof(std::uint64_t)>;

void write_message(int descriptor, std::string_view bytes) {
  if (bytes.size() > kMostBytes) throw std::length_error("too long for a message");
  const auto head = std::bit_cast<Head>(std::uint64_t{bytes.size()});
  write_all(descriptor, {head.data(), head.size()});
  write_all(descriptor, bytes);
}

std::optional<Bytes> read_message(int descriptor) {
  Head head{};
  const Bytes begin = read_up_to(descriptor, head.size());
  if (begin.empty()) return {};
  std::copy(begin.begin(), begin.end(), head.begin());
  const auto size = std::bit_cast<std::uint64_t>(head);
  if (begin.size() != head.size() || size > kMostBytes) throw TornMessage("this is no message");
  auto rest = read_up_to(descriptor, static_cast<std::size_t>(size));
  if (rest.size() != size) throw TornMessage("a message without an end");
  return rest;
}
