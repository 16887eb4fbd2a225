#include "intake/digest.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace lockstep::intake {

std::string digest(std::string_view bytes) {
  sha256_ctx context{};
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> hash{};
  sha256_digest(&context, hash.size(), hash.data());
  return fmt::format("{:02x}", fmt::join(hash, ""));
}

std::string digest(const std::map<std::string, std::string>& files) {
  std::string all;
  for (const auto& [name, text] : files) all += fmt::format("{}:{}{}:{}", name.size(), name, text.size(), text);
  return digest(all);
}

}  // namespace lockstep::intake
