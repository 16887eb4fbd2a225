#include "plot/pixels.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

namespace lockstep::plot {
namespace {

constexpr std::uint64_t kMostPixels = 4'000'000;

bool is_space(char c) { return std::string_view(" \t\n\v\f\r").find(c) != std::string_view::npos; }

/// Takes the words of a file from its beginning; in the header a comment reaches from "#" to the end of its line.
class Words {
 public:
  explicit Words(std::string_view text) : left_(text) {}

  std::optional<unsigned> number(unsigned most) {
    skip();
    unsigned value = 0;
    const auto [end, error] = std::from_chars(left_.data(), left_.data() + left_.size(), value);
    if (error != std::errc{} || value > most) return std::nullopt;
    left_.remove_prefix(static_cast<std::size_t>(end - left_.data()));
    return value;
  }

  /// What follows the one white space behind the header.
  std::string_view rest() const { return left_.substr(std::min<std::size_t>(1, left_.size())); }

 private:
  void skip() {
    while (!left_.empty() && (is_space(left_.front()) || left_.front() == '#')) {
      const auto end = left_.front() == '#' ? left_.find('\n') : 0;
      left_.remove_prefix(end == std::string_view::npos ? left_.size() : end + 1);
    }
  }

  std::string_view left_;
};

/// The samples of a binary file; nothing when there are too few.
std::optional<std::vector<std::uint8_t>> bytes_of(std::string_view rest, std::size_t count) {
  if (rest.size() < count) return std::nullopt;
  return std::vector<std::uint8_t>(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(count));
}

/// Those of a plain one; nothing when one is no number up to `most`.
std::optional<std::vector<std::uint8_t>> numbers_of(Words& words, std::size_t count, unsigned most) {
  std::vector<std::uint8_t> samples;
  samples.reserve(count);
  while (samples.size() < count) {
    const auto sample = words.number(most);
    if (!sample) return std::nullopt;
    samples.push_back(static_cast<std::uint8_t>(*sample));
  }
  return samples;
}

/// 0 to `most` become 0 to 255.
void spread(std::vector<std::uint8_t>& samples, unsigned most) {
  if (most == 255) return;
  for (std::uint8_t& sample : samples) {
    sample = static_cast<std::uint8_t>((std::min<unsigned>(sample, most) * 255 + most / 2) / most);
  }
}

}  // namespace

Result<Pixels> read_pixels(std::string_view file) {
  const bool known =
      file.size() > 2 && file[0] == 'P' && std::string_view("2356").find(file[1]) != std::string_view::npos;
  if (!known) return input_error("is no PGM or PPM file");
  Words words(file.substr(2));
  const auto width = words.number(kMostPixels);
  const auto height = words.number(kMostPixels);
  const auto most = words.number(255);
  if (!width || !height || !most || *most == 0)
    return input_error("has no header of a PGM or PPM file with up to 256 values");
  if (std::uint64_t{*width} * *height > kMostPixels) {
    return input_error(fmt::format("has {} x {} pixels; at most {} are shown", *width, *height, kMostPixels));
  }
  Pixels pixels{
      .width = *width, .height = *height, .channels = file[1] == '3' || file[1] == '6' ? 3U : 1U, .bytes = {}};
  const std::size_t count = std::size_t{pixels.width} * pixels.height * pixels.channels;
  auto samples = file[1] < '4' ? numbers_of(words, count, *most) : bytes_of(words.rest(), count);
  if (!samples) return input_error(fmt::format("ends before its {} x {} pixels", *width, *height));
  pixels.bytes = std::move(*samples);
  spread(pixels.bytes, *most);
  return pixels;
}

std::string summary(const Pixels& pixels) {
  std::string text = fmt::format("{} x {} pixels, ", pixels.width, pixels.height);
  if (pixels.channels == 3) return text + "in colour";
  if (pixels.bytes.empty()) return text + "grey";
  const auto [least, most] = std::minmax_element(pixels.bytes.begin(), pixels.bytes.end());
  return text + fmt::format("grey from {} to {}", *least, *most);
}

}  // namespace lockstep::plot
